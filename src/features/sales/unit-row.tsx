import { useIntl, type IntlShape } from 'react-intl';
import type { UnitRef } from '../../domain/sales/cart.ts';
import type { SaleRefunded } from '../../domain/sales/facts.ts';
import type { SaleHistory } from '../../domain/sales/sale-history.ts';
import { isExchange } from '../../domain/sales/tenders.ts';
import { usePicture } from '../../store/pictures.tsx';
import { useStall } from '../../store/stall.tsx';
import { Icon } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money } from '../../ui/money.tsx';

const text = defineMessages({
  copy: { id: 'sale.copy', defaultMessage: 'copy {number}/{size}' },
  cameBack: { id: 'sale.cameBack', defaultMessage: 'came back with {receipt}' },
  exchanged: { id: 'sale.exchanged', defaultMessage: 'exchanged with {receipt}' },
});

/** One piece of a sale: chosen by a tap, or how it came back. */
export function UnitRow({
  history,
  at: [line, unit],
  chosen,
  onToggle,
}: {
  readonly history: SaleHistory;
  readonly at: UnitRef;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}) {
  const intl = useIntl();
  const { catalogue } = useStall();
  const sold = history.sale.body.lines[line];
  const piece = sold?.units[unit];
  const work = catalogue.workById.get(sold?.work ?? '');
  const url = usePicture(work?.picture?.small);
  const by = history.refunds.find(({ body }) => body.units.some((each) => each.line === line && each.unit === unit));
  if (!sold || !piece) return null;
  const copy = piece.copy?.number
    ? intl.formatMessage(text.copy, { number: piece.copy.number, size: work?.edition?.size ?? '?' })
    : '';
  const words = (
    <>
      <span className="unit-picture">{url && <img src={url} alt="" />}</span>
      <span className="unit-words">
        <span className="t">{sold.title}</span>
        <span className="q note">{[sold.label, copy, by && cameBack(intl, by.body)].filter(Boolean).join(', ')}</span>
      </span>
      <span className="unit-amount">
        <Money minor={piece.paid} />
      </span>
    </>
  );
  if (by || history.voided) return <li className="unit gone">{words}</li>;
  return (
    <li>
      <label className={chosen ? 'unit chosen' : 'unit'}>
        <input type="checkbox" checked={chosen} onChange={onToggle} />
        <span className="unit-box">{chosen && <Icon name="check" />}</span>
        {words}
      </label>
    </li>
  );
}

function cameBack(intl: IntlShape, { tenders, receipt }: SaleRefunded): string {
  return intl.formatMessage(tenders.some(isExchange) ? text.exchanged : text.cameBack, { receipt });
}
