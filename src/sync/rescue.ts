import { signHead } from '../journal/device-key.ts';
import type { StallDb } from '../store/db.ts';
import { readMeta } from '../store/device.ts';
import { readEntriesFrom } from '../store/read.ts';
import { toWire } from './protocol.ts';

const PAGE = 1_000;

/**
 * Every entry of this tablet as text a person can carry to the hub: JSON lines, first who they are from and the signed
 * head, then one entry a line.
 */
export async function* rescueLines(db: StallDb, now: number): AsyncGenerator<string> {
  const device = await readMeta(db, 'device');
  const head = device && (await db.heads.get(device.key.device));
  if (!device || !head) return;
  const { key } = device;
  const signature = signHead(key, db.collective, head.n, head.hash);
  yield JSON.stringify({
    kind: 'imago-rescue',
    version: 1,
    collective: db.collective,
    device: key.device,
    letters: device.letters,
    savedAt: now,
    signedHead: { n: head.n, hash: head.hash, signature, publicKey: key.publicKey },
  });
  for (let n = 1; n <= head.n; n += PAGE) {
    const rows = await readEntriesFrom(db, key.device, n, PAGE);
    for (const row of rows) if (row.n <= head.n) yield JSON.stringify(toWire(row));
  }
}
