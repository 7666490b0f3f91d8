import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fact } from '../../src/domain/fact.ts';
import { done } from '../../src/domain/result.ts';
import type { FactText } from '../../src/journal/entry.ts';
import { commit, type Author } from '../../src/store/commit.ts';
import { StallDb } from '../../src/store/db.ts';
import { NOT_SENT, randomText, readMeta, writeMeta } from '../../src/store/device.ts';
import { rebuild } from '../../src/store/rebuild.ts';
import { readDay, readLevels, readUnsent } from '../../src/store/read.ts';
import { removeTablet } from '../../src/hub/auth/devices.ts';
import { beginLife, currentSelf } from '../../src/hub/storage/lives.ts';
import { FULL_BATCH } from '../../src/sync/batch.ts';
import { syncOnce, type Ahead } from '../../src/sync/engine.ts';
import { joinCollective } from '../../src/sync/enrol.ts';
import { feedRescue } from '../../src/sync/hub-calls.ts';
import { rescueLines } from '../../src/sync/rescue.ts';
import { makeExchange } from '../../src/sync/exchange.ts';
import { aHub, type TestHub } from '../support/a-hub.ts';
import { aSale } from '../support/a-sale.ts';
import { seededRandom } from '../support/seeded-random.ts';

let hub: TestHub;
beforeEach(async () => {
  hub = await aHub();
  await hub.collective('row');
});
afterEach(() => hub.close());

const straight: typeof fetch = (input, init) => Promise.resolve(hub.app.request(input as string, init));

interface Tablet {
  readonly db: StallDb;
  sell(...facts: readonly FactText[]): Promise<void>;
  /** Exchanges until nothing is left or nothing moves any more; gives the number of requests. */
  sync(network?: typeof fetch, most?: number): Promise<number>;
}

async function join(name: string, seed: number): Promise<Tablet> {
  const open = (collective: string) => new StallDb(collective, { indexedDB: new IDBFactory(), IDBKeyRange });
  const bytes = new Uint8Array(32).fill(seed);
  const code = await hub.code('row');
  const joined = await joinCollective({ url: '', fetch: straight }, code, name, bytes, hub.clock.now, open);
  if (!joined.ok) throw new Error(joined.problem.kind);
  return tabletIn(joined.value.db);
}

/** The same storage, under a new key. */
async function joinAgain({ db }: Tablet, seed: number): Promise<Tablet> {
  const [code, bytes] = [await hub.code('row'), new Uint8Array(32).fill(seed)];
  const again = await joinCollective({ url: '', fetch: straight }, code, 'A', bytes, hub.clock.now, () => db);
  if (!again.ok) throw new Error(again.problem.kind);
  return tabletIn(db);
}

async function tabletIn(db: StallDb): Promise<Tablet> {
  const [device, link] = [await readMeta(db, 'device'), await readMeta(db, 'hub')];
  if (!device || !link) throw new Error('not joined');
  let now = hub.clock.now;
  const author: Author = { device: device.key.device, by: 'p', day: 'day', now: () => now++, salt: () => randomText() };
  return {
    db,
    async sell(...facts) {
      const written = await commit(db, author, () => Promise.resolve(done({ facts })));
      if (!written.ok) throw new Error(JSON.stringify(written.problem));
    },
    async sync(network = straight, most = 200) {
      const exchange = makeExchange({ url: '', token: link.token, fetch: network });
      const ahead: Ahead = {};
      for (let tries = 1; tries <= most; tries++) {
        const outcome = await syncOnce(db, exchange, FULL_BATCH, ahead);
        if (outcome.kind === 'exchanged' && !outcome.more) return tries;
        if (outcome.kind === 'needs-a-person') throw new Error(outcome.needs);
      }
      return most;
    },
  };
}

async function sales(tablet: Tablet): Promise<string[]> {
  const rows = await tablet.db.journal.toArray();
  return rows
    .filter((row) => row.envelope.includes('"sale.completed"'))
    .map((row) => row.about)
    .toSorted();
}

