import { catalogue } from './de/catalogue.ts';
import { codes } from './de/codes.ts';
import { drawer } from './de/drawer.ts';
import { ledger } from './de/ledger.ts';
import { loop } from './de/loop.ts';
import { market } from './de/market.ts';
import { sales } from './de/sales.ts';
import { setup } from './de/setup.ts';
import { shell } from './de/shell.ts';
import { stock } from './de/stock.ts';
import { tablet } from './de/tablet.ts';
import { till } from './de/till.ts';

/** German, complete: a test compares it with the texts in the code. One file a subject, so that they stay apart. */
export const german: Readonly<Record<string, string>> = {
  ...catalogue,
  ...codes,
  ...drawer,
  ...ledger,
  ...loop,
  ...market,
  ...sales,
  ...setup,
  ...shell,
  ...stock,
  ...tablet,
  ...till,
};
