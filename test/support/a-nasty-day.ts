import { fact } from '../../src/domain/fact.ts';
import { csvFiles, type LedgerFile } from '../../src/domain/ledger/day-files.ts';
import { saleHistory } from '../../src/domain/sales/sale-history.ts';
import { refundSale } from '../../src/domain/sales/refund-sale.ts';
import { cashTender } from '../../src/domain/sales/tenders.ts';
import type { CsvDialect } from '../../src/domain/ledger/csv.ts';
import { readAbout, readCatalogue } from '../../src/store/read.ts';
import { readLedger } from '../../src/store/read-ledger.ts';
import { aMarket, type WorkGiven } from './a-market.ts';

/** Every text a spreadsheet is known to run, to count with or to take for a date. */
const works: readonly WorkGiven[] = [
  { id: '0012', title: '=HYPERLINK("https://away.example/";"tap here")', photographer: 'Ode Vasquarre', price: 2550 },
  { id: '1e5', title: '4/30', photographer: 'Silas Ombrey', price: 123_450 },
  { id: 'cmd', title: '@SUM(1;2)', photographer: '+Mira', price: 333, rate: 190_000 },
  { id: 'fell', title: 'Nebel, "Süd"; nachts', photographer: 'Ode Vasquarre', price: 9500 },
  { id: 'dash', title: '-1+1', photographer: 'Silas Ombrey', price: 1000 },
  { id: 'date', title: '2026-06-13', photographer: 'Silas Ombrey', price: 1 },
];

/** The ledger files of a day on which such works were sold, and one came back. */
export async function aNastyDay(dialect: CsvDialect): Promise<readonly LedgerFile[]> {
  const market = await aMarket({ date: '2026-06-13', works, locale: 'de-DE', cashRounding: 5 });
  await market.open('10:02', 10_000);
  await market.sell('10:10', { '0012': 2, cmd: 1 });
  await market.sell('11:10', { '1e5': 1, fell: 3 }, { card: true });
  const back = await market.sell('12:10', { dash: 1, cmd: 2, date: 1 });
  const { db } = market.tablet;
  const history = saleHistory(await readAbout(db, back.sale));
  if (!history) throw new Error('the sale is not there');
  const refund = refundSale(history, [[0, 0]], [cashTender(1000, null, 5)], {
    refund: 'refund-1',
    receipt: 'A-0004',
    drawer: market.drawer,
    place: 'stall',
    cashStep: 5,
    putBack: true,
    reason: '=1+1',
  });
  if (!refund.ok) throw new Error(refund.problem.kind);
  market.receipts += 1;
  market.at('12:30');
  await market.write(fact('sale.refunded', back.sale, refund.value));
  const catalogue = await readCatalogue(db);
  const { ledger } = await readLedger(db, market.day, catalogue);
  return csvFiles(ledger, catalogue, { name: 'Harbour Market', date: '2026-06-13', zone: market.zone }, dialect);
}