async function atHub(): Promise<string[]> {
  const rows = await hub.hub.db.selectFrom('journal').selectAll().execute();
  return rows
    .filter((row) => row.envelope.includes('"sale.completed"'))
    .map((row) => (JSON.parse(row.envelope) as { about: string }).about)
    .toSorted();
}

const counted = fact('stock.counted', 'stall', { place: 'stall', items: [{ variant: 'salt-20', quantity: 100 }] });

describe('tablets and a hub', () => {
  it('end with the same sales and the same stock, each once', async () => {
    const [a, b] = [await join('A', 1), await join('B', 2)];
    await a.sell(counted);
    await a.sync();
    await b.sync();
    await Promise.all([a.sell(aSale(), aSale()), b.sell(aSale({ quantity: 3 }))]);
    for (const tablet of [a, b, a]) await tablet.sync();
    expect(await sales(a)).toEqual(await atHub());
    expect(await sales(b)).toEqual(await atHub());
    expect(await atHub()).toHaveLength(3);
    expect((await readLevels(a.db, 'stall')).get('salt-20')).toBe(95);
    expect(await readLevels(b.db, 'stall')).toEqual(await readLevels(a.db, 'stall'));
    expect(await readUnsent(a.db)).toMatchObject({ unsent: 0 });
  });

  it('lose and double nothing over a network that drops, doubles, cuts and lies (seed 41)', async () => {
    const random = seededRandom(41);
    const faults = { lost: 0, refused: 0, doubled: 0, cut: 0, portal: 0, busy: 0, passed: 0 };
    const bad: typeof fetch = async (input, init) => {
      const pick = random();
      if (pick < 0.1) return (faults.refused++, Promise.reject(new TypeError('refused')));
      if (pick < 0.2)
        return (faults.portal++, new Response('<html>Log in</html>', { headers: { 'content-type': 'text/html' } }));
      if (pick < 0.3) return (faults.busy++, new Response('busy', { status: 503, headers: { 'retry-after': '1' } }));
      const answer = await straight(input, init);
      if (pick < 0.4) return (faults.lost++, Promise.reject(new TypeError('lost')));
      if (pick < 0.5) return (faults.doubled++, straight(input, init));
      if (pick < 0.6) {
        faults.cut++;
        const text = await answer.text();
        return new Response(text.slice(0, text.length / 2), { headers: { 'content-type': 'application/json' } });
      }
      return (faults.passed++, answer);
    };
    const [a, b] = [await join('A', 1), await join('B', 2)];
    for (let round = 0; round < 30; round++) {
      await Promise.all([a.sell(aSale()), b.sell(aSale(), aSale())]);
      await Promise.all([a.sync(bad, 2), b.sync(bad, 2), a.sync(bad, 1)]);
    }
    await a.sync();
    await b.sync();
    await a.sync();
    expect(await atHub()).toHaveLength(90);
    expect(new Set(await atHub()).size).toBe(90);
    expect(await sales(a)).toEqual(await atHub());
    expect(await sales(b)).toEqual(await atHub());
    expect(Math.min(...Object.values(faults)), JSON.stringify(faults)).toBeGreaterThan(3);
  });

  it('send 1,200 sales in three requests and an empty one at most', async () => {
    const a = await join('A', 1);
    for (let at = 0; at < 12; at++) await a.sell(...Array.from({ length: 100 }, () => aSale()));
    expect(await a.sync()).toBeLessThanOrEqual(4);
    expect(await atHub()).toHaveLength(1200);
  });

  it('send again what a hub restored from a backup has lost', async () => {
    const a = await join('A', 1);
    await a.sell(aSale(), aSale());
    await a.sync();
    await hub.hub.db
      .deleteFrom('journal')
      .where('n', '=', 2)
      .where('device', '=', await deviceOf(a))
      .execute();
    const first = await a.db.journal
      .where('[device+n]')
      .equals([await deviceOf(a), 1])
      .first();
    await hub.hub.db
      .updateTable('heads')
      .set({ n: 1, hash: first?.hash ?? '' })
      .where('device', '=', await deviceOf(a))
      .execute();
    expect(await atHub()).toHaveLength(1);
    await a.sync();
    expect(await atHub()).toHaveLength(2);
  });

  it('take a late "forked" for what it is when the journal has gone on', async () => {
    const a = await join('A', 1);
    await a.sell(aSale());
    const stale: { value?: Response } = {};
    await a.sync(async (input, init) => {
      const answer = await straight(input, init);
      stale.value = answer.clone();
      return answer;
    });
    const head = (await a.db.heads.get(await deviceOf(a)))!;
    await a.sell(aSale());
    const forked = () =>
      Promise.resolve(Response.json({ kind: 'forked', head: { n: head.n, hash: head.hash } }, { status: 409 }));
    const link = await readMeta(a.db, 'hub');
    const outcome = await syncOnce(a.db, makeExchange({ url: '', token: link?.token ?? '', fetch: forked }));
    expect(outcome).toEqual({ kind: 'exchanged', progress: false, more: true });
    expect((await readMeta(a.db, 'sync'))?.needs).toBeNull();
    await a.sync();
    expect(await atHub()).toHaveLength(2);
  });

  it('send what was unsent when a tablet joins again under a new name, and say so until it is there', async () => {
    const a = await join('A', 1);
    await a.sell(aSale());
    await a.sync();
    await a.sell(aSale(), aSale());
    const again = await joinAgain(a, 9);
    expect(await readUnsent(a.db)).toMatchObject({ unsent: 2 });
    await again.sync();
    expect(await atHub()).toEqual(await sales(a));
    expect(await atHub()).toHaveLength(3);
    expect(await readUnsent(a.db)).toMatchObject({ unsent: 0 });
  });

  it('send what was unsent when a tablet that the hub has forgotten joins again under its own name', async () => {
    const a = await join('A', 1);
    await a.sell(aSale());
    await a.sync();
    await hub.hub.db.deleteFrom('devices').execute();
    await a.sell(aSale(), aSale());
    await expect(a.sync()).rejects.toThrow('enrolment');
    const again = await joinAgain(a, 1);
    await again.sell(aSale());
    await again.sync();
    expect(await atHub()).toEqual(await sales(a));
    expect(await atHub()).toHaveLength(4);
    expect(await readUnsent(a.db)).toMatchObject({ unsent: 0 });
  });

  it('send under both names what was sold, when the hub was put back from a copy older than the first of them', async () => {
    const a = await join('A', 1);
    await a.sell(aSale(), aSale());
    await a.sync();
    await a.sell(aSale());
    const former = await deviceOf(a);
    const self = await hub.hub.db.transaction().execute((tx) => currentSelf(tx, 'row'));
    for (const device of [former, self.key.device])
      for (const table of ['journal', 'heads', 'signed_heads'] as const)
        await hub.hub.db.deleteFrom(table).where('device', '=', device).execute();
    await hub.hub.db.deleteFrom('devices').execute();
    await expect(a.sync()).rejects.toThrow('enrolment');
    const again = await joinAgain(a, 9);
    await again.sell(aSale());
    await again.sync();
    expect(await atHub()).toEqual(await sales(a));
    expect(await atHub()).toHaveLength(4);
    expect(await readUnsent(a.db)).toMatchObject({ unsent: 0 });
  });

  it('keep what a removed tablet had not sent until a lead brings its rescue file, and send what it sells since', async () => {
    const [a, lead] = [await join('A', 1), await join('B', 2)];
    await a.sell(aSale());
    await a.sync();
    await a.sell(aSale(), aSale());
    await hub.hub.db.transaction().execute(async (tx) => removeTablet(tx, hub.hub, 'row', await deviceOf(a)));
    await expect(a.sync()).rejects.toThrow('enrolment');
    const again = await joinAgain(a, 9);
    await again.sell(aSale());
    await again.sync(straight, 5);
    expect(await atHub()).toHaveLength(2);
    expect(await readUnsent(a.db)).toMatchObject({ unsent: 2 });
    const lines: string[] = [];
    for await (const line of rescueLines(a.db, hub.clock.now)) lines.push(`${line}\n`);
    const bring = async (by: Tablet) => {
      const token = (await readMeta(by.db, 'hub'))?.token ?? '';
      return feedRescue({ url: '', token, fetch: straight }, new Blob(lines));
    };
    expect(await bring(lead)).toMatchObject({ ok: true, value: { stored: 2, left: 0 } });
    await again.sync();
    expect(await atHub()).toEqual(await sales(a));
    expect(await readUnsent(a.db)).toMatchObject({ unsent: 0 });
  });

  it('keep the link of a tablet that joined again while an old answer was on its way', async () => {
    const a = await join('A', 1);
    await a.sell(aSale());
    const token = (await readMeta(a.db, 'hub'))?.token ?? '';
    await hub.hub.db.transaction().execute((tx) => beginLife(tx, hub.hub, 'row')); // so that the answer has news of the hub
    const meanwhile: typeof fetch = async (input, init) => {
      const answer = await straight(input, init);
      const code = await hub.code('row');
      const seed = new Uint8Array(32).fill(9);
      await joinCollective({ url: '', fetch: straight }, code, 'A', seed, hub.clock.now, () => a.db);
      return answer;
    };
    await syncOnce(a.db, makeExchange({ url: '', token, fetch: meanwhile }));
    const link = await readMeta(a.db, 'hub');
    expect(link?.token).not.toBe(token);
    const exchange = makeExchange({ url: '', token: link?.token ?? '', fetch: straight });
    expect(await syncOnce(a.db, exchange)).toMatchObject({ kind: 'exchanged' });
    expect(await atHub()).toEqual(await sales(a));
  });

  it('bring by a rescue file what a tablet sold that never sends again, batch by batch', async () => {
    const [a, lead] = [await join('A', 1), await join('B', 2)];
    await a.sell(...Array.from({ length: 20 }, () => aSale()));
    await a.sync();
    await a.sell(...Array.from({ length: 590 }, () => aSale()));
    const lines: string[] = [];
    for await (const line of rescueLines(a.db, hub.clock.now)) lines.push(`${line}\n`);
    // The head, two batches, a signature after each.
    expect(lines).toHaveLength(1 + 610 + lines.filter((line) => line.startsWith('{"signedHead"')).length);
    const token = (await readMeta(lead.db, 'hub'))?.token ?? '';
    const cut = lines.slice(0, -2);
    const feed = (file: readonly string[]) => feedRescue({ url: '', token, fetch: straight }, new Blob([...file]));
    expect(await feed(cut)).toMatchObject({ ok: false, problem: { kind: 'malformed' } });
    expect((await atHub()).length).toBeGreaterThanOrEqual(500);
    expect(await feed(lines)).toMatchObject({ ok: true, value: { entries: 610, left: 0 } });
    expect(await atHub()).toEqual(await sales(a));
    await lead.sync();
    expect(
      await lead.db.journal
        .where('[device+n]')
        .between([await deviceOf(a), 1], [await deviceOf(a), 610], true, true)
        .count(),
    ).toBe(610);
  });

  it('bring by one rescue file what a tablet sold under every name it had', async () => {
    const [a, lead] = [await join('A', 1), await join('B', 2)];
    await a.sell(aSale());
    await a.sync();
    await a.sell(aSale(), aSale());
    const second = await joinAgain(a, 9);
    await second.sell(aSale());
    const third = await joinAgain(a, 10);
    const token = (await readMeta(lead.db, 'hub'))?.token ?? '';
    const file = async () => {
      const lines: string[] = [];
      for await (const line of rescueLines(a.db, hub.clock.now)) lines.push(`${line}\n`);
      return lines;
    };
    const feed = (lines: readonly string[], as = token) =>
      feedRescue({ url: '', token: as, fetch: straight }, new Blob([...lines]));
    // Nothing was sold under the newest name: what was under those before is in the file all the same.
    expect(await feed(await file())).toMatchObject({ ok: true, value: { entries: 4, stored: 3, left: 0 } });
    await third.sell(aSale(), aSale());
    const lines = await file();
    const sections = lines.flatMap((line, at) => (line.includes('imago-rescue') ? [at] : []));
    expect(sections).toHaveLength(3);
    expect(await feed(lines.slice(0, sections[1]))).toMatchObject({ ok: false, problem: { kind: 'malformed' } });
    expect(await atHub()).toEqual(await sales(a));
    const own = (await readMeta(a.db, 'hub'))?.token ?? '';
    expect(await feed(lines, own)).toMatchObject({ ok: true, value: { entries: 6, stored: 0, left: 0 } });
    expect(await atHub()).toHaveLength(6);
  });

  it('see a tablet whose journal was set back, and say so instead of overwriting', async () => {
    const a = await join('A', 1);
    await a.sell(aSale(), aSale());
    await a.sync();
    await setBack(a, 1);
    await a.sell(aSale());
    await expect(a.sync()).rejects.toThrow('fork');
    expect(await atHub()).toHaveLength(2);
    expect(await sales(a)).toHaveLength(2);
  });

  it('bring everything that both branches of a fork sold, once the tablet has joined again', async () => {
    const [a, b] = [await join('A', 1), await join('B', 2)];
    await a.sell(aSale(), aSale(), aSale());
    await a.sync();
    const before = await atHub();
    await setBack(a, 1);
    await a.sell(aSale(), aSale(), aSale(), aSale());
    await expect(a.sync()).rejects.toThrow('fork');
    const again = await joinAgain(a, 9);
    await again.sell(...Array.from({ length: 700 }, () => aSale()));
    await again.sync();
    expect(await readMeta(a.db, 'sync')).toMatchObject({ needs: null });
    expect(await readUnsent(a.db)).toMatchObject({ unsent: 0 });
    const all = [...new Set([...before, ...(await sales(a))])].toSorted();
    expect(all).toHaveLength(3 + 4 + 700);
    expect([...new Set(await atHub())]).toEqual(all);
    // Everywhere each sale takes one piece off the wall, whichever entries of it arrive; B also has what A forgot.
    await b.sync();
    expect((await readLevels(b.db, 'stall')).get('salt-20')).toBe(-707);
    expect((await readLevels(a.db, 'stall')).get('salt-20')).toBe(-705);
    expect(await readDay(a.db, 'day')).toHaveLength(705);
    // What goes on being sold is sent as before, and nothing is written down a second time.
    const entries = await a.db.journal.count();
    await again.sell(aSale());
    await again.sync();
    expect(await a.db.journal.count()).toBe(entries + 1);
    expect(new Set(await atHub()).size).toBe(708);
  });

  it('give a branch up once more if the storage was copied twice (fork after fork)', async () => {
    const a = await join('A', 1);
    await a.sell(aSale(), aSale());
    await a.sync();
    await setBack(a, 1);
    await a.sell(aSale());
    await expect(a.sync()).rejects.toThrow('fork');
    const second = await joinAgain(a, 9);
    await second.sync();
    await second.sell(aSale());
    await second.sync();
    await setBack(second, 1);
    await second.sell(aSale(), aSale());
    await expect(second.sync()).rejects.toThrow('fork');
    const third = await joinAgain(a, 10);
    await third.sync();
    expect(new Set(await atHub()).size).toBe(6);
    expect(await readUnsent(a.db)).toMatchObject({ unsent: 0 });
  });
});

/** Puts the tablet's own journal back to its first `n` entries, as a copied or restored storage is. */
async function setBack(tablet: Tablet, n: number): Promise<void> {
  const device = await deviceOf(tablet);
  const rows = tablet.db.journal.where('[device+n]');
  const last = await rows.equals([device, n]).first();
  await rows.between([device, n + 1], [device, Infinity]).delete();
  await tablet.db.heads.update(device, { n, hash: last?.hash ?? '' });
  await writeMeta(tablet.db, 'sync', { ...NOT_SENT, acked: { n, hash: last?.hash ?? '' } });
  await rebuild(tablet.db, undefined, true);
}

async function deviceOf(tablet: Tablet): Promise<string> {
  return (await readMeta(tablet.db, 'device'))?.key.device ?? '';
}
