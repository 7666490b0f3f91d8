import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ensureLanTls } from '../../src/hub/lan/authority.ts';
import { readConfig } from '../../src/hub/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'imago-config-'));
const notPem = join(folder, 'not.pem');
writeFileSync(notPem, 'hello');
const [certFile, keyFile, otherKey, brokenCert, brokenKey] = [
  join(folder, 'own.crt'),
  join(folder, 'own.key'),
  join(folder, 'other.key'),
  join(folder, 'broken.crt'),
  join(folder, 'broken.key'),
] as const;
const { cert, key } = await ensureLanTls(folder, { names: ['localhost'], addresses: ['127.0.0.1'] }, Date.now());
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
writeFileSync(certFile, cert);
writeFileSync(keyFile, key);
writeFileSync(otherKey, privateKey.export({ type: 'pkcs8', format: 'pem' }));
writeFileSync(brokenCert, '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n');
writeFileSync(brokenKey, '-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----\n');
afterAll(() => rmSync(folder, { recursive: true }));

test('without any setting the hub is there for this machine alone', () => {
  expect(readConfig({}, [])).toEqual({
    port: 4173,
    host: '127.0.0.1',
    dataDir: resolve('data'),
    publicUrl: undefined,
    tls: undefined,
    isEmpty: false,
    isLan: false,
    logLevel: 'warn',
  });
});

test('empty settings count as none', () => {
  expect(readConfig({ HOST: '', DATA_DIR: '', PUBLIC_URL: '', TLS_CERT: '', TLS_KEY: '', LOG_LEVEL: '' }, [])).toEqual(
    readConfig({}, []),
  );
});

test('--lan listens on the network, unless HOST says where', () => {
  expect(readConfig({}, ['--lan', '--empty'])).toMatchObject({ host: '0.0.0.0', isLan: true, isEmpty: true });
  expect(readConfig({ HOST: '10.0.0.7' }, ['--lan']).host).toBe('10.0.0.7');
});

test('a public address is kept without its slash', () => {
  expect(readConfig({ PUBLIC_URL: 'https://prints.example/' }, []).publicUrl).toBe('https://prints.example');
});

test.each([
  [{ PORT: 'abc' }, /PORT is "abc"/],
  [{ PORT: '-1' }, /PORT is "-1"/],
  [{ PORT: '70000' }, /PORT is "70000"; it must be a number from 0 to 65535/],
  [{ PORT: '4173.5' }, /PORT/],
  [{ PUBLIC_URL: 'prints.example' }, /PUBLIC_URL is "prints.example"; it must be an address such as/],
  [{ PUBLIC_URL: 'ftp://prints.example' }, /PUBLIC_URL/],
  [{ PUBLIC_URL: 'https://prints.example/shop' }, /PUBLIC_URL .* must not go on after the host/],
  [{ TLS_CERT: '/nowhere/cert.pem' }, /TLS_KEY is missing/],
  [{ TLS_KEY: '/nowhere/key.pem' }, /TLS_CERT is missing/],
  [
    { TLS_CERT: '/nowhere/cert.pem', TLS_KEY: '/nowhere/key.pem' },
    /TLS_CERT is "\/nowhere\/cert.pem"; there is no such file/,
  ],
  [{ TLS_CERT: notPem, TLS_KEY: notPem }, /TLS_CERT .* is not a PEM file with a certificate/],
  [{ TLS_CERT: folder, TLS_KEY: folder }, /TLS_CERT is ".*imago-config.*"; it is not a file that this user may read/],
  [{ TLS_CERT: brokenCert, TLS_KEY: keyFile }, /TLS_CERT is ".*broken.crt"; the certificate in it cannot be read/],
  [
    { TLS_CERT: certFile, TLS_KEY: brokenKey },
    /TLS_KEY is ".*broken.key"; the key in it cannot be read \(is it locked/,
  ],
  [
    { TLS_CERT: certFile, TLS_KEY: otherKey },
    /TLS_CERT is ".*own.crt" and TLS_KEY is ".*other.key"; the key is not that of the certificate/,
  ],
  [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL is "loud"; it can be silent, error/],
])('a bad setting is named in a sentence: %j', (env, sentence) => {
  expect(() => readConfig(env, [])).toThrow(sentence);
});

test('a certificate with its own key is taken', () => {
  const { tls } = readConfig({ TLS_CERT: certFile, TLS_KEY: keyFile }, []);
  expect([tls?.cert, tls?.key]).toEqual([readFileSync(certFile, 'utf8'), readFileSync(keyFile, 'utf8')]);
});

test.each(['0', '65535'])('--lan needs the port after PORT %s for its page', (PORT) => {
  expect(() => readConfig({ PORT }, ['--lan'])).toThrow(`PORT is "${PORT}"; with --lan it must be a number from 1 to`);
});

test('an unknown flag is named', () => {
  expect(() => readConfig({}, ['--lann'])).toThrow('Unknown flag --lann. There are --empty and --lan.');
});
