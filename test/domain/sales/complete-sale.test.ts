import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { CopyRow } from '../../../src/domain/editions/copies.ts';
import {
  CART_BYTES,
  cartProblem,
  completeSale,
  copyKeys,
  receiptNumber,
  saleBytes,
} from '../../../src/domain/sales/complete-sale.ts';
import { SaleCompleted } from '../../../src/domain/sales/facts.ts';
import { priceCart } from '../../../src/domain/sales/pricing.ts';
import { amountLeft, cardTender, cashTender } from '../../../src/domain/sales/tenders.ts';
import { cartOf, goods, stall } from './samples.ts';

const plain = { taxIncluded: true, rows: [] };
const one = priceCart(cartOf([{ goods: goods('birch', 1202) }]), plain);
const edition = { edition: 'e', size: 25, ladder: [] };
const copyCart = (marked: boolean, number: number | null = 7) =>
  priceCart(cartOf([{ goods: goods('harbour', 9500, { edition }), copy: { edition: 'e', number, marked } }]), plain);
const exact = [cashTender(9500, null, 1)];

function copyRow(more: Partial<CopyRow>): ReadonlyMap<string, CopyRow> {
  const row: CopyRow = {
    key: 'e:7',
    edition: 'e',
    number: 7,
    holder: { device: 'TABLETA', stamp: '1' },
    lies: null,
    marked: null,
    spoilt: false,
    sold: [],
    returned: [],
    ...more,
  };
  return new Map([['e:7', row]]);
}

test('exact cash completes the sale, and the fact is one that can be read back', () => {
  const sale = completeSale(one, [cashTender(1202, null, 1)], stall());
  expect(sale).toMatchObject({
    ok: true,
    value: { sale: 'sale-1', receipt: 'A-0001', rounding: 0, tenders: [{ kind: 'cash', amount: 1202, change: 0 }] },
  });
  const body = sale.ok ? sale.value : undefined;
  expect(v.parse(SaleCompleted, JSON.parse(JSON.stringify(body)))).toEqual(body);
});

test('cash with change books what stays in the drawer', () => {
  const sale = completeSale(one, [cashTender(1202, 2000, 1)], stall());
  expect(sale).toMatchObject({ value: { tenders: [{ amount: 1202, given: 2000, change: 798 }] } });
});

test('where the smallest coin is 5, cash is rounded and the rounding stands beside the lines', () => {
  const sale = completeSale(one, [cashTender(1202, 2000, 5)], stall({ cashStep: 5 }));
  expect(sale).toMatchObject({ value: { rounding: -2, tenders: [{ amount: 1200, change: 800 }] } });
});

test('card is never rounded, also where cash is', () => {
  const sale = completeSale(one, [cardTender(1202)], stall({ cashStep: 5 }));
  expect(sale).toMatchObject({ value: { rounding: 0 } });
  expect(completeSale(one, [cardTender(1200)], stall({ cashStep: 5 }))).toMatchObject({
    problem: { kind: 'tenders-short', missing: 2 },
  });
});

test('a split is rounded only in the rest that is cash', () => {
  const restInCash = [cardTender(501), cashTender(701, 1000, 5)];
  expect(completeSale(one, restInCash, stall({ cashStep: 5 }))).toMatchObject({
    value: { rounding: -1, tenders: [{ amount: 501 }, { amount: 700, change: 300 }] },
  });
  const restByCard = [cashTender(1202, 500, 5), cardTender(702)];
  expect(completeSale(one, restByCard, stall({ cashStep: 5 }))).toMatchObject({ value: { rounding: 0 } });
});

test('cash that does not cover the rest is a part, and what is missing is said', () => {
  const part = cashTender(1202, 1000, 1);
  expect(part).toEqual({ kind: 'cash', amount: 1000, given: 1000, change: 0 });
  expect(amountLeft(1202, [part])).toBe(202);
  expect(completeSale(one, [part], stall())).toEqual({ ok: false, problem: { kind: 'tenders-short', missing: 202 } });
});

