import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aHub, type TestHub } from '../support/a-hub.ts';
import { WireTablet } from '../support/wire-tablet.ts';

let folder: string;
let at: TestHub;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'imago-app-'));
  mkdirSync(join(folder, 'assets'));
  for (const [name, text] of Object.entries({
    'index.html': '<!doctype html><title>till</title>',
    'sw.js': '// worker',
    'manifest.webmanifest': '{}',
    'assets/index-CbUqyGSB.js': '// code',
    'assets/plain.js': '// code',
  }))
    writeFileSync(join(folder, name), text);
  at = await aHub({ appFolder: folder });
});
afterEach(async () => {
  await at.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) => at.app.request(path, { headers });

describe('the till', () => {
  test.each(['/app/', '/app/index.html', '/app/sw.js', '/app/manifest.webmanifest', '/app/assets/plain.js'])(
    '%s is asked for each time',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-cache');
    },
  );

  test('a file with a hash in its name is kept for ever', async () => {
    const response = await get('/app/assets/index-CbUqyGSB.js');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toContain('javascript');
  });

  test('any other address under /app/ is the till itself; a file that is gone is not', async () => {
    expect(await (await get('/app/join')).text()).toContain('till');
    const gone = await get('/app/assets/index-OLDOLDOL.js');
    expect(gone.status).toBe(404);
    expect(gone.headers.get('cache-control')).toBe('no-cache');
  });

  test('is not served for addresses beside /app/', async () => {
    expect((await get('/')).headers.get('location')).toBe('/app/');
    for (const path of ['/apple', '/AB3DE7GHK', '/app.js']) expect((await get(path)).status).toBe(404);
  });

  test('unchanged, it is not sent again', async () => {
    const etag = (await get('/app/')).headers.get('etag') ?? '';
    expect((await get('/app/', { 'if-none-match': etag })).status).toBe(304);
  });

  test('by plain http from elsewhere there is a page that says why', async () => {
    const response = await get('/app/', { host: '192.168.1.7:4173' });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('The till needs https here');
    for (const host of ['localhost:4173', '127.0.0.1:4173', '[::1]:4173', 'till.localhost'])
      expect((await get('/app/', { host })).status).toBe(200);
    expect((await get('/app/', { host: 'prints.example', 'x-forwarded-proto': 'https' })).status).toBe(200);
  });
});

describe('headers', () => {
  test('pages may run our own scripts and nothing else', async () => {
    const policy = (await get('/app/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  });

  test('are on answers that refuse, too', async () => {
    for (const path of ['/api/none', '/nowhere', '/healthz']) {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
  });
});

describe('/healthz', () => {
  test('says that it is well, and which version it is, to anyone', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok', version: '0.0.0-test' });
  });

  test('tells how much there is to who has a token', async () => {
    await at.collective('moles');
    const tablet = new WireTablet('moles', 1);
    await tablet.enrol(at.app, await at.code('moles'));
    tablet.scribble(3);
    await tablet.sync(at.app);
    expect(await (await get('/healthz', tablet.auth())).json()).toMatchObject({ entries: 4, tablets: 1 });
  });

  test('says that something is wrong when the database does not answer', async () => {
    await at.hub.db.destroy();
    expect((await get('/healthz')).status).toBeGreaterThanOrEqual(500);
  });
});

test('everything under /api/ that does not exist is refused as JSON', async () => {
  for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
    const response = await at.app.request('/api/some/where', { method });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ kind: 'not-found' });
  }
});

test('the log has no token, no code, no payload and no name', async () => {
  await at.collective('moles');
  const code = await at.code('moles');
  const tablet = new WireTablet('moles', 1);
  await tablet.enrol(at.app, code, 'Mira’s own tablet');
  tablet.write({ type: 'note.taken', about: 'who-it-is-about', body: { text: 'a shopper’s words' } });
  await tablet.sync(at.app);
  await tablet.refusedSync(at.app, { ...tablet.request(), collective: 'other' });
  await tablet.post(at.app, '/api/enrol', { code: 'WRONGWRONG', publicKey: tablet.key.publicKey, name: '' });
  const log = at.logged.join('');
  expect(log).toContain('"msg":"exchange"');
  expect(log).toContain('"msg":"refused"');
  for (const secret of [tablet.token, code, 'WRONGWRONG', 'Mira', 'shopper', 'who-it-is-about', tablet.key.secretKey])
    expect(log).not.toContain(secret);
});
