import type { MessageDescriptor } from 'react-intl';
import type { IconName } from '../ui/icon.tsx';
import { defineMessages } from '../ui/messages.ts';

export type Section = 'till' | 'market' | 'stock' | 'floor' | 'insights' | 'inbox' | 'tablet';

const text = defineMessages({
  till: { id: 'shell.till', defaultMessage: 'Till' },
  market: { id: 'shell.market', defaultMessage: 'Market' },
  stock: { id: 'shell.stock', defaultMessage: 'Stock' },
  floor: { id: 'shell.floor', defaultMessage: 'Floor' },
  insights: { id: 'shell.insights', defaultMessage: 'Insights' },
  inbox: { id: 'shell.inbox', defaultMessage: 'Inbox' },
});

/** The rail: six words, always visible. The tablet's own pages are under its letter. */
export const rail: readonly {
  readonly section: Section;
  readonly icon: IconName;
  readonly title: MessageDescriptor;
}[] = [
  { section: 'till', icon: 'till', title: text.till },
  { section: 'market', icon: 'market', title: text.market },
  { section: 'stock', icon: 'stock', title: text.stock },
  { section: 'floor', icon: 'floor', title: text.floor },
  { section: 'insights', icon: 'insights', title: text.insights },
  { section: 'inbox', icon: 'inbox', title: text.inbox },
];
