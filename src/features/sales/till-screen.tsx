import { lazy, Suspense, useEffect, useState } from 'react';
import { useLive, useStall } from '../../store/stall.tsx';
import { readLevels } from '../../store/read.ts';
import type { ScanAnswer } from '../../ui/scanner.tsx';
import { useScanner } from '../../ui/use-scanner.ts';
import { CartColumn } from './cart-column.tsx';
import { CopyPicker } from './copy-picker.tsx';
import { DoneColumn } from './done-column.tsx';
import { PaymentView } from './payment-view.tsx';
import { TillProvider, useTillState, useTill } from './till-context.tsx';
import { TillSheets } from './till-sheets.tsx';
import { TurnedView } from './turned-view.tsx';
import { UnclearView } from './unclear-view.tsx';
import { useCart } from './use-cart.ts';
import { useMovements } from './use-movements.ts';
import { usePayment } from './use-payment.ts';
import { useScan } from './use-scan.ts';
import { useTillKeys } from './use-till-keys.ts';
import { useWall } from './use-wall.ts';
import { VariantPicker } from './variant-picker.tsx';
import { Wall } from './wall.tsx';
import './till-screen.css';

const Scanner = lazy(async () => ({ default: (await import('../../ui/scanner.tsx')).Scanner }));

/** The wall and the cart: two taps and no question. */
export function TillScreen() {
  return (
    <TillProvider>
      <TillViews />
    </TillProvider>
  );
}

function TillViews() {
  const { till } = useTill();
  const wall = useWall();
  const cart = useCart(wall);
  const payment = usePayment();
  const scan = useScan(cart, wall);
  const view = useTillState((state) => state.view);
  const done = useTillState((state) => state.done);
  const sheet = useTillState((state) => state.sheet);
  const { db, place, catalogue } = useStall();
  const levels = useLive(() => readLevels(db, place), [db, place]);
  const [answer, setAnswer] = useState<ScanAnswer>();
  const look = (code: string) => setAnswer(scan(code));
  const closeScanner = () => {
    till.setState({ sheet: null });
    setAnswer(undefined);
  };
  useScanner(look);
  useTillKeys(cart, payment);
  useMovements();
  // What was open does not wait for the next visit of the page.
  useEffect(() => {
    // From the bare wall: an amount can be sold before anything hangs.
    if (new URLSearchParams(location.search).has('amount')) till.setState({ sheet: { kind: 'amount' } });
    return () => till.setState({ sheet: null });
  }, [till]);
  if (!wall || !levels) return null;
  const work = view.kind === 'variants' ? catalogue.workById.get(view.work) : undefined;
  return (
    <>
      {view.kind === 'payment' && <PaymentView by={view.by} payment={payment} />}
      {view.kind === 'unclear' && <UnclearView instead={view.instead} payment={payment} />}
      {view.kind === 'turned' && done && <TurnedView done={done} payment={payment} />}
      {(view.kind === 'wall' ||
        view.kind === 'copies' ||
        view.kind === 'variants' ||
        (view.kind === 'turned' && !done)) && (
        <div className="till">
          <main className="wall-side">
            {view.kind === 'copies' ? (
              <CopyPicker variant={view.variant} line={view.line} wall={wall} cart={cart} />
            ) : work ? (
              <VariantPicker work={work} levels={levels} cart={cart} />
            ) : (
              <Wall wall={wall} cart={cart} />
            )}
            {sheet?.kind === 'scan' && (
              <Suspense fallback={null}>
                <Scanner answer={answer} onText={look} onClose={closeScanner} />
              </Suspense>
            )}
          </main>
          {done ? (
            <DoneColumn key={done.sale} done={done} payment={payment} />
          ) : (
            <CartColumn wall={wall} cart={cart} payment={payment} />
          )}
        </div>
      )}
      <TillSheets cart={cart} />
    </>
  );
}
