import { describe, expect, it } from 'vitest';
import { fact } from '../../../src/domain/fact.ts';
import { planInput } from '../../../src/domain/replenishment/plan-input.ts';
import { plan } from '../../../src/domain/replenishment/plan.ts';
import { aJournal, type TestJournal } from '../../support/a-journal.ts';
import { aSale } from '../../support/a-sale.ts';

const MINUTE = 60_000;
const OPENING = Date.UTC(2026, 5, 13, 8);

/** One print, six on the table, a day from 10:00 to 18:00 in Berlin, and the next market a fortnight later. */
function aStall(): TestJournal {
  const journal = aJournal();
  const before = OPENING - 60 * MINUTE;
  const plan = { venue: 'Quay', place: 'stall', opens: '10:00', closes: '18:00', zone: 'Europe/Berlin' };
  journal.write(
    fact('work.revised', 'salt', {
      work: 'salt',
      fields: { title: 'Salt', photographer: 'ode' },
      variants: [{ variant: 'salt-20', fields: { price: 2500, cost: 700, guess: 3, size: '20 × 20' } }],
    }),
    before,
  );
  for (const [id, date] of [
    ['first', '2026-06-13'],
    ['second', '2026-06-27'],
  ] as const) {
    journal.write(
      fact('marketDay.revised', id, { marketDay: id, fields: { ...plan, date, expectedFootfall: 800 } }),
      before,
    );
  }
  journal.write(
    fact('stock.counted', 'stall', { place: 'stall', items: [{ variant: 'salt-20', quantity: 6 }] }),
    before,
  );
  journal.write(
    fact('marketDay.opened', 'first', { marketDay: 'first', fields: {}, taxIncluded: true }),
    OPENING - 5 * MINUTE,
    {
      day: 'first',
    },
  );
  return journal;
}

const close = (journal: TestJournal) =>
  journal.write(fact('marketDay.closed', 'first', { marketDay: 'first' }), OPENING + 490 * MINUTE, { day: 'first' });

const sell = (journal: TestJournal, sale: string, minute: number, quantity = 1) =>
  journal.write(aSale({ sale, quantity }), OPENING + minute * MINUTE, { day: 'first' });

const NOW = OPENING + 600 * MINUTE;
const question = (journal: TestJournal) => planInput(journal.facts, journal.catalogue(), journal.copies(), NOW);

describe('the question to the rule', () => {
  it('holds the opening stock and the minute of every sale', () => {
    const journal = aStall();
    sell(journal, 's1', 30);
    sell(journal, 's2', 90.5, 2);
    close(journal);
    const input = question(journal);
    expect(input.history).toEqual([
      {
        market: 0,
        daysSincePrevious: 14,
        expectedFootfall: 800,
        countedByHour: [],
        minutes: 480,
        lines: [{ id: 'salt-20', opening: 6, received: [], sales: [30, 90.5, 90.5] }],
      },
    ]);
    expect(input.catalog[0]).toMatchObject({ id: 'salt-20', price: 25, tiers: [[1, 7]], guess: 3, onHand: 3 });
  });

  it('goes on in the usual rhythm after the last planned market, and stops where none is planned', () => {
    const journal = aStall();
    close(journal);
    const [first, ...thought] = question(journal).calendar;
    expect(first).toEqual({ market: 1, daysAway: 13, expectedFootfall: 800, days: 1 });
    expect(thought).toEqual([2, 3, 4].map((market) => ({ market, daysAway: 14, expectedFootfall: 800, days: 1 })));
    const over = planInput(journal.facts, journal.catalogue(), journal.copies(), NOW + 30 * 86_400_000);
    expect(over.calendar).toEqual([]);
  });

  it('forgets a void and a refund, and has the copy that was put back', () => {
    const journal = aStall();
    sell(journal, 's1', 30);
    sell(journal, 's2', 40);
    const unit = { line: 0, unit: 0, variant: 'salt-20' };
    journal.write(
      fact('sale.voided', 's1', { sale: 's1', receipt: 'A-1', drawer: 'd', place: 'stall', units: [unit] }),
      OPENING + 31 * MINUTE,
      { day: 'first' },
    );
    close(journal);
    const input = question(journal);
    expect(input.history[0]?.lines[0]?.sales).toEqual([40]);
    expect(input.catalog[0]?.onHand).toBe(5);
  });

  it('sees a delivery in the middle of the day as one', () => {
    const journal = aStall();
    sell(journal, 's1', 30);
    journal.write(
      fact('stock.moved', 'stall', { from: '', to: 'stall', items: [{ variant: 'salt-20', quantity: 4 }] }),
      OPENING + 200 * MINUTE,
    );
    close(journal);
    expect(question(journal).history[0]?.lines[0]).toMatchObject({ opening: 6, received: [{ t: 200, qty: 4 }] });
  });

  it('takes a count while the stall is being built as the opening stock', () => {
    const journal = aStall();
    journal.write(
      fact('stock.counted', 'stall', { place: 'stall', items: [{ variant: 'salt-20', quantity: 8 }] }),
      OPENING + MINUTE,
    );
    close(journal);
    expect(question(journal).history[0]?.lines[0]).toMatchObject({ opening: 8, received: [] });
  });

  it('is the same in whatever order the entries came', () => {
    const journal = aStall();
    sell(journal, 's1', 30);
    sell(journal, 's2', 300);
    close(journal);
    const turned = planInput(journal.facts.toReversed(), journal.catalogue(), journal.copies(), NOW);
    expect(turned).toEqual(question(journal));
  });

  it('leaves a day out that is still running', () => {
    const journal = aStall();
    sell(journal, 's1', 30);
    expect(question(journal).history).toEqual([]);
  });

  it('counts as left of an edition what is neither sold, numbered nor lying there blank', () => {
    const journal = aStall();
    journal.write(
      fact('edition.published', 'e', { edition: 'e', fields: { work: 'salt', size: 25 } }),
      OPENING - MINUTE,
    );
    sell(journal, 's1', 30);
    journal.write(aSale({ sale: 's2', copy: { edition: 'e', number: 1, marked: false } }), OPENING + 40 * MINUTE, {
      day: 'first',
    });
    // 25 numbers, one sold, four blank sheets left on the table.
    expect(question(journal).catalog[0]?.editionLeft).toBe(20);
  });

  it('is a question the rule has no complaints about', () => {
    const journal = aStall();
    for (let at = 0; at < 6; at++) sell(journal, `s${at}`, 20 + at * 10);
    close(journal);
    const answer = plan(question(journal));
    expect(answer.problems).toBeUndefined();
    expect(answer.orders?.[0]?.why).toMatch(
      /^Sold all 6 by 1 h 10 with \d\d % of visitors still to come; .* print \d+\.$/,
    );
  });
});
