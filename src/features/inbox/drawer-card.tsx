import { FormattedMessage } from 'react-intl';
import { useLocation } from 'wouter';
import type { Exception } from '../../store/exceptions.ts';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { CardFrame } from './card-frame.tsx';
import { useWords } from './use-words.ts';

const text = defineMessages({
  open: { id: 'inbox.openTitle', defaultMessage: 'The drawer of tablet {letters} was not closed after {market}.' },
  openSafe: {
    id: 'inbox.openSafe',
    defaultMessage: 'Every sale of {date} is kept. Count the cash, and its Z report can be written.',
  },
  late: {
    id: 'inbox.lateTitle',
    defaultMessage:
      '{sales, plural, =0 {Something} one {# sale} other {# sales}} of {market} came in after the Z report.',
  },
  lateSafe: {
    id: 'inbox.lateSafe',
    defaultMessage:
      'The Z report of {date} stays as it was written. What came after it is in the day’s reports, and the hub gives it a number.',
  },
  numberedSafe: {
    id: 'inbox.numberedSafe',
    defaultMessage:
      'The Z report of {date} stays as it was written. Amendment {number} of the day says what came after it.',
  },
  toReport: { id: 'inbox.toReport', defaultMessage: 'Show the reports' },
  toDays: { id: 'inbox.toDays', defaultMessage: 'Go to the day' },
});

type Drawer = Extract<Exception, { kind: 'drawer-open' | 'late-facts' }>;

export function DrawerCard({ card }: { readonly card: Drawer }) {
  const [, go] = useLocation();
  const words = useWords();
  const values = { market: words.day(card.day), date: words.dayDate(card.day) };
  const [title, safe] =
    card.kind === 'drawer-open'
      ? [<FormattedMessage key="t" {...text.open} values={{ ...values, letters: card.letters }} />, text.openSafe]
      : [
          <FormattedMessage key="t" {...text.late} values={{ ...values, sales: card.sales }} />,
          card.number === null ? text.lateSafe : text.numberedSafe,
        ];
  const number = card.kind === 'late-facts' ? card.number : null;
  return (
    <CardFrame title={title} safe={<FormattedMessage {...safe} values={{ ...values, number }} />}>
      <div className="inbox-choices">
        <Button
          iconAfter="forward"
          onClick={() => go(card.kind === 'late-facts' ? `/market/report/${card.day}` : '/market/days')}
        >
          <FormattedMessage {...(card.kind === 'late-facts' ? text.toReport : text.toDays)} />
        </Button>
      </div>
    </CardFrame>
  );
}
