import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useLocation } from 'wouter';
import type { Exception } from '../../store/exceptions.ts';
import { useStall } from '../../store/stall.tsx';
import { useInbox } from '../../store/use-inbox.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Page } from '../../ui/page.tsx';
import { NotSaved } from '../../ui/saving.tsx';
import type { NotKept } from './actions.ts';
import { DrawerCard } from './drawer-card.tsx';
import './inbox.css';
import { LevelCard } from './level-card.tsx';
import { PaymentCard } from './payment-card.tsx';
import { SettledList } from './settled-list.tsx';
import { SoldTwiceCard } from './sold-twice-card.tsx';

const text = defineMessages({
  title: {
    id: 'inbox.title',
    defaultMessage: '{count, plural, =0 {Nothing needs you} one {One thing needs you} other {# things need you}}',
  },
  lead: { id: 'inbox.lead', defaultMessage: 'Nothing here stops a sale or the closing.' },
  empty: {
    id: 'inbox.empty',
    defaultMessage:
      'What only a person can settle comes here: a copy sold twice, a payment nobody saw, a drawer left open.',
  },
  back: { id: 'inbox.back', defaultMessage: 'Back to the till' },
});

/** What happened, what is safe, the choices as buttons. */
export function InboxScreen() {
  const { day } = useStall();
  const [, go] = useLocation();
  const inbox = useInbox(0);
  const [trouble, setTrouble] = useState<NotKept>(null);
  if (!inbox) return null;
  const { cards, settled } = inbox;
  const keep = async (writing: Promise<NotKept>) => setTrouble(await writing);
  return (
    <Page
      title={<FormattedMessage {...text.title} values={{ count: cards.length }} />}
      lead={cards.length > 0 && <FormattedMessage {...text.lead} />}
    >
      {trouble && <NotSaved kind={trouble} />}
      {cards.length === 0 && (
        <EmptyState
          title={<FormattedMessage {...text.empty} />}
          action={
            <Button kind={day ? 'go' : 'plain'} onClick={() => go('/')}>
              <FormattedMessage {...text.back} />
            </Button>
          }
        />
      )}
      {cards.map((card) => (
        <Card key={card.id} card={card} onKeep={(writing) => void keep(writing)} />
      ))}
      {settled.length > 0 && <SettledList settled={settled} />}
    </Page>
  );
}

function Card({ card, onKeep }: { readonly card: Exception; readonly onKeep: (writing: Promise<NotKept>) => void }) {
  switch (card.kind) {
    case 'sold-twice':
      return <SoldTwiceCard copy={card.copy} sales={card.sales} />;
    case 'payment-unclear':
    case 'payment-surplus':
      return <PaymentCard card={card} onKeep={onKeep} />;
    case 'below-zero':
      return <LevelCard items={card.items} onKeep={onKeep} />;
    case 'drawer-open':
    case 'late-facts':
      return <DrawerCard card={card} />;
  }
}