test('no tender at all, too much by card, or an amount below zero are refused', () => {
  expect(completeSale(one, [], stall())).toMatchObject({ problem: { kind: 'tenders-short', missing: 1202 } });
  expect(completeSale(one, [cardTender(1300)], stall())).toMatchObject({ problem: { kind: 'tenders-over', over: 98 } });
  expect(completeSale(one, [cardTender(-5), cardTender(1207)], stall())).toMatchObject({
    problem: { kind: 'tender-unusable', tender: 0 },
  });
  const lying = { kind: 'cash' as const, amount: 1202, given: 2000, change: 1000 };
  expect(completeSale(one, [lying], stall())).toMatchObject({ problem: { kind: 'tender-unusable' } });
});

test('a free print and a total below half the smallest coin are completed with nothing in cash', () => {
  const free = priceCart(cartOf([{ goods: goods('flyer', 0) }]), plain);
  expect(completeSale(free, [cashTender(0, null, 5)], stall({ cashStep: 5 }))).toMatchObject({
    value: { rounding: 0 },
  });
  const tiny = priceCart(cartOf([{ goods: goods('flyer', 2) }]), plain);
  expect(completeSale(tiny, [cashTender(2, null, 5)], stall({ cashStep: 5 }))).toMatchObject({
    value: { rounding: -2 },
  });
});

test('an empty cart and a sale that is known are refused', () => {
  expect(completeSale(priceCart(cartOf([]), plain), [], stall())).toMatchObject({ problem: { kind: 'empty-cart' } });
  expect(completeSale(one, [cashTender(1202, null, 1)], stall({ isKnownSale: true }))).toMatchObject({
    problem: { kind: 'sale-known', sale: 'sale-1' },
  });
});

test('an attempt that is not settled blocks any other way of paying, and completes with itself', () => {
  const open = stall({ openAttempt: 'try-1' });
  expect(completeSale(one, [cardTender(1202)], open)).toMatchObject({
    problem: { kind: 'attempt-open', attempt: 'try-1' },
  });
  expect(completeSale(one, [cardTender(1202, 'try-1')], open)).toMatchObject({
    ok: true,
    value: { tenders: [{ kind: 'card', attempt: 'try-1' }] },
  });
});

const stampOfB = '000001765432100-0000-TABLETB';
const soldOnB = copyRow({ sold: [{ unit: 's:0:0', sale: 's', stamp: stampOfB, assigned: false }], marked: stampOfB });

test('a copy sold before says where and when; in hand it is sold all the same, as a marked one', () => {
  expect(completeSale(copyCart(true), exact, stall({ copies: soldOnB }))).toEqual({
    ok: false,
    problem: {
      kind: 'copy-sold',
      key: 'e:7',
      edition: 'e',
      number: 7,
      title: 'Title harbour',
      sale: 's',
      device: 'TABLETB',
      at: 1765432100,
    },
  });
  const inHand = completeSale(copyCart(false), exact, stall({ copies: soldOnB, inHand: new Set(['e:7']) }));
  expect(inHand).toMatchObject({ ok: true, value: { lines: [{ units: [{ copy: { number: 7, marked: true } }] }] } });
});

test('a copy that came back is sold again', () => {
  const back = copyRow({ ...soldOnB.get('e:7'), returned: ['s:0:0'] });
  expect(completeSale(copyCart(true), exact, stall({ copies: back })).ok).toBe(true);
});

test('a number on the paper sells on any tablet, known here or not', () => {
  expect(completeSale(copyCart(true), exact, stall()).ok).toBe(true);
  const elsewhere = copyRow({ holder: { device: 'TABLETB', stamp: '1' }, marked: '1' });
  expect(completeSale(copyCart(true), exact, stall({ copies: elsewhere })).ok).toBe(true);
});

