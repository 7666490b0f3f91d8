import type { Cart, CartLine } from './cart.ts';

/**
 * Takes one earlier step back and keeps what was done after it: what the step changed from `before` to `after` is
 * changed back in `now`. Null where it cannot be told apart, because later steps changed the same thing.
 */
export function takeBack(before: Cart, after: Cart, now: Cart): Cart | null {
  const fields = fieldsBack(before, after, now);
  const lines = linesBack(before, after, now);
  return fields && lines && !holdsCopyTwice(lines) ? { ...fields, lines } : null;
}

/** Everything but the lines: discount, note, price rows. */
function fieldsBack(before: Cart, after: Cart, now: Cart): Cart | null {
  const [was, made, is] = [new Map(Object.entries(before)), new Map(Object.entries(after)), Object.entries(now)];
  const kept = new Map<string, unknown>(is);
  for (const key of new Set([...was.keys(), ...made.keys()])) {
    if (key === 'lines' || isSame(was.get(key), made.get(key))) continue;
    if (!isSame(made.get(key), kept.get(key))) return null;
    if (was.has(key)) kept.set(key, was.get(key));
    else kept.delete(key);
  }
  // Only keys of carts went in, each with a value of its own.
  return Object.fromEntries(kept) as unknown as Cart;
}

function linesBack(before: Cart, after: Cart, now: Cart): readonly CartLine[] | null {
  let lines = now.lines;
  for (const id of new Set([...before.lines, ...after.lines].map((line) => line.id))) {
    const [was, made, is] = [before, after, now].map((cart) => cart.lines.find((line) => line.id === id));
    if (isSame(was, made)) continue;
    const back = lineBack(was, made, is);
    if (back === null) return null;
    lines = withLine(lines, id, back, before.lines);
  }
  return lines;
}

/** The line as it is without the step; undefined: it is not there; null: cannot be told apart. */
function lineBack(was: CartLine | undefined, made: CartLine | undefined, is: CartLine | undefined) {
  const onlyCounted =
    made && is && isSame(made.copy, is.copy) && (!was || isSame({ ...was, quantity: 0 }, { ...made, quantity: 0 }));
  if (onlyCounted) {
    // More of the same came later and stays: only as many go as the step brought.
    const quantity = is.quantity - (made.quantity - (was?.quantity ?? 0));
    return quantity > 0 ? { ...is, quantity } : undefined;
  }
  return isSame(made, is) ? was : null;
}

/** A line that comes back stands where it stood, after the nearest one above it that is still there. */
function withLine(
  lines: readonly CartLine[],
  id: string,
  line: CartLine | undefined,
  before: readonly CartLine[],
): readonly CartLine[] {
  const at = lines.findIndex((each) => each.id === id);
  if (at >= 0) return lines.flatMap((each) => (each.id === id ? (line ?? []) : each));
  if (!line) return lines;
  const above = new Set(
    before
      .slice(
        0,
        before.findIndex((each) => each.id === id),
      )
      .map((each) => each.id),
  );
  return lines.toSpliced(lines.findLastIndex((each) => above.has(each.id)) + 1, 0, line);
}

/** A number that was removed and then added anew must not come back beside itself. */
function holdsCopyTwice(lines: readonly CartLine[]): boolean {
  const copies = lines.flatMap(({ copy }) => (copy?.number == null ? [] : `${copy.edition}:${copy.number}`));
  return new Set(copies).size < copies.length;
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
