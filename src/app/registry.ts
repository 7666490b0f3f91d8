import { Dexie, type Table } from 'dexie';
import type { Preferences } from '../store/stall.tsx';

/** A collective whose database lies on this tablet. */
export interface KnownCollective {
  readonly id: string;
  readonly openedAt: number;
  /** As it was called when it could last be read: to name one that cannot be opened. */
  readonly name?: string;
}

/** What the tablet knows before any collective is open. Each collective has its own database, named by its id. */
class TabletDb extends Dexie {
  readonly collectives!: Table<KnownCollective, string>;
  readonly settings!: Table<{ name: string; value: unknown }, string>;

  constructor() {
    super('imago-tablet');
    this.version(1).stores({ collectives: 'id', settings: 'name' });
  }
}

const tablet = new TabletDb();

/**
 * The collective opened last. With none here `id` becomes it, in the same transaction: of two tabs that start a new
 * tablet at once, the second joins the first one's collective instead of making another.
 */
export async function lastOpenedOr(id: string, now: number): Promise<string> {
  return tablet.transaction('rw', tablet.collectives, async () => {
    const [last] = (await tablet.collectives.toArray()).toSorted((a, b) => b.openedAt - a.openedAt);
    if (!last) await tablet.collectives.put({ id, openedAt: now });
    return last?.id ?? id;
  });
}

/** Every collective that was opened on this tablet and not taken off it. */
export async function knownCollectives(): Promise<readonly KnownCollective[]> {
  return tablet.collectives.toArray();
}

/** Remembers a collective and makes it the one that opens next. */
export async function rememberCollective(id: string, now: number): Promise<void> {
  await tablet.transaction('rw', tablet.collectives, async () => {
    const known = await tablet.collectives.get(id);
    await tablet.collectives.put({ ...known, id, openedAt: now });
  });
}

/** Keeps what a collective is called beside its id. */
export async function keepName(id: string, name: string): Promise<void> {
  await tablet.collectives.where('id').equals(id).modify({ name });
}

/** Takes a collective and its database off this tablet. What was not sent is lost with it: ask first. */
export async function forgetCollective(id: string): Promise<void> {
  await tablet.collectives.delete(id);
  await Dexie.delete(`imago-${id}`);
}

/** The tablet's own choices; on the first start as the system has them. */
export async function readPreferences(): Promise<Preferences> {
  const kept = (await tablet.settings.get('preferences'))?.value as Partial<Preferences> | undefined;
  return { ...systemPreferences(), ...kept };
}

/** All of them at once. */
export async function keepPreferences(preferences: Preferences): Promise<void> {
  await tablet.settings.put({ name: 'preferences', value: preferences });
}

function systemPreferences(): Preferences {
  const dark = globalThis.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false;
  const language = globalThis.navigator?.language.startsWith('de') ? 'de' : 'en';
  return { theme: dark ? 'dark' : 'light', hand: 'right', sound: false, letterKeys: true, language };
}

/** Something else the tablet keeps for itself, by name. */
export async function readSetting(name: string): Promise<unknown> {
  return (await tablet.settings.get(name))?.value;
}

/** Anything structured cloning takes. */
export async function writeSetting(name: string, value: unknown): Promise<void> {
  await tablet.settings.put({ name, value });
}
