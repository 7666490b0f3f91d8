import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { machineNames, withPublicName } from '../../src/hub/lan/addresses.ts';
import { ensureLanTls } from '../../src/hub/lan/authority.ts';
import { readConfig } from '../../src/hub/config.ts';
import { startHub } from '../../src/hub/start.ts';
import { freePort } from '../support/hub-process.mjs';

const NOW = Date.UTC(2026, 5, 13);
const DAY = 24 * 3_600_000;
const MACHINE = { names: ['localhost', 'stall', 'stall.local'], addresses: ['192.168.1.7', 'fd00::7'] };

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'imago-lan-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
  vi.restoreAllMocks();
});

const hubCertificate = () => new X509Certificate(readFileSync(join(dataDir, 'tls', 'hub.crt')));

describe('the local authority', () => {
  test('gives this machine a certificate for all its names and addresses', async () => {
    const { authority } = await ensureLanTls(dataDir, MACHINE, NOW);
    const [root, cert] = [new X509Certificate(authority), hubCertificate()];
    expect([root.ca, cert.ca]).toEqual([true, false]);
    expect(cert.verify(root.publicKey)).toBe(true);
    expect(cert.checkIssued(root)).toBe(true);
    for (const name of MACHINE.names) expect(cert.checkHost(name)).toBe(name);
    for (const address of [...MACHINE.addresses, '127.0.0.1']) expect(cert.checkIP(address)).toBeDefined();
    expect(cert.checkHost('evil.example')).toBeUndefined();
    expect(cert.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']); // TLS server, which an iPad insists on
  });

  test('is good for years, its certificate for no longer than an iPad allows', async () => {
    const { authority } = await ensureLanTls(dataDir, MACHINE, NOW);
    const days = (cert: X509Certificate) => (Date.parse(cert.validTo) - Date.parse(cert.validFrom)) / DAY;
    expect(days(hubCertificate())).toBeLessThan(825);
    expect(days(new X509Certificate(authority))).toBeGreaterThan(3_000);
  });

  test('is kept, and so is the certificate, as long as nothing has changed', async () => {
    const before = await ensureLanTls(dataDir, MACHINE, NOW);
    expect(await ensureLanTls(dataDir, MACHINE, NOW + 30 * DAY)).toEqual(before);
  });

  test('goes on when an address is new or the certificate is about to end; tablets need not trust anew', async () => {
    const before = await ensureLanTls(dataDir, MACHINE, NOW);
    const moved = await ensureLanTls(dataDir, { ...MACHINE, addresses: ['10.0.0.3'] }, NOW);
    expect(hubCertificate().checkIP('10.0.0.3')).toBe('10.0.0.3');
    const later = await ensureLanTls(dataDir, { ...MACHINE, addresses: ['10.0.0.3'] }, NOW + 380 * DAY);
    expect(Date.parse(hubCertificate().validTo)).toBeGreaterThan(NOW + 700 * DAY);
    expect(new Set([before, moved, later].map(({ fingerprint }) => fingerprint)).size).toBe(1);
    expect(new Set([before, moved, later].map(({ cert }) => cert)).size).toBe(3);
  });

  test('leaves a hub that is started at any time half a year before its certificate ends', async () => {
    for (let days = 0; days <= 800; days += 20) {
      await ensureLanTls(dataDir, MACHINE, NOW + days * DAY);
      expect(Date.parse(hubCertificate().validTo)).toBeGreaterThan(NOW + (days + 180) * DAY);
    }
  });

  test('keeps its keys to the user who runs the hub', async () => {
    await ensureLanTls(dataDir, MACHINE, NOW);
    for (const name of ['authority.key', 'hub.key']) expect(statSync(join(dataDir, 'tls', name)).mode & 0o077).toBe(0);
  });
});

test('the names of a machine: private networks first, no loopback, no link-local', () => {
  const one = (address: string, family: 'IPv4' | 'IPv6', internal = false) => ({
    address,
    family,
    internal,
    netmask: '',
    mac: '',
    cidr: null,
    ...(family === 'IPv6' ? { scopeid: 0 } : {}),
  });
  const interfaces = {
    lo: [one('127.0.0.1', 'IPv4', true), one('::1', 'IPv6', true)],
    eth0: [one('203.0.113.9', 'IPv4'), one('fe80::1', 'IPv6'), one('2001:db8::1', 'IPv6')],
    wlan0: [one('192.168.1.7', 'IPv4'), one('169.254.3.4', 'IPv4')],
  } as Parameters<typeof machineNames>[0];
  expect(machineNames(interfaces, 'Stall-Mac.local')).toEqual({
    names: ['localhost', 'stall-mac', 'stall-mac.local'],
    addresses: ['192.168.1.7', '203.0.113.9', '2001:db8::1'],
  });
  expect(machineNames(interfaces, 'Miras Computer').names).toEqual(['localhost']);
});

test.each([
  ['https://prints.example.org', ['prints.example.org'], []],
  ['https://192.168.1.7:4173', [], []],
  ['https://[fd00::9]', [], ['fd00::9']],
  [undefined, [], []],
])('what PUBLIC_URL calls the machine is among its names: %s', (publicUrl, names, addresses) => {
  expect(withPublicName(MACHINE, publicUrl)).toEqual({
    names: [...MACHINE.names, ...names],
    addresses: [...MACHINE.addresses, ...addresses],
  });
});

describe('npm start -- --lan', () => {
  test('has a certificate for the name that PUBLIC_URL gives it', async () => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const env = { PORT: String(await freePort()), DATA_DIR: dataDir, PUBLIC_URL: 'https://prints.example.org' };
    const config = readConfig({ ...env, LOG_LEVEL: 'silent' }, ['--lan', '--empty']);
    const built = { version: '0.0.0-test', appFolder: dataDir, makeExample: undefined };
    const running = await startHub(config, built);
    await running.stop();
    expect(hubCertificate().checkHost('prints.example.org')).toBe('prints.example.org');
    expect(hubCertificate().checkHost('localhost')).toBe('localhost');
  });

  test('serves the hub by https, and by http a page with the steps; codes are shown on this machine alone', async () => {
    const said: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((text: string) => said.push(text));
    const port = await freePort();
    const config = readConfig({ PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'silent' }, ['--lan']);
    const built = { version: '0.0.0-test', appFolder: dataDir, makeExample: undefined };
    const running = await startHub(config, built);
    try {
      const page = `http://localhost:${port + 1}`;
      expect(said.join('\n')).toContain(`${page}/`);
      const certificate = await fetch(`${page}/authority.crt`);
      expect(certificate.headers.get('content-type')).toBe('application/x-x509-ca-cert');
      const ca = new X509Certificate(Buffer.from(await certificate.arrayBuffer())).toString();

      const health = await getSecure(`https://localhost:${port}/healthz`, ca);
      expect(JSON.parse(health)).toMatchObject({ status: 'ok' });
      await expect(getSecure(`https://localhost:${port}/healthz`, undefined)).rejects.toThrow(/certificate/);

      const here = await (await fetch(`${page}/`)).text();
      expect(here).toMatch(/\/app\/join#[A-Za-z0-9_-]{22}/);
      const [address] = machineNames().addresses;
      const elsewhere = await getPlain(`http://${address ?? ''}:${port + 1}/`);
      expect(elsewhere).toContain('Certificate Trust Settings');
      expect(elsewhere).not.toContain('join#');
      const rebound = await getPlain(`http://127.0.0.1:${port + 1}/`, { host: 'evil.example' });
      expect(rebound).not.toContain('join#');
    } finally {
      await running.stop();
    }
  });
});

async function getSecure(url: string, ca: string | undefined): Promise<string> {
  return await read((done) => httpsRequest(url, ca === undefined ? {} : { ca }, done));
}

async function getPlain(url: string, headers: Record<string, string> = {}): Promise<string> {
  return await read((done) => httpRequest(url, { headers }, done));
}

function read(ask: (done: Parameters<typeof httpRequest>[2]) => ReturnType<typeof httpRequest>): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = ask((response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(text));
    });
    asked.on('error', reject);
    asked.end();
  });
}
