import { expect, test } from 'vitest';
import { dayLedger } from '../../../src/domain/ledger/day-ledger.ts';
import { dayCsv } from '../../../src/domain/ledger/day-csv.ts';
import { dayBookings } from '../../../src/domain/ledger/bookings.ts';
import { proveLedger } from '../../../src/domain/ledger/prove-ledger.ts';
import { amendDay, amendments, lateReport } from '../../../src/domain/market-days/amendments.ts';
import { closeDrawer, closings, uncovered } from '../../../src/domain/market-days/drawer.ts';
import type { FactRead } from '../../../src/domain/fact.ts';
import { completeSale } from '../../../src/domain/sales/complete-sale.ts';
import { priceCart } from '../../../src/domain/sales/pricing.ts';
import { cardTender, cashTender } from '../../../src/domain/sales/tenders.ts';
import { cartOf, goods, stall } from '../sales/samples.ts';
import { WritingTablet } from '../written-facts.ts';

function sell(tablet: WritingTablet, sale: string, price: number, drawer = 'd', attempt?: string): void {
  const priced = priceCart(cartOf([{ goods: goods('birch', price) }], { id: sale }), { taxIncluded: true, rows: [] });
  const tender = attempt === undefined ? cashTender(price, null, 1) : cardTender(price, attempt);
  const body = completeSale(priced, [tender], stall({ drawer, receipt: `${tablet.device}-${sale}` }));
  if (!body.ok) throw new Error(body.problem.kind);
  tablet.write('sale.completed', sale, body.value);
}

function open(tablet: WritingTablet, drawer = 'd'): void {
  tablet.write('drawer.opened', drawer, { drawer, letters: tablet.device, counted: 1000 });
}

/** Closes knowing exactly what these devices wrote so far. */
function close(tablet: WritingTablet, z: string, knows: readonly WritingTablet[], drawer = 'd'): void {
  const reads = [tablet, ...knows].flatMap((each) => each.reads);
  for (const read of reads) tablet.see(read);
  const made = closeDrawer(reads, drawer, { number: z, heads: tablet.heads(...knows) }, { counted: 0 });
  if (!made.ok) throw new Error(made.problem.kind);
  tablet.write('drawer.closed', drawer, made.value);
}

/** The hub numbers what it holds of these devices. */
function amend(hub: WritingTablet, holds: readonly WritingTablet[]): FactRead<'marketDay.amended'> | null {
  const reads = [hub, ...holds].flatMap((each) => each.reads);
  for (const read of reads) hub.see(read);
  const body = amendDay(reads, 'day-1', hub.heads(...holds));
  return body && hub.write('marketDay.amended', 'day-1', body);
}

const all = (...devices: readonly WritingTablet[]) => devices.flatMap(({ reads }) => reads);

test('what came after the close is numbered once, each sending with its own difference', () => {
  const [a, hub] = [new WritingTablet('A'), new WritingTablet('H')];
  open(a);
  sell(a, '1', 500);
  close(a, 'A-Z1', []);
  expect(amend(hub, [a])).toBeNull();
  sell(a, '2', 300);
  sell(a, '3', 200);
  expect(amend(hub, [a])?.body).toMatchObject({ number: 1, drawers: ['d'] });
  expect(amend(hub, [a])).toBeNull();
  sell(a, '4', 50);
  expect(amend(hub, [a])?.body).toMatchObject({ number: 2 });

  const found = amendments(all(a, hub), 'd');
  expect(
    found.map(({ amended, z, report }) => [amended.body.number, z, report.sums.takings, report.sums.tenders]),
  ).toEqual([
    [1, 'A-Z1', 500, { cash: 500 }],
    [2, 'A-Z1', 50, { cash: 50 }],
  ]);
  expect([uncovered(all(a, hub), 'd'), lateReport(all(a, hub), 'd')]).toEqual([[], null]);
  expect(closings(all(a, hub), 'd').map(({ covers }) => covers.length)).toEqual([2]);
});

test('an amendment stays as it is in whatever order facts arrive, and whatever comes later', () => {
  const [a, hub] = [new WritingTablet('A'), new WritingTablet('H')];
  const about = { attempt: 'try', sale: '2' };
  open(a);
  close(a, 'A-Z1', []);
  a.write('payment.handedOff', 'try', { ...about, provider: 'manual-card', amount: 300, currency: 'EUR' });
  a.write('payment.resolved', 'try', { ...about, outcome: 'unknown', evidence: 'operator' });
  sell(a, '2', 300, 'd', 'try');
  amend(hub, [a]);
  const [before] = amendments(all(a, hub), 'd');
  a.write('payment.resolved', 'try', { ...about, outcome: 'failed', evidence: 'operator' });
  sell(a, '3', 70);
  amend(hub, [a]);
  expect(amendments(all(hub, a).toReversed(), 'd')[0]?.report).toEqual(before?.report);
  expect(before?.report.sums.tenders).toEqual({ 'card:unclear': 300 });
});

