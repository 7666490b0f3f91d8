import { defineMessages } from '../ui/messages.ts';
import type { Screen } from './screen.ts';

const text = defineMessages({
  floor: { id: 'screen.floor', defaultMessage: 'Pauses' },
  insights: { id: 'screen.insights', defaultMessage: 'Insights' },
  reorder: { id: 'screen.reorder', defaultMessage: 'Reorder' },
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
      { id: 'tally', stall: 'example', at: '/floor', steps: [] },
      {
        id: 'counting',
        stall: 'example',
        at: '/floor',
        steps: [
          { tap: 'role=button[name=/^Count for/]' },
          { tap: 'role=button[name=/^Salt/] >> nth=0' },
          { tap: 'role=button[name=/^Dune No. 4/] >> nth=0' },
        ],
        mockup: '08-pause',
      },
      {
        id: 'outcome',
        stall: 'example',
        at: '/floor',
        steps: [{ tap: '.display-start' }, { tap: '.token' }, { see: '.outcomes' }],
      },
      {
        id: 'moving',
        stall: 'example',
        at: '/floor',
        steps: [{ tap: '.display-start' }, { tap: '.token' }, { tap: 'role=button[name="Went to another picture"]' }],
      },
      { id: 'no-works', stall: 'bare', at: '/floor', steps: [] },
    ],
  },
  {
    id: 'insights',
    path: '/insights',
    section: 'insights',
    title: text.insights,
    load: async () => (await import('../features/insights/insights-screen.tsx')).InsightsScreen,
    states: [
      { id: 'markets', stall: 'example', at: '/insights', steps: [{ see: '.dots' }], mockup: '09-insights' },
      { id: 'nothing', stall: 'bare', at: '/insights', steps: [{ see: '.empty' }] },
    ],
  },
  {
    id: 'inbox',
    path: '/inbox',
    section: 'inbox',
    title: text.inbox,
    load: async () => (await import('../features/inbox/inbox-screen.tsx')).InboxScreen,
    states: [
      { id: 'nothing', stall: 'bare', at: '/inbox', steps: [] },
      {
        id: 'unclear',
        stall: 'mock',
        at: '/',
        steps: [
          { tap: '.tile[data-work=salt]' },
          { tap: '[data-pay=card]' },
          { tap: 'role=button[name="It does not say"]' },
          { tap: 'role=button[name=/^Nothing, or cannot tell/]' },
          { see: '.cart.done' },
          { press: 'Alt+6' },
          { see: '.page' },
        ],
        mockup: '12-inbox',
      },
    ],
  },
];

/** Under Stock, after the works. */
export const reorderScreen: Screen = {
  id: 'reorder',
  path: '/stock/reorder',
  section: 'stock',
  title: text.reorder,
  tab: text.reorder,
  lead: true,
  load: async () => (await import('../features/replenishment/reorder-screen.tsx')).ReorderScreen,
  states: [
    {
      id: 'proposal',
      stall: 'example',
      at: '/stock/reorder',
      steps: [{ see: '.reorder-foot' }],
      mockup: '07-replenish',
    },
    { id: 'no-market', stall: 'bare', at: '/stock/reorder', steps: [] },
  ],
};
