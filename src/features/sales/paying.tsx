import type { ReactNode } from 'react';
import { PillSlot } from '../../ui/page.tsx';
import { BoughtPrints } from './bought-prints.tsx';
import { useTill } from './till-context.tsx';
import './paying.css';

/** The wall gives way to the prints being bought; the money column grows. */
export function Paying({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  const { priced } = useTill();
  return (
    <div className="paying">
      <BoughtPrints priced={priced} />
      <section className="money-panel" aria-label={label}>
        <div className="panel-pill">
          <PillSlot />
        </div>
        {children}
      </section>
    </div>
  );
}
