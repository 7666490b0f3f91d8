import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { amountLeft } from '../../domain/sales/tenders.ts';
import { cartDifference } from '../../domain/sales/cart-exchange.ts';
import { priceCart, type PricedCart } from '../../domain/sales/pricing.ts';
import { closures } from '../../store/closed.ts';
import { askStorage } from '../../store/commit.ts';
import { useStall } from '../../store/stall.tsx';
import { useDayForSale } from '../../store/use-day-for-sale.ts';
import { isUsed, tillOf, type Draft, type Till, type TillState } from './till-store.ts';

interface TillValue {
  readonly till: Till;
  readonly priced: PricedCart;
  /** What is still to pay, after what comes back and parts of a split; under nothing where money goes back. */
  readonly left: number;
}

const Context = createContext<TillValue | null>(null);

/** Opens the till's draft and prices it on each change; renders nothing until the draft is read. */
export function TillProvider({ children }: { readonly children: ReactNode }) {
  const { db } = useStall();
  const [till, setTill] = useState<Till>();
  useEffect(() => {
    let current = true;
    const open = async () => {
      const opened = await askStorage(db, () => tillOf(db));
      if (current && opened.ok) setTill(() => opened.value);
    };
    const openOrThrow = () =>
      void open().catch((thrown: unknown) => {
        // A bug: to whoever catches what a screen throws.
        if (current)
          setTill(() => {
            throw thrown;
          });
      });
    openOrThrow();
    // Where the storage could not be read, the offer to open it again stands above every screen.
    const stop = closures.subscribe((now, before) => {
      if (before.has(db) && !now.has(db)) openOrThrow();
    });
    return () => {
      current = false;
      stop();
    };
  }, [db]);
  return till ? <Priced till={till}>{children}</Priced> : null;
}

function Priced({ till, children }: { readonly till: Till; readonly children: ReactNode }) {
  const draft = useStore(till, (state) => state.draft);
  const { catalogue } = useStall();
  const taxIncluded = useTaxIncluded(draft);
  const rows = useMemo(() => catalogue.priceRows.filter((row) => !row.retired), [catalogue]);
  const priced = useMemo(() => priceCart(draft.cart, { taxIncluded, rows }), [draft.cart, taxIncluded, rows]);
  const left = amountLeft(cartDifference(priced), draft.parts);
  const value = useMemo(() => ({ till, priced, left }), [till, priced, left]);
  return <Context value={value}>{children}</Context>;
}

/**
 * How prices are meant on the day the sale will enter, which may not be open yet. What the shopper saw is what is sold:
 * a day that changes under a full cart prices it anew, one that changes under a payment does not.
 */
function useTaxIncluded(draft: Draft): boolean {
  const { catalogue, marketDay } = useStall();
  const today = useDayForSale(isUsed(draft));
  const [known, setKnown] = useState<boolean>();
  const isPaying = draft.attempt !== null || draft.parts.length > 0;
  if (today && today.taxIncluded !== known && (known === undefined || !isPaying)) setKnown(today.taxIncluded);
  return known ?? marketDay?.opened?.taxIncluded ?? catalogue.collective.taxIncluded;
}

/** @throws outside the till */
export function useTill(): TillValue {
  const value = useContext(Context);
  if (!value) throw new Error('useTill: not inside the till');
  return value;
}

export function useTillState<T>(select: (state: TillState) => T): T {
  return useStore(useTill().till, select);
}
