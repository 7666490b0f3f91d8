import { makeDeviceKey } from '../../journal/device-key.ts';
import type { FactText } from '../../journal/entry.ts';
import { toBase64Url } from '../../journal/hash.ts';
import { done, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { commit, type Author, type Decision } from '../../store/commit.ts';
import type { StallDb } from '../../store/db.ts';
import { writeMeta } from '../../store/device.ts';
import { LEAD } from './collective.ts';

/** The tablet on which the example's past was lived: it writes by the same door as every other. */
export interface ExampleTablet {
  readonly db: StallDb;
  readonly device: string;
  readonly letters: string;
  /** 128 random bits as text. */
  id(): string;
  /** Writes facts that happened at these times, in one go. `day`: the market day selected. */
  write(day: string, facts: readonly { readonly at: Instant; readonly fact: FactText }[]): Promise<void>;
  /** Decides inside the transaction, like the till; `at` is given to the facts one after the other. */
  decide<P>(
    day: string,
    at: readonly Instant[],
    decision: (own: { readonly receipts: number; readonly zs: number }) => Promise<Result<Decision, P>>,
  ): Promise<void>;
}

/** @param randomBytes for the key, ids and salts: real ones in a hub, seeded ones in tests */
export async function exampleTablet(
  db: StallDb,
  randomBytes: (count: number) => Uint8Array,
  madeAt: Instant,
): Promise<ExampleTablet> {
  const key = makeDeviceKey(randomBytes(32));
  const letters = 'A';
  await writeMeta(db, 'device', { key, letters, name: 'Stall tablet', class: 'lead', madeAt });
  const text = () => toBase64Url(randomBytes(16));
  const decide: ExampleTablet['decide'] = async (day, at, decision) => {
    let next = 0;
    const author: Author = {
      device: key.device,
      by: LEAD,
      day,
      now: () => at[Math.min(next++, at.length - 1)] ?? madeAt,
      salt: text,
    };
    const written = await commit(db, author, decision);
    // Nothing here can be refused; if it is, the example is wrong and must not look right.
    if (!written.ok) throw new Error(`the example could not be written: ${JSON.stringify(written.problem)}`);
  };
  return {
    db,
    device: key.device,
    letters,
    id: text,
    decide,
    write: (day, facts) =>
      decide(
        day,
        facts.map(({ at }) => at),
        () => Promise.resolve(done({ facts: facts.map(({ fact }) => fact) })),
      ),
  };
}
