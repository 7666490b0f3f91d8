import { Money } from '../../ui/money.tsx';

/** An amount under a receipt's lines, and what it is. */
export function ReceiptRow({ label, amount }: { readonly label: string; readonly amount: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Money minor={amount} />
      </dd>
    </div>
  );
}
