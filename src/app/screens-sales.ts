import { defineMessages } from '../ui/messages.ts';
import type { Screen, Step } from './screen.ts';

const text = defineMessages({
  till: { id: 'screen.till', defaultMessage: 'Till' },
  sales: { id: 'screen.sales', defaultMessage: 'Sales' },
  sale: { id: 'screen.sale', defaultMessage: 'Sale' },
  receipt: { id: 'screen.receipt', defaultMessage: 'Receipt' },
  story: { id: 'screen.story', defaultMessage: 'Show the shopper' },
});

const tile = (work: string): Step => ({ tap: `.tile[data-work=${work}]` });
const three: readonly Step[] = [tile('birch'), tile('salt'), tile('harbour')];
const soldThree: readonly Step[] = [
  ...three,
  { tap: '[data-pay=cash]' },
  { tap: 'role=button[name=/^150/]' },
  { see: '.cart.done' },
];
/** Salt of the sale of three, at what was paid for it, is the credit of an empty cart. */
const saltBack: readonly Step[] = [
  ...soldThree,
  { tap: '.pay.next button' },
  { tap: 'role=button[name="Sales"]' },
  { tap: '.unit >> nth=1' },
  { tap: 'role=button[name="Exchange instead"]' },
  { see: '.credit' },
];
const till = { stall: 'mock', at: '/' } as const;

/** The till and everything about a sale. */
export const salesScreens: readonly Screen[] = [
  {
    id: 'till',
    path: '/',
    section: 'till',
    title: text.till,
    load: async () => (await import('../features/sales/till-screen.tsx')).TillScreen,
    states: [
      { id: 'empty', ...till, steps: [{ see: '.tile img' }], mockup: '01-till-empty' },
      { id: 'cart', ...till, steps: three, mockup: '01-till-light' },
      {
        id: 'busy',
        ...till,
        steps: [
          tile('dune'),
          tile('salt'),
          tile('birch'),
          tile('meadow'),
          tile('zine'),
          tile('postcards'),
          tile('postcards'),
        ],
        mockup: '01-till-busy',
      },
      { id: 'copies', ...till, steps: [...three, { tap: '.copy-chip' }], mockup: '13-copy-picker' },
      { id: 'marked', ...till, steps: [tile('window'), { see: '.numbers' }] },
      { id: 'cash', ...till, steps: [...three, { tap: '[data-pay=cash]' }], mockup: '02-payment-cash' },
      {
        id: 'card',
        ...till,
        steps: [...three, { tap: '[data-pay=card]' }, { see: '.reader' }],
        mockup: '02-payment-card',
      },
      {
        id: 'qr',
        ...till,
        steps: [...three, { press: 'q' }, { see: '.bank-code' }],
        mockup: '02-payment-qr',
      },
      {
        id: 'split',
        ...till,
        steps: [
          ...three,
          { tap: '[data-pay=cash]' },
          { tap: 'role=button[name="Split"]' },
          { tap: 'role=button[name=/^Third/]' },
          { tap: '[data-pay=cash]' },
        ],
        mockup: '02-payment-split',
      },
      {
        id: 'unclear',
        ...till,
        steps: [...three, { tap: '[data-pay=card]' }, { tap: 'role=button[name="It does not say"]' }],
        mockup: '02-payment-unknown',
      },
      { id: 'done', ...till, steps: soldThree, mockup: '03-done' },
      {
        id: 'turned',
        ...till,
        steps: [...soldThree, { tap: 'role=button[name="Turn for the shopper"]' }],
        mockup: '03-done-turned',
      },
      { id: 'line', ...till, steps: [...three, { tap: '.line-main >> nth=0' }, { see: 'dialog' }] },
      {
        id: 'amount',
        ...till,
        steps: [{ see: '.tile img' }, { tap: 'role=button[name="Amount"]' }, { see: 'dialog' }],
      },
      { id: 'park', ...till, steps: [...three, { press: 'p' }, { see: 'dialog' }] },
      { id: 'exchange', ...till, steps: saltBack },
      { id: 'exchange-pay', ...till, steps: [...saltBack, tile('ridges')] },
      { id: 'exchange-back', ...till, steps: [...saltBack, tile('zine'), { see: '.pay.back' }] },
      {
        id: 'exchange-done',
        ...till,
        steps: [...saltBack, tile('zine'), { tap: '[data-pay=back]' }, { see: '.cart.done' }],
      },
      { id: 'recent', ...till, steps: [...three, { tap: '.recent-button' }, { see: '.recent' }] },
      { id: 'early', ...till, steps: [...soldThree, tile('salt'), tile('salt'), { see: '.recent-button' }] },
      {
        id: 'early-recent',
        ...till,
        steps: [...soldThree, tile('salt'), tile('salt'), { tap: '.recent-button' }, { see: '.recent' }],
      },
      { id: 'taken', ...till, steps: [...three, { spoil: 'taken' }, { see: '.reopen-offer' }] },
      { id: 'example', stall: 'example', at: '/', steps: [{ see: '.tile img' }] },
    ],
  },
  {
    id: 'sales',
    path: '/sales',
    section: 'till',
    title: text.sales,
    load: async () => (await import('../features/sales/sales-screen.tsx')).SalesScreen,
    states: [
      {
        id: 'list',
        ...till,
        steps: [
          ...soldThree,
          { tap: '.pay.next button' },
          { tap: 'role=button[name="Refund"]' },
          { see: '.sale-list' },
        ],
      },
    ],
  },
  {
    id: 'latest',
    path: '/sales/latest',
    section: 'till',
    title: text.sale,
    load: async () => (await import('../features/sales/sales-screen.tsx')).LatestSale,
    states: [],
  },
  {
    id: 'receipt',
    path: '/sales/:id/receipt',
    section: 'till',
    title: text.receipt,
    load: async () => (await import('../features/sales/receipt-screen.tsx')).ReceiptScreen,
    states: [
      { id: 'paper', ...till, steps: [...soldThree, { tap: 'role=button[name="Show"]' }, { see: '.receipt' }] },
      {
        id: 'exchange',
        ...till,
        steps: [
          ...saltBack,
          tile('zine'),
          { tap: '[data-pay=back]' },
          { tap: 'role=button[name="Show"]' },
          { see: '.receipt-back' },
        ],
      },
    ],
  },
  {
    id: 'sale',
    path: '/sales/:id',
    section: 'till',
    title: text.sale,
    load: async () => (await import('../features/sales/sale-screen.tsx')).SaleScreen,
    states: [
      {
        id: 'refund',
        ...till,
        steps: [
          ...soldThree,
          { tap: '.pay.next button' },
          { tap: 'role=button[name="Sales"]' },
          { tap: '.unit >> nth=2' },
        ],
        mockup: '14-refund',
      },
      {
        id: 'all-back',
        ...till,
        steps: [
          ...soldThree,
          { tap: '.pay.next button' },
          { tap: 'role=button[name="Sales"]' },
          ...[0, 1, 2].map((at) => ({ tap: `.unit >> nth=${at}` })),
          { tap: 'role=button[name="Refund and put back"]' },
          { see: '.refund-said' },
        ],
      },
    ],
  },
  {
    id: 'story',
    path: '/story/:work/:copy?',
    section: 'till',
    title: text.story,
    bare: true,
    load: async () => (await import('../features/sales/story-screen.tsx')).StoryScreen,
    states: [
      { id: 'copy', stall: 'mock', at: '/story/harbour/7', steps: [{ see: '.story img' }], mockup: '15-show-shopper' },
    ],
  },
];
