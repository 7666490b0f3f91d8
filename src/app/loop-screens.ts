import { defineMessages } from '../ui/messages.ts';
import type { Screen } from './screens.ts';

const text = defineMessages({
  floor: { id: 'screen.floor', defaultMessage: 'Pauses' },
  inbox: { id: 'screen.inbox', defaultMessage: 'Inbox' },
});

/** What comes round again after a sale: who paused, what to reprint, what the markets say, what waits for a person. */
export const loopScreens: readonly Screen[] = [
  {
    id: 'floor',
    path: '/floor',
    section: 'floor',
    title: text.floor,
    load: async () => (await import('../features/floor/floor-screen.tsx')).FloorScreen,
    states: [
      { id: 'no-day', stall: 'example', at: '/floor', steps: [] },
      { id: 'no-works', stall: 'bare', at: '/floor', steps: [] },
    ],
  },
  {
    id: 'inbox',
    path: '/inbox',
    section: 'inbox',
    title: text.inbox,
    load: async () => (await import('../features/inbox/inbox-screen.tsx')).InboxScreen,
    states: [{ id: 'nothing', stall: 'bare', at: '/inbox', steps: [] }],
  },
];
