import { FormattedMessage, useIntl } from 'react-intl';
import { USUAL_COST, USUAL_LAB } from '../../domain/replenishment/plan-input.ts';
import { USUAL_FOOTFALL } from '../../domain/replenishment/past-markets.ts';
import { useStall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { percent } from '../../ui/percent.ts';
import { comingMarkets, isCostKnown } from './reckoned-with.ts';

const text = defineMessages({
  head: { id: 'reorder.assumed', defaultMessage: 'What nobody has said, and is reckoned with' },
  cost: {
    id: 'reorder.assumedCost',
    defaultMessage:
      'What a print costs to make: {percent} of its price, for {count, plural, one {# form} other {# forms}}. Type the true cost at the print.',
  },
  lab: {
    id: 'reorder.assumedLab',
    defaultMessage: 'The lab: {from} to {to} days, and {fee} for sending an order.',
  },
  visitors: {
    id: 'reorder.assumedVisitors',
    defaultMessage: 'Visitors of the next market: {count}, because its plan does not say.',
  },
});

/** What the proposal had to suppose; a person who knows better sees where it comes from. */
export function Assumptions({ ids }: { readonly ids: readonly string[] }) {
  const intl = useIntl();
  const stall = useStall();
  const money = useMoney();
  const unknown = ids.filter((id) => !isCostKnown(stall, id)).length;
  const days = USUAL_LAB.leadPmf.map(([day]) => day);
  const lab = {
    from: Math.min(...days),
    to: Math.max(...days),
    fee: money.text(USUAL_LAB.orderFee * 10 ** money.digits),
  };
  const cost = {
    percent: percent(intl, USUAL_COST),
    count: unknown,
  };
  return (
    <section className="reorder-assumed note q">
      <h2>
        <FormattedMessage {...text.head} />
      </h2>
      <ul>
        {unknown > 0 && (
          <li>
            <FormattedMessage {...text.cost} values={cost} />
          </li>
        )}
        <li>
          <FormattedMessage {...text.lab} values={lab} />
        </li>
        {comingMarkets(stall)[0]?.expectedFootfall === null && (
          <li>
            <FormattedMessage {...text.visitors} values={{ count: intl.formatNumber(USUAL_FOOTFALL) }} />
          </li>
        )}
      </ul>
    </section>
  );
}
