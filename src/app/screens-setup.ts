import { defineMessages } from '../ui/messages.ts';
import type { Screen } from './screens.ts';

const text = defineMessages({
  start: { id: 'screen.start', defaultMessage: 'A bare wall' },
  join: { id: 'screen.join', defaultMessage: 'Join a collective' },
  joined: { id: 'screen.joined', defaultMessage: 'Joined' },
  works: { id: 'screen.works', defaultMessage: 'Works' },
  work: { id: 'screen.work', defaultMessage: 'A print' },
  hang: { id: 'screen.hang', defaultMessage: 'Hang pictures' },
  import: { id: 'screen.import', defaultMessage: 'Import' },
  people: { id: 'screen.people', defaultMessage: 'People' },
  levels: { id: 'screen.levels', defaultMessage: 'Levels' },
  rows: { id: 'screen.rows', defaultMessage: 'Price rows' },
  thisTablet: { id: 'screen.thisTablet', defaultMessage: 'This tablet' },
  tablets: { id: 'screen.tablets', defaultMessage: 'One more tablet' },
  collectives: { id: 'screen.collectives', defaultMessage: 'Collectives' },
  collective: { id: 'screen.collective', defaultMessage: 'The collective' },
  noon: { id: 'screen.noon', defaultMessage: 'When it breaks at noon' },
  paper: { id: 'screen.paper', defaultMessage: 'Sales on paper' },
});

/** Beginning: the bare wall, and joining. */
export const startScreens: readonly Screen[] = [
  {
    id: 'start',
    path: '/start',
    section: 'till',
    title: text.start,
    load: async () => (await import('../features/first-run/first-run-screen.tsx')).FirstRunScreen,
    states: [{ id: 'bare', stall: 'bare', at: '/start', steps: [], mockup: '12-first-run' }],
  },
  {
    id: 'join',
    path: '/join',
    section: 'tablet',
    title: text.join,
    load: async () => (await import('../features/tablet/join-screen.tsx')).JoinScreen,
    states: [
      { id: 'empty', stall: 'bare', at: '/join', steps: [] },
      { id: 'example', stall: 'bare', at: '/join?example', steps: [] },
      {
        id: 'not-a-code',
        stall: 'bare',
        at: '/join',
        steps: [
          { type: 'abc', into: 'role=textbox[name=/Code/]' },
          { tap: 'role=button[name="Join"]' },
          { see: 'text=/8 letters and digits/' },
        ],
      },
    ],
  },
  {
    id: 'joined',
    path: '/joined',
    section: 'tablet',
    title: text.joined,
    load: async () => (await import('../features/tablet/joined-screen.tsx')).JoinedScreen,
    states: [{ id: 'coming', stall: 'bare', at: '/joined', steps: [] }],
  },
];

/** Stock: what hangs, how it got there. The first that matches wins. */
export const stockScreens: readonly Screen[] = [
  {
    id: 'works',
    path: '/stock',
    section: 'stock',
    title: text.works,
    tab: text.works,
    load: async () => (await import('../features/catalogue/works-screen.tsx')).WorksScreen,
    states: [
      { id: 'wall', stall: 'example', at: '/stock', steps: [] },
      {
        id: 'search',
        stall: 'example',
        at: '/stock',
        steps: [{ type: 'har', into: 'role=searchbox' }],
      },
      { id: 'none', stall: 'bare', at: '/stock', steps: [] },
    ],
  },
  {
    id: 'hang',
    path: '/stock/hang',
    section: 'stock',
    title: text.hang,
    lead: true,
    load: async () => (await import('../features/catalogue/hang-screen.tsx')).HangScreen,
    states: [{ id: 'empty', stall: 'bare', at: '/stock/hang', steps: [] }],
  },
  {
    id: 'work',
    path: '/stock/works/:id',
    section: 'stock',
    title: text.work,
    lead: true,
    load: async () => (await import('../features/catalogue/work-screen.tsx')).WorkScreen,
    states: [
      { id: 'new', stall: 'bare', at: '/stock/works/new', steps: [] },
      {
        id: 'problems',
        stall: 'bare',
        at: '/stock/works/new',
        steps: [
          { type: '-5', into: 'role=textbox[name=/^Price/]' },
          { tap: 'role=button[name="Hang it"]' },
          { see: 'text=/need a look/' },
        ],
      },
      {
        id: 'known',
        stall: 'example',
        at: '/stock',
        steps: [{ tap: '.works > li:first-child a' }, { see: 'role=button[name="Save"]' }],
      },
    ],
  },
  {
    id: 'levels',
    path: '/stock/levels',
    section: 'stock',
    title: text.levels,
    tab: text.levels,
    load: async () => (await import('../features/stock/levels-screen.tsx')).LevelsScreen,
    states: [
      { id: 'here', stall: 'example', at: '/stock/levels', steps: [] },
      {
        id: 'counting',
        stall: 'example',
        at: '/stock/levels',
        steps: [{ tap: 'role=button[name="Type counts"]' }],
      },
      {
        id: 'one',
        stall: 'example',
        at: '/stock/levels',
        steps: [{ tap: '.level-here >> nth=0' }, { see: 'role=dialog' }],
      },
      {
        id: 'places',
        stall: 'example',
        at: '/stock/levels',
        steps: [{ tap: 'role=button[name="Places …"]' }, { see: 'role=dialog' }],
      },
    ],
  },
  {
    id: 'price-rows',
    path: '/stock/rows',
    section: 'stock',
    title: text.rows,
    tab: text.rows,
    lead: true,
    load: async () => (await import('../features/catalogue/price-rows-screen.tsx')).PriceRowsScreen,
    states: [
      { id: 'some', stall: 'example', at: '/stock/rows', steps: [] },
      {
        id: 'new',
        stall: 'example',
        at: '/stock/rows',
        steps: [{ tap: 'role=button[name="Add a price row"]' }, { see: 'role=dialog' }],
      },
    ],
  },
  {
    id: 'import',
    path: '/stock/import',
    section: 'stock',
    title: text.import,
    tab: text.import,
    lead: true,
    load: async () => (await import('../features/catalogue/import-screen.tsx')).ImportScreen,
    states: [
      { id: 'empty', stall: 'bare', at: '/stock/import', steps: [] },
      { id: 'export', stall: 'example', at: '/stock/import', steps: [] },
    ],
  },
];

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
    states: [{ id: 'list', stall: 'example', at: '/tablet/collectives', steps: [] }],
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
