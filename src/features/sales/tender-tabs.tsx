import { useIntl } from 'react-intl';
import { useStall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Segmented, type Segment } from '../../ui/segmented.tsx';
import type { PayBy } from './till-store.ts';
import type { Payment } from './use-payment.ts';
import './tender-tabs.css';

const text = defineMessages({
  how: { id: 'pay.how', defaultMessage: 'How it is paid' },
  card: { id: 'pay.card', defaultMessage: 'Card' },
  cash: { id: 'pay.cash', defaultMessage: 'Cash' },
  split: { id: 'pay.split', defaultMessage: 'Split' },
});

/** The ways of paying, side by side; the chosen one is open below. */
export function TenderTabs({ by, payment }: { readonly by: PayBy; readonly payment: Payment }) {
  const intl = useIntl();
  const { catalogue } = useStall();
  const named = catalogue.collective.tenders.slice(0, 3).map(({ name, kind }): Segment<PayBy> => ({
    id: `named:${name}`,
    label: name,
    icon: kind,
  }));
  const segments: readonly Segment<PayBy>[] = [
    { id: 'card', label: intl.formatMessage(text.card), icon: 'card' },
    { id: 'cash', label: intl.formatMessage(text.cash), icon: 'cash' },
    ...named,
    { id: 'split', label: intl.formatMessage(text.split), icon: 'split' },
  ];
  return (
    <Segmented
      label={intl.formatMessage(text.how)}
      segments={segments}
      chosen={by}
      onChoose={(next) => {
        if (next !== by) payment.open(next);
      }}
    />
  );
}
