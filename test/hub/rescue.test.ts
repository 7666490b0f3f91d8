import { createHash } from 'node:crypto';
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rescue } from '../../src/hub/sync/rescue.ts';
import { makeDeviceKey, signHead } from '../../src/journal/device-key.ts';
import { genesis } from '../../src/journal/entry.ts';
import { RESCUE_VERSION, type RescueReply } from '../../src/sync/protocol.ts';
import { aHub, DATABASES, type TestHub } from '../support/a-hub.ts';
import { rescueFile } from '../support/rescue-file.ts';
import { WireTablet } from '../support/wire-tablet.ts';

describe.each(DATABASES)('a rescue file, on %s', (database) => {
  let at: TestHub;
  let lead: WireTablet;
  let broken: WireTablet;

  beforeEach(async () => {
    at = await aHub({ database });
    await at.collective('moles');
    [lead, broken] = [new WireTablet('moles', 1), new WireTablet('moles', 2)];
    await lead.enrol(at.app, await at.code('moles'));
    await broken.enrol(at.app, await at.code('moles', 'code', 'stall'));
    broken.scribble(7);
    await broken.sync(at.app, broken.request(1, 3));
  });
  afterEach(() => at.close());

  const feed = (text: string | Uint8Array, by = lead, headers = {}) => by.post(at.app, '/api/rescue', text, headers);

  async function held(): Promise<number> {
    const row = await at.hub.db
      .selectFrom('heads')
      .select('n')
      .where('device', '=', broken.key.device)
      .executeTakeFirst();
    return row?.n ?? 0;
  }

  test('adds what the hub lacks, and fed again it adds nothing', async () => {
    const reply = (await (await feed(rescueFile(broken))).json()) as RescueReply;
    expect(reply).toEqual({ device: broken.key.device, entries: 7, stored: 4, left: 0, head: broken.head });
    expect(await (await feed(rescueFile(broken))).json()).toMatchObject({ stored: 0, left: 0 });
    expect(await held()).toBe(7);
  });

  test('may be zipped', async () => {
    const zipped = new Uint8Array(gzipSync(rescueFile(broken)));
    expect(await (await feed(zipped, lead, { 'content-encoding': 'gzip' })).json()).toMatchObject({ stored: 4 });
  });

  test('that was cut off is refused with the line, and what was whole before is kept and said', async () => {
    const lines = rescueFile(broken, 2).split('\n');
    // 1: header; 2, 3: entries; 4: their signature; 5, 6, 7: the next batch; 8, 9, 10; 11, 12: the last.
    expect(lines).toHaveLength(12);
    const cutIn = await feed(lines.slice(0, 8).join('\n').slice(0, -40));
    expect(await cutIn.json()).toMatchObject({
      kind: 'malformed',
      detail: 'line 8: not JSON; the file may have been cut off. The 4 entries before it are kept, 1 of them new',
    });
    expect(await held()).toBe(4);
    const unsigned = await feed(lines.slice(0, 9).join('\n'));
    expect(await unsigned.json()).toMatchObject({ detail: expect.stringContaining('line 8: the file ends before') });
    const between = await feed(lines.slice(0, 10).join('\n'));
    expect(await between.json()).toMatchObject({
      detail: 'the file ends at entry 6 of 7: it was cut off. The 6 entries before it are kept, 2 of them new',
    });
    expect(await held()).toBe(6);
    expect(await (await feed(lines.join('\n'))).json()).toMatchObject({ entries: 7, stored: 1, head: broken.head });
  });

  test('with an entry changed by hand is refused with its line, and nothing from there on is kept', async () => {
    const lines = rescueFile(broken, 2).split('\n');
    const changed = (at: number) => lines.with(at, lines[at]?.replace('mira', 'mila') ?? '').join('\n');
    expect(await (await feed(changed(8))).json()).toMatchObject({
      kind: 'unsigned-foreign-entry',
      detail: expect.stringContaining('line 8: the signature after these entries is not the tablet’s'),
    });
    const response = await feed(changed(7));
    expect(await response.json()).toMatchObject({
      kind: 'malformed',
      detail: expect.stringMatching(/^line 9 does not follow .*The 4 entries before it are kept, 0 of them new$/),
    });
    expect(await held()).toBe(4);
  });

  test('with a signature that is another’s keeps nothing of what it stands under', async () => {
    const lines = rescueFile(broken, 7).split('\n');
    const forged = lines.with(
      8,
      JSON.stringify({ signedHead: { ...broken.signed(), ...lead.key, hash: broken.head?.hash } }),
    );
    lead.scribble(7);
    for (const file of [forged.join('\n'), lines.with(8, JSON.stringify({ signedHead: lead.signed() })).join('\n')])
      expect((await feed(file)).ok).toBe(false);
    expect(await held()).toBe(3);
  });

  test('of another version of the format is named as that', async () => {
    const response = await feed(rescueFile(broken).replace('"version":2', '"version":1'));
    expect(await response.json()).toMatchObject({
      detail: 'line 1: a rescue file of version 1; this hub reads version 2. Nothing was changed',
    });
  });

  test('with a sign that is not UTF-8, a line without end, or a zip that breaks off names where', async () => {
    const whole = Buffer.from(rescueFile(broken, 2));
    const bad = Buffer.from(whole);
    bad[bad.indexOf('mira', whole.indexOf(10, 900))] = 0xff;
    expect(await (await feed(new Uint8Array(bad))).json()).toMatchObject({
      detail: expect.stringMatching(/^line \d+: not UTF-8/),
    });
    expect(await (await feed('x'.repeat(600_000))).json()).toMatchObject({
      detail: 'line 1: longer than an entry can be. Nothing was changed',
    });
    const zip = gzipSync(whole);
    const cut = await feed(new Uint8Array(zip.subarray(0, -30)), lead, { 'content-encoding': 'gzip' });
    expect(await cut.json()).toMatchObject({ kind: 'malformed', detail: expect.stringContaining('not whole gzip') });
  });

  test('of another collective, of another tablet than its head says, or that is none, is refused', async () => {
    const owl = new WireTablet('owls', 3);
    owl.scribble(1);
    expect((await feed(rescueFile(owl))).status).toBe(403);
    lead.scribble(1);
    const mixed = rescueFile(broken).split('\n').slice(0, 1).concat(rescueFile(lead).split('\n').slice(1));
    expect(await (await feed(mixed.join('\n'))).json()).toMatchObject({ kind: 'malformed' });
    for (const text of ['', 'hello', '<html></html>', '{}'])
      expect(await (await feed(text)).json()).toMatchObject({ kind: 'malformed' });
  });

  test('is taken from a stall tablet for itself, and from a lead for any', async () => {
    const other = new WireTablet('moles', 4);
    await other.enrol(at.app, await at.code('moles', 'code', 'stall'));
    expect((await feed(rescueFile(broken), other)).status).toBe(403);
    expect((await feed(rescueFile(broken), broken)).status).toBe(200);
  });
});

