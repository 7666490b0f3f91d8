import { useEffect, useState } from 'react';
import type { Minor } from '../../domain/money.ts';
import { Money } from '../../ui/money.tsx';
import { eachFrame, isStill } from './movements.ts';
import { useTillState } from './till-context.tsx';

/** A step younger than this has just been made. Milliseconds. */
const FRESH_MS = 400;

/** The total: counts up once when a print was added, and is simply there in every other case. */
export function CountedMoney({ minor }: { readonly minor: Minor }) {
  const last = useTillState((state) => state.steps[0]);
  const rises = () => last !== undefined && Date.now() - last.since < FRESH_MS && !isStill();
  const [count, setCount] = useState(() => {
    const isFirst = last?.before.cart.lines.length === 0;
    const from = isFirst && rises() ? 0 : minor;
    return { from, to: minor, shown: from };
  });
  if (count.to !== minor) {
    // Not in an effect: the new total must not be seen for a frame before it is counted to.
    const from = minor > count.shown && rises() ? count.shown : minor;
    setCount({ from, to: minor, shown: from });
  }
  const { from, to } = count;
  useEffect(() => {
    if (from === to) return;
    return eachFrame((gone) =>
      setCount((held) => (held.to === to ? { from, to, shown: Math.round(from + (to - from) * gone) } : held)),
    );
  }, [from, to]);
  return <Money minor={count.shown} sign />;
}
