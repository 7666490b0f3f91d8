import { toWire, type SyncRequest } from '../../src/sync/protocol.ts';
import { aHub, type DATABASES, type TestHub } from './a-hub.ts';
import { WireTablet } from './wire-tablet.ts';

/** A hub with the collective `moles`, and a lead's tablet in it. Close it after the test. */
export async function hubWithTablet(
  database: (typeof DATABASES)[number],
): Promise<{ readonly at: TestHub; readonly tablet: WireTablet }> {
  const at = await aHub({ database });
  await at.collective('moles');
  return { at, tablet: await aTablet(at, 1) };
}

export async function aTablet(at: TestHub, seed: number, tabletClass: 'lead' | 'stall' = 'lead'): Promise<WireTablet> {
  const made = new WireTablet('moles', seed);
  await made.enrol(at.app, await at.code('moles', 'code', tabletClass));
  return made;
}

/** Envelope hashes that the hub holds of a tablet, in the order of its numbers. */
export async function stored(at: TestHub, { key }: WireTablet): Promise<string[]> {
  const rows = await at.hub.db
    .selectFrom('journal')
    .select('hash')
    .where('device', '=', key.device)
    .orderBy('n')
    .execute();
  return rows.map((row) => row.hash);
}

export function hashes(of: WireTablet): string[] {
  return of.entries.map((entry) => entry.hash);
}

/** The same tablet, put back to its first `n` entries: what a restored profile or a copied storage is. */
export function setBack(tablet: WireTablet, n: number): WireTablet {
  const other = new WireTablet(tablet.collective, 0);
  Object.assign(other, { key: tablet.key, token: tablet.token });
  other.entries.push(...tablet.entries.slice(0, n));
  other.skip(1_000);
  return other;
}

export function relay(by: WireTablet, of: WireTablet, head: ReturnType<WireTablet['signed']>): SyncRequest {
  return {
    ...by.request(1, 0),
    last: by.signed(),
    heads: by.head ? { [by.key.device]: by.head } : {},
    entries: of.entries.map(toWire),
    signed: head ? { [of.key.device]: head } : {},
  };
}

/** A head that claims to be this tablet's and is signed with another key. */
export function forged(of: WireTablet): ReturnType<WireTablet['signed']> {
  const liar = new WireTablet(of.collective, 99);
  liar.entries.push(...of.entries);
  const signed = liar.signed();
  return signed && { ...signed, publicKey: of.key.publicKey };
}

export function never(): never {
  throw new Error('the test is wrong');
}
