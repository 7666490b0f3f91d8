// Runs inside the page, on the app's own origin, before the app is opened: fills the tablet through `commit`.
import { Dexie } from 'dexie';
import { done } from '../../src/domain/result.ts';
import type { Picture } from '../../src/domain/catalogue/facts.ts';
import { commit } from '../../src/store/commit.ts';
import { StallDb } from '../../src/store/db.ts';
import { ownDevice, randomText, writeMeta } from '../../src/store/device.ts';
import { mockWallFacts, soldBefore } from './mock-wall.ts';

interface SeedPicture {
  readonly key: string;
  readonly hash: string;
  readonly base64: string;
  readonly width: number;
  readonly height: number;
}

declare global {
  // Called by tests through page.evaluate.
  var seedWall: (pictures: readonly SeedPicture[], hub: string) => Promise<void>;
}

/** A lead's tablet A with the design's fifteen works, Noor at it, no day open. `hub`: its public address, '' for none. */
globalThis.seedWall = async (pictures, hub) => {
  const db = new StallDb('mock-wall');
  const now = Date.now();
  const device = await ownDevice(
    db,
    { letters: 'A', name: 'Tablet A', class: 'lead', now },
    crypto.getRandomValues(new Uint8Array(32)),
  );
  await writeMeta(db, 'person', 'noor');
  const held = new Map<string, Picture>();
  for (const { key, hash, base64, width, height } of pictures) {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? 0);
    await db.media.put({ hash, type: 'image/webp', bytes: bytes.buffer, sent: 0 });
    held.set(key, { small: hash, medium: hash, width, height });
  }
  const author = { device: device.key.device, by: 'noor', day: '', now: () => Date.now(), salt: () => randomText() };
  const facts = [...mockWallFacts(held), ...soldBefore()];
  const written = await commit<never>(db, author, () => Promise.resolve(done({ facts })));
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
  if (hub) {
    const life = { counter: 1, random: 'life' };
    // No token that works: the till must sell all the same.
    await writeMeta(db, 'hub', { url: hub, token: '', hubId: device.key.device, life, publicUrl: hub });
  }
  const tablet = new Dexie('imago-tablet');
  tablet.version(1).stores({ collectives: 'id', settings: 'name' });
  await tablet.table('collectives').put({ id: db.collective, openedAt: now });
  await tablet.table('settings').put({
    name: 'preferences',
    value: { theme: 'light', hand: 'right', sound: false, letterKeys: true, language: 'en' },
  });
  tablet.close();
  db.close();
};
