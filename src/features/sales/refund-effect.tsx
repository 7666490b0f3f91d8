import { FormattedMessage } from 'react-intl';
import type { UnitRef } from '../../domain/sales/cart.ts';
import type { SaleHistory } from '../../domain/sales/sale-history.ts';
import { readCopiesOf } from '../../store/read.ts';
import { useLive, useStall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { NamedTicks } from '../../ui/ticks.tsx';
import { leftOf } from './wall-tiles.ts';

const text = defineMessages({
  copyBack: { id: 'sale.copyBack', defaultMessage: 'Copy {number} goes back on the wall and may be sold again.' },
  takings: { id: 'sale.takings', defaultMessage: 'Takings of the day: {amount} less.' },
});

/** What it does to the edition and to the takings, said before the tap. */
export function RefundEffect({
  history,
  units,
  amount,
}: {
  readonly history: SaleHistory;
  readonly units: readonly UnitRef[];
  readonly amount: number;
}) {
  const money = useMoney();
  const { db, catalogue } = useStall();
  const copy = units
    .map(([line, unit]) => history.sale.body.lines[line]?.units[unit]?.copy)
    .find((each) => each?.number);
  const edition = copy?.edition;
  const rows = useLive(async () => (edition ? readCopiesOf(db, edition) : []), [db, edition]);
  const size = catalogue.works.find((work) => work.edition?.id === edition)?.edition?.size ?? 0;
  const left = new Set(leftOf(rows ?? []).map((row) => row.number));
  return (
    <div className="refund-effect">
      {copy?.number && size > 0 && (
        <>
          <NamedTicks size={Math.min(size, 60)} left={left} named={copy.number} />
          <p>
            <FormattedMessage {...text.copyBack} values={{ number: copy.number }} />
          </p>
        </>
      )}
      <p className="q">
        <FormattedMessage {...text.takings} values={{ amount: money.text(amount) }} />
      </p>
    </div>
  );
}
