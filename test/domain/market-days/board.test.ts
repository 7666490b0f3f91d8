import { expect, test } from 'vitest';
import { dayLedger } from '../../../src/domain/ledger/day-ledger.ts';
import { halfHours, worksSold } from '../../../src/domain/market-days/board.ts';
import { instantOf } from '../../../src/domain/time.ts';
import type { SaleCompleted } from '../../../src/domain/sales/facts.ts';
import { WritingTablet } from '../written-facts.ts';

const hours = { date: '2026-06-13', opens: '10:00', closes: '12:00', zone: 'Europe/Berlin' };
const at = (time: string) => instantOf(hours.date, time, hours.zone);

test('each piece stands in the half hour it was sold in, on the clock of the market', () => {
  const board = halfHours(linesOf([sold('10:05', 'salt', 2), sold('11:59', 'fell', 1)]), hours);
  expect(board.map(({ time, pieces }) => [time, pieces.map(({ work }) => work)])).toEqual([
    ['10:00', ['salt', 'salt']],
    ['10:30', []],
    ['11:00', []],
    ['11:30', ['fell']],
  ]);
});

test('a sale before the opening or after the closing widens the picture', () => {
  const board = halfHours(linesOf([sold('09:10', 'salt', 1), sold('12:40', 'salt', 1)]), hours);
  expect([board[0]?.time, board.at(-1)?.time]).toEqual(['09:00', '12:30']);
  expect(board.at(-1)?.pieces).toHaveLength(1);
});

test('a day without sales still has its hours', () => {
  expect(halfHours([], hours).map(({ time }) => time)).toEqual(['10:00', '10:30', '11:00', '11:30']);
});

test('a market past midnight goes on', () => {
  const night = { ...hours, opens: '22:00', closes: '01:00' };
  expect(halfHours([], night).map(({ time }) => time)).toEqual(['22:00', '22:30', '23:00', '23:30', '00:00', '00:30']);
});

test('a refunded piece and a voided sale leave the picture and the totals', () => {
  const tablet = new WritingTablet('device-a');
  write(tablet, sold('10:05', 'salt', 2));
  const second = write(tablet, sold('10:10', 'fell', 1));
  tablet.write('sale.refunded', 'sale-1', {
    refund: 'refund-1',
    receipt: 'A-R1',
    sale: 'sale-1',
    saleReceipt: 'A-1',
    units: [
      {
        line: 0,
        unit: 1,
        variant: 'v',
        work: 'salt',
        photographer: '',
        terms: '',
        title: 'salt',
        label: '',
        paid: 2500,
        taxes: [],
      },
    ],
    rounding: 0,
    tenders: [{ kind: 'cash', amount: 2500 }],
    drawer: 'drawer-a',
    place: 'stall',
    putBack: true,
  });
  tablet.write('sale.voided', second.sale, {
    sale: second.sale,
    receipt: second.receipt,
    drawer: 'drawer-a',
    place: 'stall',
    units: [{ line: 0, unit: 0, variant: 'v' }],
  });
  const { lines } = dayLedger({ reads: tablet.reads, currency: 'EUR' });
  expect(halfHours(lines, hours)[0]?.pieces.map(({ work }) => work)).toEqual(['salt']);
  expect(worksSold(lines)).toEqual([{ work: 'salt', title: 'salt', pieces: 1, takings: 2500, lastAt: at('10:05') }]);
});

test('works are led by what they brought', () => {
  const works = worksSold(linesOf([sold('10:05', 'salt', 1), sold('10:10', 'fell', 3), sold('10:20', 'salt', 1)]));
  expect(works.map(({ work, pieces, takings, lastAt }) => [work, pieces, takings, lastAt])).toEqual([
    ['fell', 3, 7500, at('10:10')],
    ['salt', 2, 5000, at('10:20')],
  ]);
});

interface Sold {
  readonly time: string;
  readonly work: string;
  readonly quantity: number;
}

function sold(time: string, work: string, quantity: number): Sold {
  return { time, work, quantity };
}

function linesOf(sales: readonly Sold[]) {
  const tablet = new WritingTablet('device-a');
  for (const sale of sales) write(tablet, sale);
  return dayLedger({ reads: tablet.reads, currency: 'EUR' }).lines;
}

function write(tablet: WritingTablet, { time, work, quantity }: Sold): SaleCompleted {
  tablet.now = at(time);
  const count = tablet.reads.length + 1;
  const units = Array.from({ length: quantity }, () => ({ paid: 2500, taxes: [] }));
  const line = { variant: 'v', work, photographer: '', terms: '', sku: '', title: work, label: '', price: 2500 };
  return tablet.write('sale.completed', `sale-${count}`, {
    sale: `sale-${count}`,
    receipt: `A-${count}`,
    secret: 'secret',
    drawer: 'drawer-a',
    place: 'stall',
    currency: 'EUR',
    taxIncluded: true,
    lines: [{ ...line, units, taxes: [] }],
    rows: [],
    rounding: 0,
    tenders: [{ kind: 'cash', amount: 2500 * quantity }],
  }).body;
}
