import { FormattedMessage, useIntl } from 'react-intl';
import { isFact } from '../../domain/fact.ts';
import type { SaleCompleted, SaleRefunded } from '../../domain/sales/facts.ts';
import { isExchange, tenderKey } from '../../domain/sales/tenders.ts';
import { readAbout } from '../../store/read.ts';
import { useLive, useStall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money } from '../../ui/money.tsx';
import { tenderWords } from '../../ui/tender-text.ts';
import { ReceiptRow } from './receipt-row.tsx';

const text = defineMessages({
  title: { id: 'receipt.back', defaultMessage: 'Came back from {sale}, {receipt}' },
  copy: { id: 'receipt.backCopy', defaultMessage: 'copy {number}' },
  rounding: { id: 'receipt.backRounding', defaultMessage: 'Cash rounding' },
  given: { id: 'receipt.backGiven', defaultMessage: '{tender}, given back' },
});

/** The refund a sale is the other half of; undefined while it is read, or where the sale is no exchange. */
export function useExchanged({ exchangeOf, exchangedSale = '' }: SaleCompleted): SaleRefunded | undefined {
  const { db } = useStall();
  return useLive(
    async () =>
      (await readAbout(db, exchangedSale))
        .filter(isFact('sale.refunded'))
        .find(({ body }) => body.refund === exchangeOf)?.body,
    [db, exchangeOf, exchangedSale],
  );
}

/** The other half of an exchange on its receipt: what came back, and what money went back for it. */
export function ReceiptBack({ refund }: { readonly refund: SaleRefunded }) {
  const intl = useIntl();
  return (
    <section className="receipt-back">
      <p>
        <FormattedMessage {...text.title} values={{ sale: refund.saleReceipt, receipt: refund.receipt }} />
      </p>
      <ul>
        {refund.units.map(({ line, unit, title, label, copy, paid }) => (
          <li key={`${line},${unit}`}>
            <span>
              <span className="t">{title}</span>
              <small>
                {[label, copy?.number && intl.formatMessage(text.copy, { number: copy.number })]
                  .filter(Boolean)
                  .join(', ')}
              </small>
            </span>
            <Money minor={-paid} />
          </li>
        ))}
      </ul>
      <dl>
        {refund.rounding !== 0 && <ReceiptRow label={intl.formatMessage(text.rounding)} amount={-refund.rounding} />}
        {refund.tenders
          .filter((tender) => !isExchange(tender))
          .map((tender) => (
            <ReceiptRow
              key={tender.kind}
              label={intl.formatMessage(text.given, { tender: tenderWords(intl, tenderKey(tender)) })}
              amount={tender.amount}
            />
          ))}
      </dl>
    </section>
  );
}
