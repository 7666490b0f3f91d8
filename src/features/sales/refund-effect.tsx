import { FormattedMessage, useIntl } from 'react-intl';
import type { UnitRef } from '../../domain/sales/cart.ts';
import type { SaleHistory } from '../../domain/sales/sale-history.ts';
import { readCopiesOf } from '../../store/read.ts';
import { useLive, useStall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { NamedTicks } from '../../ui/ticks.tsx';
import { copiesBack, type CopiesBack } from './copies-back.ts';
import { leftOf } from './wall-tiles.ts';

const text = defineMessages({
  copyBack: {
    id: 'sale.copyBack',
    defaultMessage:
      '{count, plural, one {Put back, copy {numbers} of {title} may be sold again; damaged, it may not.} other {Put back, copies {numbers} of {title} may be sold again; damaged, they may not.}}',
  },
  takings: { id: 'sale.takings', defaultMessage: 'Takings of the day: {amount} less.' },
});

/** What it does to the editions and to the takings, said before the tap, whichever button is tapped. */
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
  return (
    <div className="refund-effect">
      {copiesBack(history, units).map((copies) => (
        <EditionEffect key={copies.edition} {...copies} />
      ))}
      <p className="q">
        <FormattedMessage {...text.takings} values={{ amount: money.text(amount) }} />
      </p>
    </div>
  );
}

function EditionEffect({ edition, title, numbers }: CopiesBack) {
  const intl = useIntl();
  const { db, catalogue } = useStall();
  const rows = useLive(() => readCopiesOf(db, edition), [db, edition]);
  const size = catalogue.works.find((work) => work.edition?.id === edition)?.edition?.size ?? 0;
  const left = new Set(leftOf(rows ?? []).map((row) => row.number));
  const values = { count: numbers.length, numbers: intl.formatList(numbers.map(String)), title };
  return (
    <>
      {size > 0 && <NamedTicks size={Math.min(size, 60)} left={left} named={numbers} />}
      <p>
        <FormattedMessage {...text.copyBack} values={values} />
      </p>
    </>
  );
}
