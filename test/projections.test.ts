import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fact, parseFact, type FactRead } from '../src/domain/fact.ts';
import { projections } from '../src/domain/projections.ts';
import { makeDeviceKey } from '../src/journal/device-key.ts';
import { writeEntry, type FactText, type Head } from '../src/journal/entry.ts';
import type { AnyProjection } from '../src/journal/projection.ts';
import { aSale } from './support/a-sale.ts';

const SEED = 20260613;

/** A short life of two tablets in which every fact that is folded happens. */
const life = fc.array(
  fc.oneof(
    fc
      .record({ quantity: fc.integer({ min: 0, max: 20 }) })
      .map(({ quantity }) =>
        fact('stock.counted', 'stall', { place: 'stall', items: [{ variant: 'salt-20', quantity }] }),
      ),
    fc.integer({ min: 1, max: 4 }).map((quantity) => aSale({ quantity })),
    fc
      .record({ number: fc.integer({ min: 1, max: 5 }), marked: fc.boolean() })
      .map(({ number, marked }) =>
        aSale({ sale: `copy-sale-${number}-${marked}`, copy: { edition: 'e', number, marked } }),
      ),
    fc.integer({ min: 1, max: 5 }).map((number) =>
      fact('sale.refunded', `copy-sale-${number}-true`, {
        refund: `refund-${number}`,
        receipt: 'A-9',
        sale: `copy-sale-${number}-true`,
        saleReceipt: 'A-1',
        units: [
          {
            line: 0,
            unit: 0,
            variant: 'salt-20',
            work: 'salt',
            photographer: 'ode',
            terms: '',
            title: 'Salt',
            label: '',
            paid: 2500,
            taxes: [],
            copy: { edition: 'e', number, marked: true },
          },
        ],
        rounding: 0,
        tenders: [{ kind: 'cash', amount: 2500 }],
        drawer: 'drawer-a',
        place: 'stall',
        putBack: true,
      }),
    ),
    fc.constantFrom('grey', 'blue').map((title) =>
      fact('work.revised', 'salt', {
        work: 'salt',
        fields: { title },
        variants: [{ variant: 'salt-20', fields: { price: title.length * 100 } }],
      }),
    ),
    fc.constant(fact('edition.published', 'e', { edition: 'e', fields: { work: 'salt', size: 5 } })),
    fc.constant(
      fact('copies.placed', 'e', { edition: 'e', numbers: [[2, 4]], variant: 'salt-20', place: 'stall', marked: true }),
    ),
    fc.constant(fact('stock.moved', 'van', { from: 'van', to: 'stall', items: [{ variant: 'salt-20', quantity: 3 }] })),
    fc.constant(fact('marketDay.opened', 'd', { marketDay: 'd', fields: { name: 'Quay' }, taxIncluded: true })),
    fc.constant(fact('marketDay.closed', 'd', { marketDay: 'd' })),
  ),
  { minLength: 1, maxLength: 25 },
);

describe('every projection', () => {
  it(`gives the same rows in whatever order entries arrive (seed ${SEED})`, () => {
    fc.assert(
      fc.property(
        life,
        fc.infiniteStream(fc.boolean()),
        fc.array(fc.nat(), { minLength: 25, maxLength: 25 }),
        (facts, who, order) => {
          const reads = written(facts, () => (who.next().value ? 0 : 1));
          const shuffled = reads.map((read, at) => ({ read, key: order[at] ?? 0 })).toSorted((a, b) => a.key - b.key);
          for (const projection of projections) {
            const mixed = folded(
              projection,
              shuffled.map(({ read }) => read),
            );
            expect(mixed, projection.table).toEqual(folded(projection, reads));
          }
        },
      ),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('tells a copy sold twice from one that came back', () => {
    const copies = projections.find((projection) => projection.table === 'copies');
    if (!copies) throw new Error('no copies');
    const twice = folded(
      copies,
      written(
        [
          aSale({ sale: 's1', copy: { edition: 'e', number: 3, marked: true } }),
          aSale({ sale: 's2', copy: { edition: 'e', number: 3, marked: true } }),
        ],
        () => 0,
      ),
    );
    expect(twice.get('e:3')).toMatchObject({ sold: [{ sale: 's1' }, { sale: 's2' }], returned: [] });
  });
});

function written(facts: readonly FactText[], who: () => 0 | 1): FactRead[] {
  const keys = [1, 2].map((byte) => makeDeviceKey(new Uint8Array(32).fill(byte)));
  const heads: (Head | undefined)[] = [undefined, undefined];
  let seen: string | undefined;
  return facts.flatMap((each, at) => {
    const tablet = who();
    const device = keys[tablet]?.device ?? '';
    const writer = { collective: 'shuffle', device, by: 'p', day: '' };
    // Both clocks run, the second a day behind: stamps must order, not clocks.
    const now = Date.UTC(2026, 5, 13) + at * 1000 - tablet * 86_400_000;
    const { read } = writeEntry(each, writer, heads[tablet], tablet === 0 ? seen : undefined, now, `salt${at}`);
    heads[tablet] = { n: read.n, hash: read.hash };
    if (seen === undefined || read.stamp > seen) seen = read.stamp;
    return parseFact(read) ?? [];
  });
}

function folded(projection: AnyProjection, reads: readonly FactRead[]): Map<string, { readonly key: string }> {
  const rows = new Map<string, { readonly key: string }>();
  for (const read of reads) {
    if (!projection.types.includes(read.type)) continue;
    for (const key of projection.keys(read)) rows.set(key, projection.fold(rows.get(key), read, key));
  }
  return new Map([...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
