// Runs inside the page, on the app's own origin, before the app is opened: the example collective's four market days,
// lived through `commit` in this browser's IndexedDB.
import { Dexie } from 'dexie';
import { fact } from '../../src/domain/fact.ts';
import { marketDayId } from '../../src/domain/market-days/days.ts';
import { done } from '../../src/domain/result.ts';
import { instantOf, wallClock } from '../../src/domain/time.ts';
import type { Picture } from '../../src/domain/catalogue/facts.ts';
import type { FactText } from '../../src/journal/entry.ts';
import { worksSold } from '../../src/domain/market-days/board.ts';
import { readCatalogue } from '../../src/store/read.ts';
import { readLedger } from '../../src/store/read-ledger.ts';
import { commit } from '../../src/store/commit.ts';
import { StallDb } from '../../src/store/db.ts';
import { randomText, readMeta, writeMeta } from '../../src/store/device.ts';
import { exampleMarkets, type ExampleMarket } from '../../src/tools/example/markets.ts';
import { EXAMPLE_SEED, seedExample } from '../../src/tools/example/seed.ts';

/** A picture's one rendition, with the key it has in the example. */
interface SeedPicture {
  readonly key: string;
  readonly hash: string;
  readonly base64: string;
  readonly width: number;
  readonly height: number;
}

interface ExamplePage {
  /** `openToday`: a day runs and is selected; `hub`: its public address, '' for none. Gives the tablet's device id. */
  live(
    pictures: readonly SeedPicture[],
    options: { readonly openToday: boolean; readonly hub: string },
  ): Promise<string>;
  /** Writes facts as this tablet does; `day` null: the selected one. */
  write(facts: readonly FactText[], day?: string | null): Promise<void>;
  /** Numbers of an edition that nobody has bought. */
  unsold(edition: string): Promise<readonly number[]>;
}

declare global {
  // Called by tests through page.evaluate.
  var example: ExamplePage;
}

const COLLECTIVE = 'example-page';
const HOUR = 3_600_000;

globalThis.example = {
  async live(pictures, { openToday, hub }) {
    const db = new StallDb(COLLECTIVE);
    const now = Date.now();
    const held = new Map<string, Picture>();
    for (const { key, hash, base64, width, height } of pictures) {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? 0);
      await db.media.put({ hash, type: 'image/webp', bytes: bytes.buffer, sent: 0 });
      held.set(key, { small: hash, medium: hash, width, height });
    }
    const seed = { db, now, seed: EXAMPLE_SEED, pictures: held };
    const running = todaysMarket(db.collective, now);
    await seedExample(openToday ? { ...seed, running } : seed);
    if (openToday) await writeMeta(db, 'day', running.id);
    if (openToday) await countWhatIsLeft(db, running.id);
    await writeMeta(db, 'person', 'noor');
    const tablet = new Dexie('imago-tablet');
    tablet.version(1).stores({ collectives: 'id', settings: 'name' });
    await tablet.table('collectives').put({ id: COLLECTIVE, openedAt: now });
    await tablet.table('settings').put({
      name: 'preferences',
      value: { theme: 'light', hand: 'right', sound: false, letterKeys: true, language: 'en' },
    });
    tablet.close();
    const device = (await readMeta(db, 'device'))?.key.device ?? '';
    if (hub) {
      const life = { counter: 1, random: 'life' };
      // No token that works: everything must go all the same.
      await writeMeta(db, 'hub', { url: hub, token: '', hubId: device, life, publicUrl: hub });
    }
    db.close();
    return device;
  },
  async write(facts, day = null) {
    const db = new StallDb(COLLECTIVE);
    await writeAs(db, facts, day ?? (await readMeta(db, 'day')) ?? '');
    db.close();
  },
  async unsold(edition) {
    const db = new StallDb(COLLECTIVE);
    const rows = await db.copies.where('edition').equals(edition).toArray();
    db.close();
    return rows.filter((row) => row.sold.length === 0 && !row.spoilt).map((row) => row.number);
  },
};

/** A market that opened more than five hours ago and has two to go, whatever the clock says. */
function todaysMarket(collective: string, now: number): ExampleMarket {
  const [last] = exampleMarkets(collective, now).toReversed();
  if (!last) throw new Error('the example has no markets');
  const { zone = '' } = last.fields;
  const opened = wallClock(now - 5.4 * HOUR, zone);
  const opens = `${opened.time.slice(0, 2)}:00`;
  const from = instantOf(opened.date, opens, zone);
  const closes = wallClock(from + 7 * HOUR, zone).time.slice(0, 5);
  const fields = { ...last.fields, name: 'Harbour Market', date: opened.date, opens, closes };
  return {
    ...last,
    id: marketDayId(collective, 'Today', opened.date, ''),
    fields,
    opens: from,
    closes: from + 7 * HOUR,
    shoppers: 90,
    windows: [60, 130, 220, 300],
  };
}

/** Somebody counted what sold best: two works are gone, two nearly. */
async function countWhatIsLeft(db: StallDb, day: string): Promise<void> {
  const catalogue = await readCatalogue(db);
  const sold = worksSold((await readLedger(db, day, catalogue)).ledger.lines).toSorted((a, b) => a.lastAt - b.lastAt);
  const [early, later, latest] = [sold[2], sold[Math.floor(sold.length / 2)], sold.at(-1)];
  const left = [early, later, sold.at(-4), latest].map((each, at) => ({
    work: each?.work,
    pieces: [0, 0, 1, 3][at] ?? 0,
  }));
  const items = left.flatMap(({ work, pieces }) =>
    [...catalogue.variantById.values()]
      .filter((variant) => variant.work === work)
      .map(({ id }, at) => ({ variant: id, quantity: at === 0 ? pieces : 0 })),
  );
  await writeAs(db, [fact('stock.counted', 'stall', { place: 'stall', items })], day);
}

async function writeAs(db: StallDb, facts: readonly FactText[], day: string): Promise<void> {
  const device = await readMeta(db, 'device');
  if (!device) throw new Error('the example was not lived here');
  const author = { device: device.key.device, by: 'noor', day, now: () => Date.now(), salt: () => randomText() };
  const written = await commit<never>(db, author, () => Promise.resolve(done({ facts })));
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
}
