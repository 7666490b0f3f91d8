import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fact } from '../../src/domain/fact.ts';
import { hashBytes } from '../../src/hub/storage/media.ts';
import { aHub, DATABASES, type TestHub } from '../support/a-hub.ts';
import { WireTablet } from '../support/wire-tablet.ts';

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const SHA = hashBytes(JPEG);

describe.each(DATABASES)('on %s', (database) => {
  let at: TestHub;
  let tablet: WireTablet;
  beforeEach(async () => {
    at = await aHub({ database });
    await at.collective('moles');
    tablet = new WireTablet('moles', 1);
    await tablet.enrol(at.app, await at.code('moles'));
  });
  afterEach(() => at.close());

  const put = (sha: string, body: Uint8Array, headers = tablet.auth()) =>
    at.app.request(`/api/media/${sha}`, { method: 'PUT', headers, body: body as BodyInit });
  const get = (sha: string, headers: Record<string, string> = {}) => at.app.request(`/api/media/${sha}`, { headers });

  async function publish(by: WireTablet, sha: string): Promise<void> {
    const picture = { small: sha, medium: sha, width: 3, height: 2 };
    by.write(fact('work.revised', 'w', { work: 'w', fields: { picture }, variants: [] }));
    await by.sync(at.app);
  }

  test('a picture comes back byte for byte, once and twice sent', async () => {
    for (let times = 0; times < 2; times++) expect((await put(SHA, JPEG)).status).toBe(204);
    const response = await get(SHA, tablet.auth());
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(JPEG);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(readdirSync(join(at.hub.dataDir, 'media', 'moles'))).toEqual([SHA]);
  });

  test('bytes with another hash are refused and leave nothing behind', async () => {
    const response = await put(SHA, new Uint8Array([...JPEG, 4]));
    expect(await response.json()).toMatchObject({ kind: 'malformed' });
    expect((await get(SHA, tablet.auth())).status).toBe(404);
  });

  test('what is no picture is refused, whatever it says it is', async () => {
    const html = new TextEncoder().encode('<script>alert(1)</script>');
    const response = await put(hashBytes(html), html, { ...tablet.auth(), 'content-type': 'image/jpeg' });
    expect(await response.json()).toMatchObject({ kind: 'malformed' });
  });

  test('more than 2 MB is too large', async () => {
    const large = new Uint8Array(2_000_001);
    large.set(JPEG);
    expect(await (await put(hashBytes(large), large)).json()).toMatchObject({ kind: 'too-large' });
  });

  test('an address that is no hash leads nowhere, outside the folder least of all', async () => {
    for (const sha of ['..%2F..%2Fhub.sqlite', '%2e%2e', 'x', `${SHA}x`, `${SHA.slice(1)}.`]) {
      expect((await put(sha, JPEG)).status).toBe(404);
      expect((await get(sha, tablet.auth())).status).toBe(404);
    }
  });

  test('without a token nothing can be sent, and only pictures of the catalogue can be seen', async () => {
    expect((await put(SHA, JPEG, {})).status).toBe(401);
    await put(SHA, JPEG);
    expect((await get(SHA)).status).toBe(404);
    await publish(tablet, SHA);
    expect((await get(SHA)).status).toBe(200);
  });

  test('a picture named before it has arrived is not found, then seen', async () => {
    await publish(tablet, SHA);
    expect((await get(SHA)).status).toBe(404);
    await put(SHA, JPEG);
    expect((await get(SHA)).status).toBe(200);
  });

  test('a picture of one collective is not another’s, though it is named there', async () => {
    await put(SHA, JPEG);
    await at.collective('owls');
    const owl = new WireTablet('owls', 2);
    await owl.enrol(at.app, await at.code('owls'));
    await publish(owl, SHA);
    expect((await get(SHA, owl.auth())).status).toBe(404);
  });

  test('a file that was lost can be sent again', async () => {
    await put(SHA, JPEG);
    rmSync(join(at.hub.dataDir, 'media', 'moles', SHA));
    expect((await get(SHA, tablet.auth())).status).toBe(404);
    await put(SHA, JPEG);
    expect((await get(SHA, tablet.auth())).status).toBe(200);
  });
});
