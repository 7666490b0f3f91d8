import { defineMessages } from '../ui/messages.ts';
import type { Screen } from './screen.ts';

const text = defineMessages({
  works: { id: 'screen.works', defaultMessage: 'Works' },
  work: { id: 'screen.work', defaultMessage: 'A print' },
  hang: { id: 'screen.hang', defaultMessage: 'Hang pictures' },
  import: { id: 'screen.import', defaultMessage: 'Import' },
  levels: { id: 'screen.levels', defaultMessage: 'Levels' },
  rows: { id: 'screen.rows', defaultMessage: 'Price rows' },
});

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
