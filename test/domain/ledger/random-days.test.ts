import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHledger } from '../../browser/find-hledger.mjs';
import { dayBookings } from '../../../src/domain/ledger/bookings.ts';
import type { FactRead } from '../../../src/domain/fact.ts';
import { dayLedger } from '../../../src/domain/ledger/day-ledger.ts';
import { hledgerText } from '../../../src/domain/ledger/hledger.ts';
import { proveLedger } from '../../../src/domain/ledger/prove-ledger.ts';
import { sum } from '../../../src/domain/money.ts';
import { saleHistories, unitsLeft } from '../../../src/domain/sales/sale-history.ts';
import { randomDay, randomFrom, shuffled } from './random-day.ts';
import { sampleNames } from './sample-day.ts';

/** A seed that failed is printed; IMAGO_DAYS=2000 looks further. */
const RUNS = Number(process.env['IMAGO_DAYS'] ?? 60);
// A busy machine is no reason to fail.
const LONG = 600_000;

const day = fc.record({
  seed: fc.integer({ min: 0, max: 0xffffffff }),
  steps: fc.integer({ min: 1, max: 70 }),
  // Yen and dinar are counted like cents: what differs is how much the smallest coin is.
  step: fc.constantFrom(1, 5, 10, 100),
  taxIncluded: fc.boolean(),
});

test(
  'whatever happens on two tablets, the day adds up, and to what hands and the reader moved',
  { timeout: LONG },
  () => {
    fc.assert(
      fc.property(day, ({ seed, steps, step, taxIncluded }) => {
        const { reads, watched, keeps } = randomDay(seed, steps, step, taxIncluded);
        const ledger = dayLedger({ reads, keeps, currency: 'EUR' });
        expect(proveLedger(ledger, reads)).toEqual([]);
        expect(ledger.totals.tenders).toBe(watched.cashTaken + watched.card);
        const cash = ledger.tenders.filter(({ tender }) => tender.kind === 'cash');
        expect(sum(cash.map(({ amount }) => amount))).toBe(watched.cashTaken);
        expect(watched.variances.every((variance) => variance === 0)).toBe(true);
        const open = Object.fromEntries(ledger.drawers.map((drawer) => [drawer.drawer, drawer.open?.expected ?? 0]));
        expect({ 'drawer-0': 0, 'drawer-1': 0, ...open }).toEqual(watched.cash);
        for (const { postings } of dayBookings(ledger, sampleNames).bookings) {
          expect(sum(postings.map(({ amount }) => amount))).toBe(0);
        }
      }),
      { numRuns: RUNS },
    );
  },
);

test(
  'in whatever order facts arrive, twice, once or written again after a fork, the ledger is the same',
  { timeout: LONG },
  () => {
    fc.assert(
      fc.property(day, ({ seed, steps, step, taxIncluded }) => {
        const { reads, keeps } = randomDay(seed, steps, step, taxIncluded);
        const ledger = dayLedger({ reads, keeps, currency: 'EUR' });
        const again = reads
          .slice(-9)
          .map((read, at): FactRead => ({ ...read, hash: `!${at}`, device: 'NEWID', n: at + 1 }));
        const mixed = shuffled([...reads, ...reads.slice(0, 5), ...again], randomFrom(seed + 1));
        expect(dayLedger({ reads: mixed, keeps, currency: 'EUR' })).toEqual(ledger);
      }),
      { numRuns: RUNS / 2 },
    );
  },
);

test('a sale whose units all came back leaves nothing, in whatever parts and order', { timeout: LONG }, () => {
  fc.assert(
    fc.property(day, ({ seed, steps, step, taxIncluded }) => {
      const { reads, keeps } = randomDay(seed, steps, step, taxIncluded);
      const { lines } = dayLedger({ reads, keeps, currency: 'EUR' });
      for (const history of saleHistories(reads)) {
        if (unitsLeft(history).length > 0) continue;
        const { receipt } = history.sale.body;
        const own = lines.filter(
          ({ kind, ...line }) =>
            (line.receipt === receipt || line.saleReceipt === receipt) &&
            kind !== 'refundedTwice' &&
            kind !== 'rounding',
        );
        expect(sum(own.map(({ paid }) => paid))).toBe(0);
        expect(sum(own.map(({ net }) => net))).toBe(0);
        expect(sum(own.map(({ quantity }) => quantity))).toBe(0);
        expect(sum(own.map(({ shares }) => shares?.photographer ?? 0))).toBe(0);
      }
    }),
    { numRuns: RUNS / 2 },
  );
});

describe.skipIf(!findHledger({ install: false }) && !process.env['CI'])('read by hledger itself', () => {
  test('a long random day is accepted, its drawers’ counts included', { timeout: LONG }, () => {
    const hledger = findHledger({ install: false });
    if (!hledger) throw new Error('hledger is not installed: CI needs the Debian package');
    const { reads, keeps } = randomDay(20260613, 600, 5, true);
    const ledger = dayLedger({ reads, keeps, currency: 'EUR' });
    expect(ledger.totals.refundedTwice).toBeGreaterThan(0);
    expect(ledger.cashMoves.filter(({ kind }) => kind === 'counted').length).toBeGreaterThan(2);
    const input = hledgerText(ledger, sampleNames);
    execFileSync(hledger.path, ['-f', '-', 'check', '--strict'], { input, stdio: 'pipe' });
  });
});