test('one amendment takes in every closed drawer, and leaves one alone that is in use', () => {
  const [a, b, c, hub] = [
    new WritingTablet('A'),
    new WritingTablet('B'),
    new WritingTablet('C'),
    new WritingTablet('H'),
  ];
  for (const [tablet, drawer] of [
    [a, 'd'],
    [b, 'e'],
    [c, 'f'],
  ] as const)
    open(tablet, drawer);
  close(a, 'A-Z1', []);
  close(b, 'B-Z1', [], 'e');
  close(c, 'C-Z1', [], 'f');
  sell(a, '1', 300);
  sell(b, '2', 200, 'e');
  open(c, 'f');
  sell(c, '3', 100, 'f');
  expect(amend(hub, [a, b, c])?.body).toMatchObject({ number: 1, drawers: ['d', 'e'] });
  expect(uncovered(all(a, b, c, hub), 'f')).toHaveLength(2);
});

test('a later Z that knows of the amendment leaves out what it says', () => {
  const [a, hub] = [new WritingTablet('A'), new WritingTablet('H')];
  open(a);
  close(a, 'A-Z1', []);
  sell(a, '1', 300);
  amend(hub, [a]);
  open(a);
  sell(a, '2', 90);
  close(a, 'A-Z2', [hub]);
  const zs = closings(all(a, hub), 'd');
  expect(zs.map(({ closed, overlaps }) => [closed.body.sums.takings, overlaps])).toEqual([
    [0, []],
    [90, []],
  ]);
  expect(proveLedger(dayLedger({ reads: all(a, hub), currency: 'EUR' }), all(a, hub))).toEqual([]);
});

test.each(['before', 'after'])(
  'a Z closed %s it without hearing of it is named beside it, and the day still adds up',
  (when) => {
    const [a, hub] = [new WritingTablet('A'), new WritingTablet('H')];
    open(a);
    close(a, 'A-Z1', []);
    sell(a, '1', 300);
    const sent = new WritingTablet('A');
    sent.reads.push(...a.reads);
    const heads = a.heads();
    if (when === 'before') close(a, 'A-Z2', []);
    const body = amendDay(sent.reads, 'day-1', heads);
    if (!body) throw new Error('nothing late');
    hub.now += when === 'before' ? 60_000 : -60_000;
    for (const read of sent.reads) hub.see(read);
    hub.write('marketDay.amended', 'day-1', body);
    a.now += 120_000;
    if (when === 'after') close(a, 'A-Z2', []);
    const reads = all(a, hub);
    const [amendment] = amendments(reads, 'd');
    expect(amendment?.report.sums.takings).toBe(300);
    const named = [...closings(reads, 'd'), ...amendments(reads, 'd')].flatMap(({ overlaps }) => overlaps);
    expect(named).toEqual(when === 'before' ? [1] : ['A-Z2']);
    expect(proveLedger(dayLedger({ reads, currency: 'EUR' }), reads)).toEqual([]);
  },
);

test('the ledger names the amendment of each line, and its bookings add to what lies in the drawer', () => {
  const [a, hub] = [new WritingTablet('A'), new WritingTablet('H')];
  open(a);
  sell(a, '1', 500);
  close(a, 'A-Z1', []);
  sell(a, '2', 300);
  amend(hub, [a]);
  sell(a, '3', 40);
  const reads = all(a, hub);
  const ledger = dayLedger({ reads, currency: 'EUR' });
  const names = {
    collective: 'Lumen',
    market: 'Quay',
    date: '2026-06-13',
    zone: 'UTC',
    photographers: new Map(),
    tablets: new Map(),
    people: new Map(),
    editionSizes: new Map(),
  };
  const [lines, tenders, , summary] = dayCsv(ledger, names).map(({ text }) => text.trim().split('\r\n'));
  const column = (rows: readonly string[] | undefined, name: string) =>
    rows?.slice(1).map((row) => row.split(',')[rows[0]?.split(',').indexOf(name) ?? -1]);
  expect(column(lines, 'z')).toEqual(['A-Z1', 'amendment 1', '']);
  expect(column(tenders, 'z')).toEqual(['A-Z1', 'amendment 1', '']);
  expect(summary?.find((row) => row.includes(',amendment,'))).toContain(',amendment,amendment 1 to A-Z1,3.00,');
  const { bookings } = dayBookings(ledger, names);
  expect(bookings.map(({ narration }) => narration)).toContain('A-Z1 amendment 1: takings');
  for (const { postings } of bookings) expect(postings.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
  expect(proveLedger(ledger, reads)).toEqual([]);
});

test('a sale undone that an earlier Z holds makes a Z of less than no sales', () => {
  const [a, b] = [new WritingTablet('A'), new WritingTablet('B')];
  open(a);
  sell(a, '1', 500);
  close(b, 'B-Z1', [a]);
  a.write('sale.voided', '1', { sale: '1', receipt: 'A-1', drawer: 'd', place: 'stall', units: [] });
  close(b, 'B-Z2', [a]);
  expect(closings(all(a, b), 'd').map(({ closed }) => closed.body.sums.sales)).toEqual([1, -1]);
});