test('a blank sheet gets only a number that is free and leased here', () => {
  const why = (copies: ReadonlyMap<string, CopyRow>) => completeSale(copyCart(false), exact, stall({ copies }));
  expect(why(copyRow({})).ok).toBe(true);
  expect(why(new Map())).toMatchObject({ problem: { kind: 'number-not-free', why: 'unknown' } });
  expect(why(copyRow({ marked: '1' }))).toMatchObject({ problem: { kind: 'number-not-free', why: 'marked' } });
  expect(why(copyRow({ holder: { device: 'TABLETB', stamp: '1' } }))).toMatchObject({
    problem: { kind: 'number-not-free', why: 'other-tablet' },
  });
});

test('a spoilt copy asks first, and a number that follows asks nothing', () => {
  expect(completeSale(copyCart(true), exact, stall({ copies: copyRow({ spoilt: true }) }))).toMatchObject({
    problem: { kind: 'copy-spoilt', number: 7 },
  });
  expect(completeSale(copyCart(false, null), exact, stall()).ok).toBe(true);
  expect(copyKeys(copyCart(false, null))).toEqual([]);
  expect(copyKeys(copyCart(false))).toEqual(['e:7']);
});

test('a sale too big for one entry is refused before it is written', () => {
  const lines = Array.from({ length: 200 }, (_, at) => ({
    goods: goods(`v${at}`, 100, { title: 'ö'.repeat(200), label: 'x'.repeat(200) }),
  }));
  const priced = priceCart(cartOf(lines), plain);
  expect(completeSale(priced, [cashTender(20_000, null, 1)], stall())).toMatchObject({
    problem: { kind: 'sale-too-big' },
  });
});

test('a sale of 500 units and one of 60 different prints fit', () => {
  const many = priceCart(cartOf([{ goods: goods('card', 100, { taxRates: [190_000] }), quantity: 500 }]), plain);
  expect(completeSale(many, [cashTender(50_000, null, 1)], stall()).ok).toBe(true);
  const wide = priceCart(cartOf(Array.from({ length: 60 }, (_, at) => ({ goods: goods(`v${at}`, 100) }))), plain);
  expect(completeSale(wide, [cashTender(6_000, null, 1)], stall()).ok).toBe(true);
});

test('a cart that may go to the reader is never too big afterwards, however it is split', () => {
  const cartOfLines = (count: number) =>
    priceCart(
      cartOf(
        Array.from({ length: count }, (_, at) => ({
          goods: goods(`variant-of-a-print-${at}`, 100, {
            title: 'Harbour, 5 a.m., from the mole',
            taxRates: [190_000],
          }),
        })),
      ),
      plain,
    );
  const mostLines = Array.from({ length: 200 }, (_, at) => at + 1).filter(
    (count) => saleBytes(cartOfLines(count)) <= CART_BYTES,
  ).length;
  expect(mostLines).toBeGreaterThan(100);
  expect(mostLines).toBeLessThan(200);
  expect(cartProblem(cartOfLines(mostLines), stall())).toBeUndefined();
  expect(cartProblem(cartOfLines(mostLines + 1), stall())).toEqual({ kind: 'sale-too-big' });
  const priced = cartOfLines(mostLines);
  const part = { kind: 'qr', name: 'Bank code by the lead, quite long', reference: 'RF18'.padEnd(25, '7') } as const;
  const parts = Array.from({ length: 49 }, (_, at) => ({ ...part, amount: 100, attempt: `${at}`.padEnd(22, 'x') }));
  const rest = cashTender(priced.total - 4_900, null, 1);
  expect(completeSale(priced, [...parts, rest], stall()).ok).toBe(true);
});

test('receipt numbers carry the letters and at least four digits', () => {
  expect([receiptNumber('A', 43), receiptNumber('AB', 12345)]).toEqual(['A-0043', 'AB-12345']);
});
