import { catalogueFrom, type Catalogue } from '../../src/domain/catalogue/catalogue.ts';
import { copies, type CopyRow } from '../../src/domain/editions/copies.ts';
import { parseFact, type FactRead } from '../../src/domain/fact.ts';
import { records, type RecordRow } from '../../src/domain/record.ts';
import { makeDeviceKey } from '../../src/journal/device-key.ts';
import { writeEntry, type FactText, type Head } from '../../src/journal/entry.ts';
import type { AnyProjection } from '../../src/journal/projection.ts';

/** Facts of a collective's life, written as entries but kept nowhere: for domain tests. */
export interface TestJournal {
  readonly facts: readonly FactRead[];
  /** Writes a fact at this instant; stamps follow the clock. `tablet` is 0 or another small number. */
  write(fact: FactText, at: number, options?: { day?: string; tablet?: number }): FactRead;
  catalogue(): Catalogue;
  copies(): readonly CopyRow[];
}

export function aJournal(): TestJournal {
  const facts: FactRead[] = [];
  const heads = new Map<number, Head & { readonly stamp: string }>();
  return {
    facts,
    write(fact, at, { day = '', tablet = 0 } = {}) {
      const { device } = makeDeviceKey(new Uint8Array(32).fill(tablet + 1));
      const writer = { collective: 'test', device, by: 'p', day };
      const held = heads.get(tablet);
      const { read } = writeEntry(fact, writer, held, held?.stamp, at, `salt-${facts.length}`);
      heads.set(tablet, { n: read.n, hash: read.hash, stamp: read.stamp });
      const parsed = parseFact(read);
      if (!parsed) throw new Error(`not a ${fact.type} by its schema`);
      facts.push(parsed);
      return parsed;
    },
    catalogue: () => catalogueFrom([...fold<RecordRow>(records, facts).values()]),
    copies: () => [...fold<CopyRow>(copies, facts).values()],
  };
}

function fold<Row extends { readonly key: string }>(projection: AnyProjection, facts: readonly FactRead[]) {
  const rows = new Map<string, Row>();
  for (const read of facts) {
    if (!projection.types.includes(read.type)) continue;
    for (const key of projection.keys(read)) rows.set(key, projection.fold(rows.get(key), read, key) as Row);
  }
  return rows;
}
