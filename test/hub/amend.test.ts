import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { amendments } from '../../src/domain/market-days/amendments.ts';
import { parseFact, type FactRead } from '../../src/domain/fact.ts';
import { readEntry, trustedEnvelope } from '../../src/journal/check.ts';
import { hashText } from '../../src/journal/hash.ts';
import { close as closeDoor, listen, portOf } from '../../src/hub/http/listen.ts';
import { checkEntries } from '../../src/hub/sync/check-request.ts';
import { deposit } from '../../src/hub/sync/deposit.ts';
import { checkWitnesses } from '../../src/hub/storage/witness.ts';
import { numberLateDays } from '../../src/hub/sync/amend.ts';
import { toWire, type SignedHead } from '../../src/sync/protocol.ts';
import { aHub, DATABASES, type TestHub } from '../support/a-hub.ts';
import { aSale } from '../support/a-sale.ts';
import { rescueFile } from '../support/rescue-file.ts';
import { WireTablet } from '../support/wire-tablet.ts';

const DAY = '2026-06-13';

describe.each(DATABASES)('late facts, on %s', (database) => {
  let at: TestHub;
  let a: WireTablet;
  let b: WireTablet;

  beforeEach(async () => {
    at = await aHub({ database });
    await at.collective('moles');
    [a, b] = [new WireTablet('moles', 1), new WireTablet('moles', 2)];
    for (const tablet of [a, b]) await tablet.enrol(at.app, await at.code('moles'));
  });
  afterEach(() => at.close());

  const drawerOf = (tablet: WireTablet) => `drawer-${tablet.key.device}`;

  function open(tablet: WireTablet): void {
    const drawer = drawerOf(tablet);
    tablet.fact('drawer.opened', drawer, { drawer, letters: 'A', counted: 1000 });
  }

  function sell(tablet: WireTablet, count = 1, drawer = drawerOf(tablet)): void {
    for (let made = 0; made < count; made++) {
      const n = tablet.entries.length + 1;
      const sale = hashText(`${tablet.key.device} ${n}`).slice(0, 22);
      tablet.write(aSale({ sale, receipt: `A-${n}`, drawer }));
    }
  }

  /** What the hub holds of the day. */
  async function held(): Promise<FactRead[]> {
    const rows = await at.hub.db.selectFrom('journal').selectAll().where('day', '=', DAY).execute();
    return rows.flatMap((row) => {
      const read = readEntry(row, trustedEnvelope(row));
      return (read && parseFact(read)) ?? [];
    });
  }

  /** Number and sales of each amendment, in the order of their stamps. */
  async function numbered(tablet: WireTablet): Promise<[number, number][]> {
    const found = amendments(await held(), drawerOf(tablet));
    return found.map(({ amended, report }) => [amended.body.number, report.sums.sales]);
  }

  async function closedDay(tablet = a): Promise<void> {
    open(tablet);
    sell(tablet, 2);
    close(tablet, drawerOf(tablet));
    await tablet.sync(at.app);
  }

  /** In requests of so many entries. */
  async function drain(tablet: WireTablet, from: number, size: number): Promise<void> {
    for (let n = from; n <= tablet.entries.length; n += size)
      await tablet.sync(at.app, tablet.request(n, Math.min(tablet.entries.length, n + size - 1)));
  }

  test('a day that closed with everything in it has no amendment', async () => {
    await closedDay();
    await a.sync(at.app);
    expect(await numbered(a)).toEqual([]);
  });

  test('what one sending brings after the close is one amendment, over however many requests', async () => {
    await closedDay();
    sell(a, 7);
    await drain(a, 5, 2);
    expect(await numbered(a)).toEqual([[1, 7]]);
    sell(a, 2);
    await drain(a, 12, 1);
    expect(await numbered(a)).toEqual([
      [1, 7],
      [2, 2],
    ]);
  });

  test('the answer says that there is more, and the next one brings the amendment', async () => {
    await closedDay();
    sell(a);
    const reply = await a.sync(at.app, a.request(5, 5));
    expect([reply.more, reply.entries.length]).toEqual([true, 2]);
    const next = await a.sync(at.app, a.request(6, 5, { heads: reply.heads }));
    expect(next.more).toBe(false);
    expect(next.entries.map(([envelope]) => (JSON.parse(envelope) as { type: string }).type)).toEqual([
      'marketDay.amended',
    ]);
  });

  test('the same requests again, from several tabs at once, number nothing twice', async () => {
    await closedDay();
    sell(a, 3);
    await Promise.all(Array.from({ length: 4 }, () => a.sync(at.app, a.request(5, 7))));
    await a.sync(at.app);
    expect(await numbered(a)).toEqual([[1, 3]]);
  });

  test('a sending that breaks off is numbered when it has ended, and another tablet does not number it half', async () => {
    await closedDay();
    await closedDay(b);
    sell(a, 4);
    sell(b, 1);
    await a.sync(at.app, a.request(5, 6));
    await b.sync(at.app, b.request(5, 5));
    expect([await numbered(a), await numbered(b)]).toEqual([[], []]);
    await a.sync(at.app, a.request(7, 8));
    expect([await numbered(a), await numbered(b)]).toEqual([[[1, 4]], [[1, 1]]]);
  });

  test('a tablet that is never heard of again keeps the day waiting for an hour, no longer', async () => {
    await closedDay();
    sell(a, 4);
    await a.sync(at.app, a.request(5, 6));
    at.clock.now += 3_599_000;
    await b.sync(at.app);
    expect(await numbered(a)).toEqual([]);
    at.clock.now += 2_000;
    await b.sync(at.app);
    expect(await numbered(a)).toEqual([[1, 2]]);
    await a.sync(at.app, a.request(7, 8));
    expect(await numbered(a)).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  test('broken off between storing and numbering, the sale is kept and the next request numbers it', async () => {
    await closedDay();
    sell(a, 3);
    const hub = { ...at.hub };
    // An entry of the hub needs a salt: what stores the tablet's entries does not.
    const noSalt = () => {
      throw new Error('no randomness today');
    };
    Object.assign(at.hub, { randomBytes: noSalt });
    const reply = await a.sync(at.app, a.request(5, 7));
    expect([reply.heads[a.key.device], reply.more, await numbered(a)]).toEqual([a.head, false, []]);
    expect(at.logged.join('')).toContain('late facts not numbered');
    Object.assign(at.hub, hub);
    await a.sync(at.app, a.request(8, 7));
    await a.sync(at.app, a.request(8, 7));
    expect(await numbered(a)).toEqual([[1, 3]]);
  });

  test('a drawer opened again has no amendment: its next Z takes the sales in', async () => {
    await closedDay();
    open(a);
    sell(a);
    await a.sync(at.app, a.request(5, 6));
    expect(await numbered(a)).toEqual([]);
    expect(await at.hub.db.selectFrom('late_days').selectAll().execute()).toEqual([]);
  });

  test('what another tablet had sold into the drawer before the Z came is late too', async () => {
    sell(b, 2, drawerOf(a));
    await b.sync(at.app);
    await closedDay();
    expect(await numbered(a)).toEqual([[1, 2]]);
  });

  test('a drawer without a Z has no amendment', async () => {
    await closedDay();
    sell(a);
    await a.sync(at.app, a.request(5, 5));
    sell(b, 3);
    await b.sync(at.app);
    expect([await numbered(a), await numbered(b)]).toEqual([[[1, 1]], []]);
  });

  test('a rescue file of a closed drawer is one sending', async () => {
    await closedDay();
    sell(a, 5);
    const file = rescueFile(a, 2);
    for (let again = 0; again < 2; again++) expect((await b.post(at.app, '/api/rescue', file)).status).toBe(200);
    expect(await numbered(a)).toEqual([[1, 5]]);
  });

  test('a payload that cannot be read is stored, and nothing breaks', async () => {
    await closedDay();
    a.write({ type: 'sale.completed', about: 'x', body: { drawer: 7 } });
    a.writeRaw('sale.completed', 'not JSON');
    a.write({ type: 'cash.paidIn', about: drawerOf(a), body: { drawer: drawerOf(a), amount: -5 } });
    await a.sync(at.app, a.request(5, 7));
    expect((await a.sync(at.app, a.request(8, 7))).heads[a.key.device]).toEqual(a.head);
    expect(await numbered(a)).toEqual([]);
  });

  test('numbering again what is numbered writes nothing', async () => {
    await closedDay();
    sell(a);
    await a.sync(at.app, a.request(5, 5));
    await at.hub.db
      .insertInto('late_days')
      .values({ collective: 'moles', day: DAY, device: a.key.device, touched_at: 0 })
      .execute();
    expect(await numberLateDays(at.hub, 'moles', a.key.device)).toBe(false);
    expect(await numbered(a)).toEqual([[1, 1]]);
  });
});

test('a hub that ends between storing and numbering numbers at the first request after its next start, over HTTP', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'imago-hub-'));
  const tablet = new WireTablet('moles', 1);
  const before = await aHub({ dataDir });
  await before.collective('moles');
  await tablet.enrol(before.app, await before.code('moles'));
  tablet.fact('drawer.opened', 'd', { drawer: 'd', letters: 'A', counted: null });
  close(tablet, 'd');
  await tablet.sync(before.app);
  tablet.write(aSale({ sale: 'late', drawer: 'd' }));
  // The first of the request's two transactions, and no more.
  const chains = await checkEntries(tablet.entries.map(toWire), { [tablet.key.device]: headOf(tablet) }, 'moles');
  const { device } = tablet.key;
  await before.hub.db.transaction().execute((tx) => deposit(tx, before.hub, 'moles', chains, device, device));
  await before.hub.db.destroy();

  const after = await aHub({ dataDir });
  await checkWitnesses(after.hub);
  const server = await listen(after.app.fetch, { port: 0, host: '127.0.0.1', tls: undefined });
  const door = {
    request: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${portOf(server)}${path}`, init),
  };
  const replies = [await tablet.sync(door, tablet.request(4, 3)), await tablet.sync(door, tablet.request(4, 3))];
  expect(replies.map(({ more }) => more)).toEqual([true, false]);
  const found = await after.hub.db
    .selectFrom('journal')
    .select('type')
    .where('type', '=', 'marketDay.amended')
    .execute();
  expect(found).toHaveLength(1);
  await closeDoor(server);
  await after.hub.db.destroy();
  rmSync(dataDir, { recursive: true, force: true });
});

function headOf(tablet: WireTablet): SignedHead {
  const signed = tablet.signed();
  if (!signed) throw new Error('nothing written yet');
  return signed;
}

/** A Z of what the tablet itself wrote so far; its sums do not matter here. */
function close(tablet: WireTablet, drawer: string): void {
  const heads = { [tablet.key.device]: tablet.head ?? { n: 0, hash: '' } };
  const sums = { sales: 0, refunds: 0, voids: 0, takings: 0, refunded: 0, rounding: 0 };
  tablet.fact('drawer.closed', drawer, {
    drawer,
    z: 'A-Z1',
    heads,
    counted: 1000,
    expected: 1000,
    sums: { ...sums, tenders: {}, taxes: [], float: 1000, paidIn: 0, paidOut: 0 },
  });
}
