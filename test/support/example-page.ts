// Runs inside the page, on the app's own origin, before the app is opened: the example collective's four market days,
// lived through `commit` in this browser's IndexedDB.
import { Dexie } from 'dexie';
import { fact } from '../../src/domain/fact.ts';
import { marketDayId } from '../../src/domain/market-days/days.ts';
import { done } from '../../src/domain/result.ts';
import type { Picture } from '../../src/domain/catalogue/facts.ts';
import type { FactText } from '../../src/journal/entry.ts';
import { commit } from '../../src/store/commit.ts';
import { StallDb } from '../../src/store/db.ts';
import { randomText, readMeta, writeMeta } from '../../src/store/device.ts';
import { EXAMPLE_SEED, seedExample } from '../../src/tools/example/seed.ts';

/** A picture's one rendition, with the key it has in the example. */
export interface SeedPicture {
  readonly key: string;
  readonly hash: string;
  readonly base64: string;
  readonly width: number;
  readonly height: number;
}

interface ExamplePage {
  /** `openToday`: a day is open and selected; `hub`: its public address, '' for none. Gives the tablet's device id. */
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
    await seedExample({ db, now, seed: EXAMPLE_SEED, pictures: held });
    await writeMeta(db, 'person', 'noor');
    const tablet = new Dexie('imago-tablet');
    tablet.version(1).stores({ collectives: 'id', settings: 'name' });
    await tablet.table('collectives').put({ id: COLLECTIVE, openedAt: now });
    await tablet.table('settings').put({
      name: 'preferences',
      value: { theme: 'light', hand: 'right', sound: false, letterKeys: true, language: 'en' },
    });
    tablet.close();
    if (openToday) await openDay(db, now);
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

async function openDay(db: StallDb, now: number): Promise<void> {
  const date = new Date(now).toISOString().slice(0, 10);
  const day = marketDayId(db.collective, 'Today', date, '');
  const fields = { name: 'Quay Market', date, opens: '10:00', closes: '18:00', zone: 'Europe/Berlin', place: 'stall' };
  const device = (await readMeta(db, 'device'))?.key.device ?? '';
  const drawer = `drawer-${device}`;
  await writeMeta(db, 'day', day);
  await writeAs(
    db,
    [
      fact('marketDay.opened', day, { marketDay: day, fields, taxIncluded: true }),
      fact('drawer.opened', drawer, { drawer, letters: 'A', counted: 15_000 }),
    ],
    day,
  );
}

async function writeAs(db: StallDb, facts: readonly FactText[], day: string): Promise<void> {
  const device = await readMeta(db, 'device');
  if (!device) throw new Error('the example was not lived here');
  const author = { device: device.key.device, by: 'noor', day, now: () => Date.now(), salt: () => randomText() };
  const written = await commit<never>(db, author, () => Promise.resolve(done({ facts })));
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
}
