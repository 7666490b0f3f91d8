import { readCatalogue } from '../../src/store/read.ts';
import type { Stall } from '../../src/store/stall.tsx';
import { readMeta } from '../../src/store/device.ts';
import { aTablet } from './a-tablet.ts';
import { mockWallFacts, soldBefore } from './mock-wall.ts';

/** The till's stall without screens: the design's wall on a tablet of its own. */
export async function aStall(): Promise<Stall> {
  const tablet = await aTablet();
  const { db, author } = tablet;
  await tablet.write(...mockWallFacts(new Map()), ...soldBefore());
  const device = await readMeta(db, 'device');
  if (!device) throw new Error('aStall: no tablet');
  const catalogue = await readCatalogue(db);
  return {
    db,
    device,
    catalogue,
    person: author.by,
    day: '',
    marketDay: undefined,
    plan: undefined,
    place: 'stall',
    zone: catalogue.collective.zone,
    publicUrl: '',
    preferences: { theme: 'light', hand: 'right', sound: false, letterKeys: true, language: 'en' },
    author: () => author,
    now: () => author.now(),
    selectDay: () => Promise.resolve(),
    selectPerson: () => Promise.resolve(),
    prefer: () => undefined,
  };
}
