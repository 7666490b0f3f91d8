import { defineMessages } from '../ui/messages.ts';
import type { Screen } from './screen.ts';

const text = defineMessages({
  people: { id: 'screen.people', defaultMessage: 'People' },
  thisTablet: { id: 'screen.thisTablet', defaultMessage: 'This tablet' },
  tablets: { id: 'screen.tablets', defaultMessage: 'One more tablet' },
  collectives: { id: 'screen.collectives', defaultMessage: 'Collectives' },
  collective: { id: 'screen.collective', defaultMessage: 'The collective' },
  noon: { id: 'screen.noon', defaultMessage: 'When it breaks at noon' },
  paper: { id: 'screen.paper', defaultMessage: 'Sales on paper' },
});

/** The hub took some of what this tablet wrote, one morning. */
const someSent = { acked: { n: 40, hash: '' }, lastSentAt: Date.UTC(2026, 5, 13, 9, 42) };

/** Under the tablet's letter. */
export const tabletScreens: readonly Screen[] = [
  {
    id: 'tablet',
    path: '/tablet',
    section: 'tablet',
    title: text.thisTablet,
    tab: text.thisTablet,
    load: async () => (await import('../features/tablet/tablet-screen.tsx')).TabletScreen,
    states: [
      { id: 'joined', stall: 'example', at: '/tablet', steps: [] },
      { id: 'alone', stall: 'bare', at: '/tablet', steps: [] },
      { id: 'waiting', stall: 'mock', at: '/tablet', sync: someSent, steps: [] },
      { id: 'sent', stall: 'mock', at: '/tablet', sync: { ...someSent, acked: { n: 9_999, hash: '' } }, steps: [] },
      { id: 'enrolment', stall: 'mock', at: '/tablet', sync: { ...someSent, needs: 'enrolment' }, steps: [] },
      { id: 'update', stall: 'mock', at: '/tablet', sync: { ...someSent, needs: 'update' }, steps: [] },
      { id: 'hub-update', stall: 'mock', at: '/tablet', sync: { ...someSent, needs: 'hub-update' }, steps: [] },
      { id: 'fork', stall: 'mock', at: '/tablet', sync: { ...someSent, needs: 'fork' }, steps: [] },
      { id: 'old-hub', stall: 'mock', at: '/tablet', sync: { ...someSent, needs: 'old-hub' }, steps: [] },
      { id: 'refused', stall: 'mock', at: '/tablet', sync: { ...someSent, needs: 'refused' }, steps: [] },
    ],
  },
  {
    id: 'collective',
    path: '/tablet/collective',
    section: 'tablet',
    title: text.collective,
    tab: text.collective,
    lead: true,
    load: async () => (await import('../features/people/collective-screen.tsx')).CollectiveScreen,
    states: [
      { id: 'example', stall: 'example', at: '/tablet/collective', steps: [] },
      {
        id: 'problems',
        stall: 'bare',
        at: '/tablet/collective',
        steps: [
          { type: 'XYZ', into: 'role=textbox[name="Currency"]' },
          { tap: 'role=button[name="Save"]' },
          { see: 'text=/No currency is called that/' },
        ],
      },
    ],
  },
  {
    id: 'people',
    path: '/tablet/people',
    section: 'tablet',
    title: text.people,
    tab: text.people,
    lead: true,
    load: async () => (await import('../features/people/people-screen.tsx')).PeopleScreen,
    states: [
      { id: 'named', stall: 'example', at: '/tablet/people', steps: [] },
      { id: 'nobody', stall: 'bare', at: '/tablet/people', steps: [] },
      {
        id: 'photographer',
        stall: 'bare',
        at: '/tablet/people',
        steps: [{ tap: 'role=button[name="Add a photographer"]' }, { see: 'role=dialog' }],
      },
    ],
  },
  {
    id: 'tablets',
    path: '/tablet/more',
    section: 'tablet',
    title: text.tablets,
    tab: text.tablets,
    lead: true,
    load: async () => (await import('../features/tablet/tablets-screen.tsx')).TabletsScreen,
    states: [
      { id: 'list', stall: 'example', at: '/tablet/more', steps: [] },
      { id: 'alone', stall: 'bare', at: '/tablet/more', steps: [] },
    ],
  },
  {
    id: 'collectives',
    path: '/tablet/collectives',
    section: 'tablet',
    title: text.collectives,
    tab: text.collectives,
    load: async () => (await import('../features/tablet/collectives-screen.tsx')).CollectivesScreen,
    states: [
      { id: 'list', stall: 'example', at: '/tablet/collectives', steps: [] },
      {
        id: 'unread',
        stall: 'mock',
        at: '/tablet',
        steps: [
          { spoil: 'unread' },
          { tap: 'role=link[name="Collectives"]' },
          { see: 'text=/Could not be read/' },
          { tap: 'role=button[name="Take off this tablet"]' },
        ],
      },
    ],
  },
  {
    id: 'paper',
    path: '/tablet/paper',
    section: 'tablet',
    title: text.paper,
    tab: text.paper,
    load: async () => (await import('../features/tablet/paper-screen.tsx')).PaperScreen,
    states: [
      { id: 'empty', stall: 'example', at: '/tablet/paper', steps: [] },
      {
        id: 'no-time',
        stall: 'example',
        at: '/tablet/paper',
        steps: [{ tap: 'role=button[name="Enter the sale"]' }, { see: 'role=alert' }],
      },
    ],
  },
  {
    id: 'noon',
    path: '/tablet/noon',
    section: 'tablet',
    title: text.noon,
    tab: text.noon,
    load: async () => (await import('../features/tablet/noon-screen.tsx')).NoonScreen,
    states: [{ id: 'page', stall: 'example', at: '/tablet/noon', steps: [] }],
  },
];
