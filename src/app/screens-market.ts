import { defineMessages } from '../ui/messages.ts';
import type { Screen, Step } from './screen.ts';

const text = defineMessages({
  board: { id: 'screen.board', defaultMessage: 'Board' },
  days: { id: 'screen.days', defaultMessage: 'Days' },
  plan: { id: 'screen.plan', defaultMessage: 'Plan a market' },
  open: { id: 'screen.open', defaultMessage: 'Open a market' },
  close: { id: 'screen.close', defaultMessage: 'Close the day' },
  report: { id: 'screen.report', defaultMessage: 'Z reports' },
  drawer: { id: 'screen.drawer', defaultMessage: 'Drawer' },
  ready: { id: 'screen.ready', defaultMessage: 'Am I ready?' },
  ledger: { id: 'screen.ledger', defaultMessage: 'Ledger' },
});

const section = 'market' as const;

/** Two notes of 200 counted, whatever is in the drawer. */
const counted: readonly Step[] = [
  { see: '.piece' },
  { press: '2' },
  { tap: 'role=button[name="That is all of it"]' },
  { see: '.compare-head' },
];

/** A day that its first sale opened: it is called by its date. */
const unplanned: readonly Step[] = [
  { tap: '.tile[data-work=salt]' },
  { tap: '[data-pay=exact]' },
  { see: '.cart.done' },
  { press: 'Alt+2' },
  { see: '.board' },
];

/** Market: the day as it runs, all days, the close, the ledger. */
export const marketScreens: readonly Screen[] = [
  {
    id: 'board',
    path: '/market',
    section,
    title: text.board,
    tab: text.board,
    load: async () => (await import('../features/market-days/board-screen.tsx')).BoardScreen,
    states: [
      { id: 'open', stall: 'example', at: '/market', steps: [{ see: '.top-prints img' }], mockup: '04-board-light' },
      { id: 'unplanned', stall: 'mock', at: '/', steps: [...unplanned, { see: '.top-prints img' }] },
      { id: 'none', stall: 'bare', at: '/market', steps: [] },
    ],
  },
  {
    id: 'days',
    path: '/market/days',
    section,
    title: text.days,
    tab: text.days,
    load: async () => (await import('../features/market-days/days-screen.tsx')).DaysScreen,
    states: [
      { id: 'list', stall: 'example', at: '/market/days', steps: [] },
      { id: 'unplanned', stall: 'mock', at: '/', steps: [...unplanned, { tap: 'role=link[name="Days"]' }] },
      { id: 'none', stall: 'bare', at: '/market/days', steps: [] },
    ],
  },
  {
    id: 'plan',
    path: '/market/plan',
    section,
    title: text.plan,
    load: async () => (await import('../features/market-days/plan-screen.tsx')).PlanScreen,
    states: [
      { id: 'new', stall: 'bare', at: '/market/plan', steps: [] },
      { id: 'refused', stall: 'bare', at: '/market/plan', steps: [{ tap: 'role=button[name="Save the plan"]' }] },
    ],
  },
  {
    id: 'plan-change',
    path: '/market/plan/:id',
    section,
    title: text.plan,
    load: async () => (await import('../features/market-days/plan-screen.tsx')).PlanScreen,
    states: [
      {
        id: 'change',
        stall: 'example',
        at: '/market/days',
        steps: [{ tap: 'role=button[name="Change"]' }],
      },
    ],
  },
  {
    id: 'open',
    path: '/market/open/:id',
    section,
    title: text.open,
    load: async () => (await import('../features/market-days/open-screen.tsx')).OpenScreen,
    states: [
      { id: 'gone', stall: 'bare', at: '/market/open/unknown', steps: [] },
      {
        id: 'count',
        stall: 'example',
        at: '/market/days',
        steps: [{ tap: 'role=button[name="Count the float"]' }],
      },
    ],
  },
  {
    id: 'close',
    path: '/market/close',
    section,
    title: text.close,
    load: async () => (await import('../features/market-days/close-screen.tsx')).CloseScreen,
    states: [
      { id: 'count', stall: 'example', at: '/market/close', steps: [], mockup: '06-close-1-count' },
      { id: 'compare', stall: 'example', at: '/market/close', steps: counted, mockup: '06-close-2-variance' },
      {
        id: 'share',
        stall: 'example',
        at: '/market/close',
        sync: { acked: { n: 99_999, hash: '' }, lastSentAt: Date.UTC(2026, 5, 13, 15, 2) },
        steps: [...counted, { tap: 'role=button[name="Change given wrong"]' }, { see: '.z-paper' }],
        mockup: '06-close-3-report',
      },
      { id: 'nothing', stall: 'bare', at: '/market/close', steps: [] },
    ],
  },
  {
    id: 'report',
    path: '/market/report/:id',
    section,
    title: text.report,
    load: async () => (await import('../features/market-days/report-screen.tsx')).ReportScreen,
    states: [
      {
        id: 'past',
        stall: 'example',
        at: '/market/days',
        steps: [
          { tap: 'role=button[name="Ledger"]' },
          { see: '.ledger' },
          { tap: 'role=button[name="Z reports"]' },
          { see: '.z-paper' },
        ],
      },
      {
        id: 'none',
        stall: 'example',
        at: '/market/ledger',
        steps: [{ tap: 'role=button[name="Z reports"]' }, { see: '.report' }],
      },
      {
        id: 'unplanned',
        stall: 'mock',
        at: '/',
        steps: [...unplanned, { tap: 'role=link[name="Ledger"]' }, { tap: 'role=button[name="Z reports"]' }],
      },
    ],
  },
  {
    id: 'drawer',
    path: '/market/drawer',
    section,
    title: text.drawer,
    load: async () => (await import('../features/market-days/drawer-screen.tsx')).DrawerScreen,
    states: [
      { id: 'filled', stall: 'example', at: '/market/drawer', steps: [{ see: '.z-paper' }] },
      {
        id: 'pay-out',
        stall: 'example',
        at: '/market/drawer',
        steps: [{ tap: 'role=button[name="Pay out"]' }, { see: 'dialog' }],
      },
      { id: 'none', stall: 'bare', at: '/market/drawer', steps: [] },
    ],
  },
  {
    id: 'ready',
    path: '/market/ready',
    section,
    title: text.ready,
    load: async () => (await import('../features/market-days/ready-screen.tsx')).ReadyScreen,
    states: [
      { id: 'example', stall: 'example', at: '/market/ready', steps: [] },
      { id: 'bare', stall: 'bare', at: '/market/ready', steps: [] },
    ],
  },
  {
    id: 'ledger',
    path: '/market/ledger',
    section,
    title: text.ledger,
    tab: text.ledger,
    load: async () => (await import('../features/ledger/ledger-screen.tsx')).LedgerScreen,
    states: [
      { id: 'day', stall: 'example', at: '/market/ledger', steps: [] },
      { id: 'unplanned', stall: 'mock', at: '/', steps: [...unplanned, { tap: 'role=link[name="Ledger"]' }] },
      { id: 'none', stall: 'bare', at: '/market/ledger', steps: [] },
    ],
  },
  {
    id: 'ledger-day',
    path: '/market/ledger/:id',
    section,
    title: text.ledger,
    load: async () => (await import('../features/ledger/ledger-screen.tsx')).LedgerScreen,
    states: [
      {
        id: 'past',
        stall: 'example',
        at: '/market/days',
        steps: [{ tap: 'role=button[name="Ledger"]' }],
      },
    ],
  },
];
