import { expose } from 'comlink';
import { describe, expect, it } from 'vitest';
import { fact } from '../../src/domain/fact.ts';
import type { PlanOutput } from '../../src/domain/replenishment/shapes.ts';
import { done } from '../../src/domain/result.ts';
import type { FactText } from '../../src/journal/entry.ts';
import { commit } from '../../src/store/commit.ts';
import { StallDb } from '../../src/store/db.ts';
import { ownDevice, randomText } from '../../src/store/device.ts';
import { readCatalogue, readCopies, readCopiesOf } from '../../src/store/read.ts';
import { makeWorkerClient } from '../../src/worker/client.ts';
import { jobs, type Jobs } from '../../src/worker/jobs.ts';
import { proposeFrom } from '../../src/worker/propose-reorder.ts';
import { aSale } from '../support/a-sale.ts';
import { aTablet } from '../support/a-tablet.ts';

const NO_LIMITS = { budget: null, capacity: null };
const ANSWER: PlanOutput = { orders: [], forecast: [] };

/** A worker that is the other end of a message channel in this process; counts how often it was started and ended. */
function aWorker(over: Partial<Jobs>) {
  const seen = { started: 0, ended: 0 };
  const start = () => {
    seen.started++;
    const { port1, port2 } = new MessageChannel();
    expose({ ...jobs, ...over }, port1);
    port2.start();
    return Object.assign(port2, {
      terminate() {
        seen.ended++;
        port1.close();
        port2.close();
      },
    });
  };
  return { seen, start };
}

