import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runCommand } from '../../src/hub/commands.ts';
import { readConfig, type Config } from '../../src/hub/config.ts';
import type { MakeExample } from '../../src/hub/example.ts';
import { startHub } from '../../src/hub/start.ts';
import { makeDeviceKey } from '../../src/journal/device-key.ts';
import { freePort } from '../support/hub-process.mjs';
import { rescueFile } from '../support/rescue-file.ts';
import { WireTablet } from '../support/wire-tablet.ts';

let dataDir: string;
let said: string[];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'imago-start-'));
  said = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => said.push(text));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(dataDir, { recursive: true, force: true });
});

async function config(...args: string[]): Promise<Config> {
  const port = String(await freePort());
  return readConfig({ PORT: port, DATA_DIR: join(dataDir, 'data'), LOG_LEVEL: 'silent' }, args);
}

const built = (makeExample?: MakeExample) => ({ version: '0.0.0-test', appFolder: dataDir, makeExample });
const secrets = () =>
  [...said.join('\n').matchAll(/\/app\/join#([A-Za-z0-9_-]{22})/g)].map(([, secret]) => secret ?? '');

/** A season of one tablet, and one picture. */
const makeExample: MakeExample = ({ collective }) => {
  const tablet = new WireTablet(collective, 5);
  tablet.scribble(3);
  const rescue = rescueFile(tablet);
  const { publicKey } = tablet.key;
  return Promise.resolve({
    tablets: [{ publicKey, class: 'stall', letters: 'A', name: 'Stall', rescue }],
    pictures: [new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
  });
};

test('a first start makes the example, prints its address and a link that opens it as its lead', async () => {
  const settings = await config();
  const running = await startHub(settings, built(makeExample));
  const url = `http://127.0.0.1:${settings.port}`;
  expect(said[0]).toContain(`ready http://localhost:${settings.port}`);
  const tablet = new WireTablet('', 1);
  // Once more: after the restart the kept connection of the first is dead, which a tablet's loop does not mind either.
  const door = {
    request: (path: string, init?: RequestInit) => fetch(url + path, init).catch(() => fetch(url + path, init)),
  };
  const reply = await tablet.enrol(door, secrets()[0] ?? '');
  expect(reply).toMatchObject({ class: 'lead', example: true, letters: 'B' }); // A is its past tablet's
  tablet.collective = reply.collective;
  expect(Object.values((await tablet.sync(door)).heads).map(({ n }) => n)).toContain(3);
  await running.stop();
  expect(statSync(join(settings.dataDir, 'hub.sqlite-wal'), { throwIfNoEntry: false })?.size ?? 0).toBe(0);

  const again = await startHub(
    settings,
    built(() => Promise.reject(new Error('only the first start makes it'))),
  );
  expect((await tablet.sync(door)).life).toEqual(reply.life);
  await again.stop();
  expect(new Set(secrets()).size).toBe(2);
});

test('an example that broke off while it was filled is made anew', async () => {
  const settings = await config();
  const half: MakeExample = async (order) => {
    const whole = await makeExample(order);
    const { key } = { key: makeDeviceKey(new Uint8Array(32).fill(9)) };
    const broken = { publicKey: key.publicKey, class: 'stall' as const, letters: 'B', name: '', rescue: 'cut off' };
    return { ...whole, tablets: [...whole.tablets, broken] };
  };
  await expect(startHub(settings, built(half))).rejects.toThrow(/line 1/);
  const running = await startHub(settings, built(makeExample));
  const collectives = await running.hub.db.selectFrom('collectives').select('id').execute();
  const devices = await running.hub.db.selectFrom('devices').select('letters').execute();
  expect([collectives.length, devices]).toEqual([1, [{ letters: 'A' }]]);
  await running.stop();
});

test('an example that broke off before its first entry is made anew too', async () => {
  const settings = await config();
  const broken: MakeExample = () => Promise.reject(new Error('broke off'));
  await expect(startHub(settings, built(broken))).rejects.toThrow('broke off');
  const running = await startHub(settings, built(makeExample));
  const devices = await running.hub.db.selectFrom('devices').select('letters').execute();
  expect(devices).toEqual([{ letters: 'A' }]);
  await running.stop();
});

test('an example that was removed stays away', async () => {
  const settings = await config();
  const running = await startHub(settings, built(makeExample));
  const door = {
    request: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${settings.port}${path}`, init),
  };
  const tablet = new WireTablet('', 1);
  await tablet.enrol(door, secrets()[0] ?? '');
  const removed = await door.request('/api/collectives/example', { method: 'DELETE', headers: tablet.auth() });
  expect(removed.status).toBe(204);
  await running.stop();
  said = [];
  const again = await startHub(settings, built(makeExample));
  expect(secrets()).toEqual([]);
  expect(await again.hub.db.selectFrom('collectives').select('id').execute()).toEqual([]);
  await again.stop();
});

test('with --empty there is no example, and a code to bring an own collective', async () => {
  const running = await startHub(await config('--empty'), built(makeExample));
  expect(secrets()).toEqual([]);
  expect(said.join('\n')).toMatch(/type this code .*: [A-HJ-NP-Z2-9]{8}/);
  await running.stop();
});

test('a port that is taken is named, and the database is let go of', async () => {
  const settings = await config('--empty');
  const other = createServer().listen(settings.port, '127.0.0.1');
  await once(other, 'listening');
  await expect(startHub(settings, built())).rejects.toThrow(
    `Port ${settings.port} is taken by another program. Stop it, or start with PORT=${settings.port + 10}.`,
  );
  other.close();
  await once(other, 'close');
  await (await startHub(settings, built())).stop();
});

test('a host that this machine does not have is named', async () => {
  const settings = { ...(await config('--empty')), host: '203.0.113.77' };
  await expect(startHub(settings, built())).rejects.toThrow(
    'HOST is "203.0.113.77"; this machine has no such address.',
  );
});

test('a certificate and a key that do not fit together are named', async () => {
  const tls = { cert: '-----BEGIN CERTIFICATE-----\nx\n', key: '-----BEGIN PRIVATE KEY-----\nx\n' };
  const settings = { ...(await config('--empty')), tls };
  await expect(startHub(settings, built())).rejects.toThrow(/TLS_CERT and TLS_KEY cannot be used together/);
});

test('at the console: a new link for a lead, also beside a running hub', async () => {
  const settings = await config();
  const running = await startHub(settings, built());
  said = [];
  await runCommand(settings, '0.0.0-test', ['lead-link']);
  const door = {
    request: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${settings.port}${path}`, init),
  };
  expect(await new WireTablet('', 1).enrol(door, secrets()[0] ?? '')).toMatchObject({ class: 'lead' });
  await running.stop();
});

test('at the console: a rescue file is fed, and what does not fit is said', async () => {
  const settings = await config();
  const running = await startHub(settings, built());
  const { id } = await running.hub.db.selectFrom('collectives').select('id').executeTakeFirstOrThrow();
  await running.stop();
  const file = join(dataDir, 'rescue.jsonl');
  const { tablets } = await makeExample({ collective: id, now: 0 });
  writeFileSync(file, tablets[0]?.rescue ?? '');
  await runCommand(settings, '0.0.0-test', ['rescue', file]);
  expect(said.at(-1)).toBe('3 entries read, 3 new ones stored; the hub now has 3 of this tablet.');
  writeFileSync(file, 'nothing of ours');
  const command = (...args: string[]) => runCommand(settings, '0.0.0-test', args);
  await expect(command('rescue', file)).rejects.toThrow(/line 1: .*Nothing was changed/);
  await expect(command('rescue', join(dataDir, 'gone'))).rejects.toThrow(/gone/);
  await expect(command('rescue')).rejects.toThrow('Which file?');
  await expect(command('lead-link', 'owls')).rejects.toThrow('There is no collective "owls" here.');
  await expect(command('dance')).rejects.toThrow(/Unknown command dance[^]*lead-link[^]*rescue FILE/);
  expect(existsSync(join(settings.dataDir, 'hub.sqlite'))).toBe(true);
});
