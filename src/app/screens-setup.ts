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
];
