import { isFactType } from '../domain/fact.ts';
import type { FactRead } from '../domain/fact.ts';
import type { StallDb } from './db.ts';
import { readDay } from './read.ts';

const FLOOR = /^(window|pause|floor)\./;

/** Floor facts of a market day, by stamp: windows, pauses, and what was taken back. */
export async function readFloorFacts(db: StallDb, day: string): Promise<readonly FactRead[]> {
  return (await readDay(db, day)).filter(({ type }) => isFactType(type) && FLOOR.test(type));
}
