import { expect, test } from 'vitest';
import { saleHistory } from '../../../src/domain/sales/sale-history.ts';
import { copiesBack } from '../../../src/features/sales/copies-back.ts';
import type { SaleCompleted } from '../../../src/domain/sales/facts.ts';
import { aSale } from '../../support/a-sale.ts';
import { WritingTablet } from '../../domain/written-facts.ts';

test('every numbered copy that comes back is named, by its edition', () => {
  const sold = aSale({ sale: 'sale-1' }).body as SaleCompleted;
  const [line] = sold.lines;
  const [unit] = line?.units ?? [];
  if (!line || !unit) throw new Error('no line');
  const print = (title: string, edition: string, number: number | null) => ({
    ...line,
    title,
    units: [{ ...unit, copy: { edition, number, marked: true } }],
  });
  const lines = [print('Harbour', 'h', 14), line, print('Window', 'w', 8), print('Harbour', 'h', 7), print('Dune', 'd', null)]; // prettier-ignore
  const tablet = new WritingTablet('A');
  tablet.write('sale.completed', 'sale-1', { ...sold, lines });
  const history = saleHistory(tablet.reads);
  if (!history) throw new Error('no sale');
  expect(copiesBack(history, [[2, 0], [0, 0], [1, 0], [3, 0], [4, 0]])).toEqual([
    { edition: 'h', title: 'Harbour', numbers: [7, 14] },
    { edition: 'w', title: 'Window', numbers: [8] },
  ]); // prettier-ignore
  expect(copiesBack(history, [[1, 0]])).toEqual([]);
});