test('a file of 50,000 entries takes no more memory than one of 5,000', { timeout: 120_000 }, async () => {
  const peaks: number[] = [];
  for (const [seed, count] of [5_000, 50_000].entries()) {
    const at = await aHub();
    await at.collective('moles');
    const before = heldMemory();
    let [peak, pieces] = [0, 0];
    const watched = async function* () {
      for await (const piece of longFile(seed + 1, count)) {
        yield piece;
        if (++pieces % 50 === 0) peak = Math.max(peak, heldMemory() - before);
      }
    };
    expect(await rescue(at.hub, watched())).toMatchObject({
      entries: count,
      stored: count,
      left: 0,
      head: { n: count },
    });
    expect(pieces, 'looked at on the way').toBeGreaterThan(50);
    peaks.push(peak);
    await at.close();
  }
  const [small = 0, large = 0] = peaks;
  // Held whole, the file would be 50 MB of text alone.
  expect(large - small, `${peaks.map((bytes) => Math.round(bytes / 1e6)).join(' and ')} MB`).toBeLessThan(15e6);
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes that are still needed: what only waits for the collector is put away first. */
function heldMemory(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** A rescue file of about a kilobyte an entry, from the disk. */
async function* longFile(seed: number, count: number): AsyncGenerator<Uint8Array> {
  const key = makeDeviceKey(new Uint8Array(32).fill(seed));
  const { device, publicKey } = key;
  const sha = (text: string) => createHash('sha256').update(text).digest('base64url');
  const signed = (n: number, hash: string) => ({ n, hash, publicKey, signature: signHead(key, 'moles', n, hash) });
  const file = join(mkdtempSync(join(tmpdir(), 'imago-rescue-')), 'rescue.jsonl');
  const out = openSync(file, 'w');
  const text = JSON.stringify({ salt: 'salt', body: 'x'.repeat(500) });
  const [by, about, day, type, payload] = ['mira', 'a', '', 'note.taken', sha(text)];
  let prev = genesis('moles', device);
  for (let n = 1; n <= count; n++) {
    const stamp = `${String(n).padStart(15, '0')}-0000-${device}`;
    const fields = { v: 1, collective: 'moles', device, n, at: n, stamp, by, about, day, type, prev, payload };
    const envelope = JSON.stringify(fields);
    prev = sha(envelope);
    writeSync(out, `${JSON.stringify([envelope, text])}\n`);
    if (n % 500 === 0) writeSync(out, `${JSON.stringify({ signedHead: signed(n, prev) })}\n`);
  }
  closeSync(out);
  const header = {
    kind: 'imago-rescue',
    version: RESCUE_VERSION,
    collective: 'moles',
    device,
    letters: 'A',
    savedAt: 0,
  };
  yield Buffer.from(`${JSON.stringify({ ...header, signedHead: signed(count, prev) })}\n`);
  for await (const piece of createReadStream(file)) yield piece as Uint8Array;
  rmSync(dirname(file), { recursive: true });
}