/** A job that waits until the test lets it go. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

const propose = (client: ReturnType<typeof makeWorkerClient>, collective: string, options = {}) =>
  client.propose(collective, 0, NO_LIMITS, options);

describe('the worker', () => {
  it('is started at the first job and not before', async () => {
    const { seen, start } = aWorker({ propose: () => Promise.resolve(ANSWER) });
    const client = makeWorkerClient(start, 50_000);
    expect(seen.started).toBe(0);
    expect(await propose(client, 'a')).toEqual(ANSWER);
    await propose(client, 'b');
    expect(seen).toEqual({ started: 1, ended: 0 });
  });

  it('says how far it is', async () => {
    const heard = gate();
    const { start } = aWorker({
      propose: async (_collective, _now, _limits, onProgress) => {
        onProgress(0.5);
        await heard.opened;
        return ANSWER;
      },
    });
    const shares: number[] = [];
    const onProgress = (share: number) => {
      shares.push(share);
      heard.open();
    };
    await propose(makeWorkerClient(start), 'a', { onProgress });
    expect(shares).toEqual([0.5]);
  });

  it('says nothing more once the answer is there: a screen would go back to waiting for it', async () => {
    let late = (_share: number): Promise<void> => Promise.reject(new Error('not asked yet'));
    const { start } = aWorker({
      propose: (_collective, _now, _limits, onProgress) => {
        late = (share) => Promise.resolve(onProgress(share));
        return Promise.resolve(ANSWER);
      },
    });
    const shares: number[] = [];
    const client = makeWorkerClient(start);
    await propose(client, 'a', { onProgress: (share: number) => shares.push(share) });
    await late(1);
    expect(shares).toEqual([]);
  });

  it('never shows the answer to a question that a newer one replaced', async () => {
    const { opened, open } = gate();
    const { seen, start } = aWorker({
      propose: (collective) => (collective === 'old' ? opened.then(() => ANSWER) : Promise.resolve(ANSWER)),
    });
    const client = makeWorkerClient(start);
    const old = propose(client, 'old');
    const fresh = propose(client, 'new');
    await expect(old).rejects.toMatchObject({ name: 'AbortError' });
    open();
    expect(await fresh).toEqual(ANSWER);
    expect(seen.ended).toBeLessThanOrEqual(1);
  });

  it('is ended when a running job is left, and the next one gets a fresh one', async () => {
    const running = gate();
    const { seen, start } = aWorker({
      previewFile: (_file, _collective, _currency, onProgress) => {
        onProgress(0.1);
        return new Promise(() => undefined);
      },
      propose: () => Promise.resolve(ANSWER),
    });
    const client = makeWorkerClient(start);
    const leaving = new AbortController();
    const reading = client.previewFile(new Blob(), 'a', 'EUR', {
      signal: leaving.signal,
      onProgress: running.open,
    });
    await running.opened;
    leaving.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(await propose(client, 'a')).toEqual(ANSWER);
    expect(seen).toEqual({ started: 2, ended: 1 });
  });

  it('does one job at a time, in the order they were asked', async () => {
    const order: string[] = [];
    const { opened, open } = gate();
    const { start } = aWorker({
      resize: async () => {
        order.push('picture begins');
        await opened;
        order.push('picture ends');
        return { ok: false, problem: { kind: 'picture-unreadable' } };
      },
      propose: () => {
        order.push('proposal');
        return Promise.resolve(ANSWER);
      },
    });
    const client = makeWorkerClient(start);
    const picture = client.resizePicture(new ArrayBuffer(1));
    const proposal = propose(client, 'a');
    open();
    await Promise.all([picture, proposal]);
    expect(order).toEqual(['picture begins', 'picture ends', 'proposal']);
  });

  it('is ended when there is nothing left to do', async () => {
    const { seen, start } = aWorker({ propose: () => Promise.resolve(ANSWER) });
    await propose(makeWorkerClient(start, 0), 'a');
    await expect.poll(() => seen.ended).toBe(1);
  });

  it('goes on after a job that broke', async () => {
    const { start } = aWorker({
      propose: (collective) => (collective === 'bad' ? Promise.reject(new Error('planted')) : Promise.resolve(ANSWER)),
    });
    const client = makeWorkerClient(start);
    await expect(propose(client, 'bad')).rejects.toThrow('planted');
    expect(await propose(client, 'good')).toEqual(ANSWER);
  });
});

describe('the jobs', () => {
  it('propose from the journal of the collective they are given, with a reason', async () => {
    const tablet = await aTablet({ day: 'first' });
    const at = Date.UTC(2026, 5, 13, 8);
    tablet.setClock(at - 3_600_000);
    const plan = { place: 'stall', opens: '10:00', closes: '18:00', zone: 'Europe/Berlin', venue: 'Quay' };
    await tablet.write(
      fact('work.revised', 'salt', {
        work: 'salt',
        fields: { title: 'Salt', photographer: 'ode' },
        variants: [{ variant: 'salt-20', fields: { price: 2500, cost: 700, guess: 3, size: '20 × 20' } }],
      }),
      fact('marketDay.revised', 'first', { marketDay: 'first', fields: { ...plan, date: '2026-06-13' } }),
      fact('marketDay.revised', 'next', { marketDay: 'next', fields: { ...plan, date: '2026-06-27' } }),
      fact('stock.counted', 'stall', { place: 'stall', items: [{ variant: 'salt-20', quantity: 4 }] }),
      fact('marketDay.opened', 'first', { marketDay: 'first', fields: {}, taxIncluded: true }),
    );
    tablet.setClock(at + 1_800_000);
    await tablet.write(aSale({ quantity: 4 }));
    tablet.setClock(at + 29_000_000);
    await tablet.write(fact('marketDay.closed', 'first', { marketDay: 'first' }));
    const shares: number[] = [];
    const answer = await proposeFrom(tablet.db, at + 30_000_000, NO_LIMITS, (share) => shares.push(share));
    expect(answer.orders?.map(({ id }) => id)).toEqual(['salt-20']);
    expect(answer.orders?.[0]?.why).toMatch(
      /^Sold all 4 by 0 h 30 with \d\d % of visitors still to come; .* print \d+\.$/,
    );
    expect(shares.at(-1)).toBe(1);
  });

  it('say in words where pictures cannot be made', async () => {
    expect(await jobs.resize(new ArrayBuffer(8))).toEqual({ ok: false, problem: { kind: 'pictures-not-here' } });
    expect(await jobs.resize(new ArrayBuffer(60_000_001))).toMatchObject({ problem: { kind: 'picture-too-large' } });
  });

  it('say why a file is no catalogue', async () => {
    const read = await jobs.previewFile(new Blob(['Title,Variant Price\n']), 'import-none', 'EUR', () => undefined);
    expect(read.ok).toBe(false);
    const huge = Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error('taken into memory')) });
    Object.defineProperty(huge, 'size', { value: 70_000_000 });
    expect(await jobs.previewFile(huge, 'import-none', 'EUR', () => undefined)).toMatchObject({
      problem: { kind: 'fileTooLarge' },
    });
  });

  it('compare a long file with what is here, hang all of it, and take it back', async () => {
    const db = new StallDb('import-here');
    const { key } = await ownDevice(db, { letters: 'A', name: 'A', class: 'lead', now: 1 }, new Uint8Array(32).fill(7));
    const writer = { device: key.device, by: '', day: '', offset: 0 };
    const rows = Array.from({ length: 1_100 }, (_, at) => `w${at},Title ${at},Ana Ruiz,print,SKU-${at},A4,45.00`);
    const file = new Blob([['Work key,Title,Photographer,Kind,SKU,Size,Price', ...rows].join('\n')]);
    const shares: number[] = [];
    const preview = () => jobs.previewFile(file, 'import-here', 'EUR', (share) => shares.push(share));
    const first = await preview();
    if (!first.ok) throw new Error(JSON.stringify(first.problem));
    expect(first.value).toMatchObject({ dialect: 'imago', rows: 1_100, shown: { counts: { created: 1_100 } } });
    // The page gets what a person can look at; the rest travels as text.
    expect(first.value.shown.works).toHaveLength(300);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(await db.journal.count()).toBe(0);
    const writing: number[] = [];
    const hung = await jobs.hangFile(first.value.held, 'import-here', 'stall', writer, (share) => writing.push(share));
    if (!hung.ok) throw new Error(JSON.stringify(hung.problem));
    expect((await readCatalogue(db)).works).toHaveLength(1_100);
    expect(writing).toEqual(writing.toSorted((a, b) => a - b));
    expect(writing[0]).toBeLessThan(1);
    expect(writing.at(-1)).toBe(1);
    expect(await preview()).toMatchObject({
      value: { shown: { counts: { created: 0, changed: 0, left: 1_100 }, works: [] } },
    });
    expect((await jobs.takeBack(hung.value, 'import-here', writer)).ok).toBe(true);
    expect((await readCatalogue(db)).works.filter(({ retired }) => !retired)).toEqual([]);
    expect(await preview()).toMatchObject({ value: { shown: { counts: { changed: 1_100 } } } });
  });

  it('take back the size of an edition that a file enlarged, where nobody has used the new numbers since', async () => {
    const db = new StallDb('import-sizes');
    const { key } = await ownDevice(db, { letters: 'A', name: 'A', class: 'lead', now: 1 }, new Uint8Array(32).fill(7));
    const writer = { device: key.device, by: '', day: '', offset: 0 };
    const author = { ...writer, now: () => Date.now(), salt: () => randomText() };
    const write = (...facts: readonly FactText[]) => commit<never>(db, author, () => Promise.resolve(done({ facts })));
    const hang = async (size: number) => {
      const names = ['alone', 'sold', 'written', 'altered'];
      const rows = names.map((name) => `${name},Title ${name},Ana Ruiz,print,SKU-${name},A4,45.00,${size}`);
      const head = 'Work key,Title,Photographer,Kind,SKU,Size,Price,Edition size';
      const read = await jobs.previewFile(
        new Blob([[head, ...rows].join('\n')]),
        'import-sizes',
        'EUR',
        () => undefined,
      );
      if (!read.ok) throw new Error(JSON.stringify(read.problem));
      const hung = await jobs.hangFile(read.value.held, 'import-sizes', 'stall', writer);
      if (!hung.ok) throw new Error(JSON.stringify(hung.problem));
      return hung.value;
    };
    const works = async () => {
      const found = (await readCatalogue(db)).works.map(({ title, edition }) => [title.slice(6), edition] as const);
      return Object.fromEntries(found);
    };
    const sizes = async () =>
      Object.fromEntries(Object.entries(await works()).map(([name, edition]) => [name, edition?.size]));
    const numbers = async (name: string) => readCopiesOf(db, (await works())[name]?.id ?? '');

    await hang(25);
    const back = await hang(30);
    expect(await sizes()).toEqual({ alone: 30, sold: 30, written: 30, altered: 30 });
    const ids = await works();
    const edition = (name: string) => ids[name]?.id ?? '';
    await write(
      aSale({ copy: { edition: edition('sold'), number: 3, marked: false } }),
      fact('copies.marked', edition('written'), { edition: edition('written'), numbers: [[27, 27]] }),
      fact('edition.revised', edition('altered'), { edition: edition('altered'), fields: { size: 40 } }),
    );
    expect((await jobs.takeBack(back, 'import-sizes', writer)).ok).toBe(true);
    expect(await sizes()).toEqual({ alone: 25, sold: 30, written: 30, altered: 40 });
    expect(await numbers('alone')).toHaveLength(25);
    expect((await readCopies(db)).filter((row) => row.edition === edition('alone'))).toHaveLength(25);
    expect(await numbers('sold')).toHaveLength(30);

    // The mended file brings the same numbers: none of them was lost on the way.
    await hang(30);
    expect((await numbers('alone')).filter(({ spoilt }) => !spoilt)).toHaveLength(30);
  });
});
