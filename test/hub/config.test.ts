import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../../src/hub/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'imago-config-'));
const notPem = join(folder, 'not.pem');
writeFileSync(notPem, 'hello');
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
  [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL is "loud"; it can be silent, error/],
])('a bad setting is named in a sentence: %j', (env, sentence) => {
  expect(() => readConfig(env, [])).toThrow(sentence);
});

test('an unknown flag is named', () => {
  expect(() => readConfig({}, ['--lann'])).toThrow('Unknown flag --lann. There are --empty and --lan.');
});
