import type { Work } from '../../domain/catalogue/catalogue.ts';

/** As many as a stall's walls and table hold, where nobody has counted yet. */
const FIRST = 12;

/**
 * The displays of the pad, in the wall's order: those that were counted before, else the first dozen. Which they are
 * does not change while somebody counts, so nothing moves under a finger.
 */
export function padDisplays(works: readonly Work[], counted: ReadonlySet<string>): readonly Work[] {
  const hung = works.filter((work) => !work.retired);
  const known = hung.filter((work) => counted.has(work.id));
  return known.length > 0 ? known : hung.slice(0, FIRST);
}

/** `m:ss`. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
