import { expect, test } from 'vitest';
import { fact } from '../../src/domain/fact.ts';
import { amendDay } from '../../src/domain/market-days/amendments.ts';
import { closeDrawer } from '../../src/domain/market-days/drawer.ts';
import { readInbox } from '../../src/store/exceptions.ts';
import { readDay, readHeads } from '../../src/store/read.ts';
import { aSale } from '../support/a-sale.ts';
import { aTablet, type TestTablet } from '../support/a-tablet.ts';

const DAY = 'day-1';
const DRAWER = 'drawer-a';
const opened = [
  fact('marketDay.opened', DAY, { marketDay: DAY, fields: {}, taxIncluded: true }),
  fact('drawer.opened', DRAWER, { drawer: DRAWER, letters: 'A', counted: 0 }),
];
const handedOff = fact('payment.handedOff', 's', {
  attempt: 'try-1',
  sale: 's',
  provider: 'manual-card',
  amount: 2500,
  currency: 'EUR',
});
const resolved = (outcome: 'unknown' | 'succeeded' | 'failed') =>
  fact('payment.resolved', 's', { attempt: 'try-1', sale: 's', outcome, evidence: 'operator' });
const cardSale = aSale({
  sale: 's',
  receipt: 'A-0007',
  drawer: DRAWER,
  tenders: [{ kind: 'card', amount: 2500, attempt: 'try-1' }],
});
const counted = fact('stock.counted', 'stall', { place: 'stall', items: [{ variant: 'salt-20', quantity: 5 }] });

async function kinds(tablet: TestTablet, later = 0): Promise<string[]> {
  const { cards } = await readInbox(tablet.db, 'stall', tablet.author.now() + later);
  return cards.map(({ kind }) => kind);
}

test('a day that runs as it should leaves nothing for a person', async () => {
  const tablet = await aTablet({ day: DAY });
  await tablet.write(...opened, counted, aSale({ drawer: DRAWER }));
  expect(await kinds(tablet)).toEqual([]);
});

test('a card that nobody could tell is asked about until somebody says, and then stays a week as settled', async () => {
  const tablet = await aTablet({ day: DAY });
  await tablet.write(...opened, counted, handedOff, cardSale, resolved('unknown'));
  expect((await readInbox(tablet.db, 'stall', tablet.author.now())).cards).toMatchObject([
    { kind: 'payment-unclear', receipt: 'A-0007', attempt: { amount: 2500 } },
  ]);
  await tablet.write(resolved('succeeded'));
  const after = await readInbox(tablet.db, 'stall', tablet.author.now());
  expect(after).toMatchObject({ cards: [], settled: [{ receipt: 'A-0007', attempt: { state: 'succeeded' } }] });
  const weeks = 8 * 86_400_000;
  expect((await readInbox(tablet.db, 'stall', tablet.author.now() + weeks)).settled).toEqual([]);
});

test('an amount on the reader is left alone while it is being paid, and asked about when it was forgotten', async () => {
  const tablet = await aTablet({ day: DAY });
  await tablet.write(...opened, handedOff);
  expect(await kinds(tablet)).toEqual([]);
  expect(await kinds(tablet, 11 * 60_000)).toEqual(['payment-unclear']);
});

test('money that came for no sale is to be given back', async () => {
  const tablet = await aTablet({ day: DAY });
  await tablet.write(...opened, handedOff, resolved('succeeded'));
  expect(await kinds(tablet)).toEqual(['payment-surplus']);
});

test('a drawer is a card only when its day is over', async () => {
  const tablet = await aTablet({ day: DAY });
  await tablet.write(...opened, counted, aSale({ drawer: DRAWER }));
  expect(await kinds(tablet, 60_000)).toEqual([]);
  expect(await kinds(tablet, 21 * 3_600_000)).toEqual(['drawer-open']);
  await tablet.write(fact('marketDay.closed', DAY, { marketDay: DAY }));
  expect(await kinds(tablet)).toEqual(['drawer-open']);
});

test('more sold than counted is shown with each form, and a count settles it', async () => {
  const tablet = await aTablet({ day: DAY });
  await tablet.write(...opened, aSale({ drawer: DRAWER, quantity: 2 }));
  expect((await readInbox(tablet.db, 'stall', tablet.author.now())).cards).toMatchObject([
    { kind: 'below-zero', items: [{ variant: 'salt-20', level: -2 }] },
  ]);
  await tablet.write(fact('stock.counted', 'stall', { place: 'stall', items: [{ variant: 'salt-20', quantity: 0 }] }));
  expect(await kinds(tablet)).toEqual([]);
});

test('a copy with two open sales names both, and one refund settles it', async () => {
  const tablet = await aTablet({ day: DAY });
  const copy = { edition: 'harbour', number: 7, marked: true };
  const first = aSale({ sale: 'one', receipt: 'A-0001', drawer: DRAWER, copy });
  const second = aSale({ sale: 'two', receipt: 'B-0001', drawer: DRAWER, copy });
  await tablet.write(...opened, counted, first, second);
  expect((await readInbox(tablet.db, 'stall', tablet.author.now())).cards).toMatchObject([
    { kind: 'sold-twice', sales: [{ receipt: 'A-0001' }, { receipt: 'B-0001' }] },
  ]);
  const unit = { line: 0, unit: 0, variant: 'salt-20', copy };
  const back = { sale: 'two', receipt: 'B-0001', drawer: DRAWER, place: 'stall', units: [unit] };
  await tablet.write(fact('sale.voided', 'two', back));
  expect(await kinds(tablet)).toEqual([]);
});

test('what came in after the close waits for its number, and is told for two days once it has one', async () => {
  const tablet = await aTablet({ day: DAY });
  await tablet.write(...opened, counted, aSale({ drawer: DRAWER }));
  const heads = async () =>
    Object.fromEntries((await readHeads(tablet.db)).map(({ device, n, hash }) => [device, { n, hash }]));
  const z = { number: 'A-Z1', heads: await heads() };
  const closed = closeDrawer(await readDay(tablet.db, DAY), DRAWER, z, { counted: 2500 });
  if (!closed.ok) throw new Error('not closed');
  await tablet.write(fact('drawer.closed', DRAWER, closed.value), aSale({ sale: 'late', drawer: DRAWER }));
  const cards = async (later = 0) => (await readInbox(tablet.db, 'stall', tablet.author.now() + later)).cards;
  expect(await cards()).toMatchObject([{ kind: 'late-facts', sales: 1, number: null }]);
  const amend = async () => {
    const amended = amendDay(await readDay(tablet.db, DAY), DAY, await heads());
    if (amended) await tablet.write(fact('marketDay.amended', DAY, amended));
  };
  await amend();
  expect(await cards()).toMatchObject([{ kind: 'late-facts', sales: 1, number: 1 }]);
  await tablet.write(aSale({ sale: 'later', drawer: DRAWER }), aSale({ sale: 'last', drawer: DRAWER }));
  await amend();
  expect(await cards()).toMatchObject([{ kind: 'late-facts', sales: 2, number: 2 }]);
  expect(await cards(3 * 86_400_000)).toEqual([]);
});
