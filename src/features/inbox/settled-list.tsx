import { FormattedMessage } from 'react-intl';
import type { Settled } from '../../store/exceptions.ts';
import { Icon } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { useWords } from './use-words.ts';

const text = defineMessages({
  title: { id: 'inbox.settled', defaultMessage: 'Settled' },
  paid: {
    id: 'inbox.settledPaid',
    defaultMessage: 'Card payment of {amount}, {time}, was charged. Sale {receipt} is paid.',
  },
  notPaid: {
    id: 'inbox.settledNotPaid',
    defaultMessage: 'Card payment of {amount}, {time}, was not charged. Sale {receipt} stands and is not paid.',
  },
  back: { id: 'inbox.settledBack', defaultMessage: 'Card payment of {amount}, {time}, was given back.' },
});

/** What was unclear and is not any more; stays a week. */
export function SettledList({ settled }: { readonly settled: readonly Settled[] }) {
  const money = useMoney();
  const words = useWords();
  return (
    <section className="settled">
      <h2>
        <FormattedMessage {...text.title} />
      </h2>
      <ul>
        {settled.map(({ attempt, receipt }) => {
          const said =
            attempt.state === 'succeeded' ? text.paid : attempt.state === 'reversed' ? text.back : text.notPaid;
          const values = { amount: money.text(attempt.amount), time: words.time(attempt.handedOffAt), receipt };
          return (
            <li key={attempt.attempt}>
              <Icon name="check" />
              <span>
                <FormattedMessage {...said} values={values} />
              </span>
              <span className="sp" />
              <span className="q">
                {[words.person(attempt.resolvedBy), words.time(attempt.resolvedAt ?? 0)].filter(Boolean).join(', ')}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
