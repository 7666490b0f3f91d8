import { expect, test } from 'vitest';
import { fact } from '../../src/domain/fact.ts';
import { marketFigures } from '../../src/domain/insights/market-figures.ts';
import { readAllFacts, readCatalogue } from '../../src/store/read.ts';
import { aSale } from '../support/a-sale.ts';
import { aTablet, type TestTablet } from '../support/a-tablet.ts';

const DAY = 'day-1';
const opened = fact('marketDay.opened', DAY, {
  marketDay: DAY,
  fields: { name: 'Quay', date: '2026-06-13' },
  taxIncluded: true,
});
const closed = fact('marketDay.closed', DAY, { marketDay: DAY });
const counted = fact('stock.counted', 'stall', { place: 'stall', items: [{ variant: 'salt-20', quantity: 8 }] });

async function figures({ db, author }: TestTablet) {
  return marketFigures(await readAllFacts(db), await readCatalogue(db), author.now());
}

test('a market is told by takings, sales, pieces and what was sold of what was counted', async () => {
  const tablet = await aTablet({ day: DAY });
  await tablet.write(counted, opened, aSale({ quantity: 2 }), aSale({ quantity: 1 }), closed);
  expect(await figures(tablet)).toEqual([
    {
      day: DAY,
      name: 'Quay',
      date: '2026-06-13',
      takings: 7500,
      sales: 2,
      pieces: 3,
      sellThrough: { sold: 3, shown: 8 },
    },
  ]);
});

test('where nobody counted what lay there, there is no share of it', async () => {
  const tablet = await aTablet({ day: DAY });
  await tablet.write(opened, aSale(), closed);
  expect(await figures(tablet)).toMatchObject([{ pieces: 1, sellThrough: null }]);
});

test('a market that still runs is not compared', async () => {
  const tablet = await aTablet({ day: DAY });
  await tablet.write(counted, opened, aSale());
  expect(await figures(tablet)).toEqual([]);
});
