import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { announceLeadLink } from '../../src/hub/auth/links.ts';
import type { FoundRequest, InvitationReply } from '../../src/sync/protocol.ts';
import { aHub, DATABASES, type TestHub } from '../support/a-hub.ts';
import { WireTablet } from '../support/wire-tablet.ts';

const A_QUARTER = 15 * 60_000;

describe.each(DATABASES)('on %s', (database) => {
  let at: TestHub;
  beforeEach(async () => {
    at = await aHub({ database });
    await at.collective('moles');
  });
  afterEach(() => at.close());

  async function enrolled(seed: number, tabletClass: 'lead' | 'stall' = 'lead'): Promise<WireTablet> {
    const tablet = new WireTablet('moles', seed);
    await tablet.enrol(at.app, await at.code('moles', 'code', tabletClass));
    return tablet;
  }

  /** A tablet of long ago that had these letters. */
  async function occupy(letters: string): Promise<void> {
    await at.hub.db
      .insertInto('devices')
      .values({
        collective: 'moles',
        device: `LONGAGO${letters}`,
        public_key: '',
        class: 'stall',
        letters,
        name: '',
        token_hash: null,
        paired_at: 0,
        last_seen: 0,
        app_version: '',
        removed_at: 0,
      })
      .execute();
  }

  async function refused(response: Response): Promise<unknown> {
    return { status: response.status, ...((await response.json()) as object) };
  }

  const enrol = (tablet: WireTablet, code: string) =>
    tablet.post(at.app, '/api/enrol', { code, publicKey: tablet.key.publicKey, name: 'Till' });

  describe('a code', () => {
    test('pairs a tablet with the class it was made for, and gives it letters', async () => {
      const first = await enrolled(1);
      const second = await enrolled(2, 'stall');
      expect(first.enrolled).toMatchObject({ collective: 'moles', class: 'lead', letters: 'A', example: false });
      expect(second.enrolled).toMatchObject({ class: 'stall', letters: 'B', publicUrl: '' });
    });

    test('may be typed in small letters, with a blank or a dash', async () => {
      const code = await at.code('moles');
      const typed = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
      expect((await enrol(new WireTablet('moles', 1), typed)).status).toBe(200);
    });

    test('pairs one tablet only', async () => {
      const code = await at.code('moles');
      await enrol(new WireTablet('moles', 1), code);
      const answer = await refused(await enrol(new WireTablet('moles', 2), code));
      expect(answer).toMatchObject({ kind: 'code-used', status: 410 });
    });

    test('may be used again by the same tablet: its first answer may have been lost', async () => {
      const code = await at.code('moles');
      const tablet = new WireTablet('moles', 1);
      await tablet.enrol(at.app, code);
      const [before, letters] = [tablet.token, tablet.enrolled?.letters];
      await tablet.enrol(at.app, code);
      expect(tablet.enrolled?.letters).toBe(letters);
      expect(tablet.token).not.toBe(before);
      const paired = await at.hub.db.selectFrom('journal').select('n').where('type', '=', 'tablet.paired').execute();
      expect(paired).toHaveLength(1);
    });

    test('is good for 15 minutes', async () => {
      const code = await at.code('moles');
      at.clock.now += A_QUARTER + 1;
      const answer = await refused(await enrol(new WireTablet('moles', 1), code));
      expect(answer).toMatchObject({ kind: 'code-expired', status: 410 });
    });

    test('that nobody gave out is unknown', async () => {
      const answer = await refused(await enrol(new WireTablet('moles', 1), 'AAAAAAAA'));
      expect(answer).toMatchObject({ kind: 'code-unknown', status: 404 });
    });

    test('are not guessed by one machine so often that no other can pair', async () => {
      const from = (address: string, code: string) =>
        at.app.request(
          '/api/enrol',
          {
            method: 'POST',
            body: JSON.stringify({ code, publicKey: new WireTablet('moles', 1).key.publicKey, name: '' }),
          },
          { incoming: { socket: { remoteAddress: address } } },
        );
      for (let tries = 0; tries < 130; tries++) await from('192.168.1.66', `AAAAAAA${tries % 10}`);
      expect((await from('192.168.1.7', await at.code('moles'))).status).toBe(200);
    });

    test('can be guessed at ten times a minute, then the hub asks to wait; codes that fit do not count', async () => {
      for (let seed = 1; seed <= 12; seed++) await enrolled(seed);
      const kinds: unknown[] = [];
      for (let tries = 0; tries < 12; tries++) {
        const response = await enrol(new WireTablet('moles', 1), `AAAAAAA${tries % 10}`);
        kinds.push(((await response.json()) as { kind: string }).kind);
      }
      expect(kinds.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'code-unknown'));
      expect(kinds.slice(10)).toEqual(['slow-down', 'slow-down']);
    });

    test('and a token are stored as hashes only', async () => {
      const code = await at.code('moles');
      const tablet = new WireTablet('moles', 1);
      await tablet.enrol(at.app, code);
      const rows = JSON.stringify([
        await at.hub.db.selectFrom('invitations').selectAll().execute(),
        await at.hub.db.selectFrom('devices').selectAll().execute(),
      ]);
      expect(rows).not.toContain(code);
      expect(rows).not.toContain(tablet.token);
    });
  });

  describe('the link printed where the hub runs', () => {
    test('pairs a lead once, and is printed anew when it comes too late', async () => {
      await announceLeadLink(at.hub, 'moles');
      const secret = at.said[0]?.split('#')[1] ?? '';
      expect(secret).toMatch(/^[A-Za-z0-9_-]{22}$/);
      at.clock.now += A_QUARTER + 1;
      const tablet = new WireTablet('moles', 1);
      expect(await refused(await enrol(tablet, secret))).toMatchObject({ kind: 'code-expired' });
      const renewed = at.said[1]?.split('#')[1] ?? '';
      expect(renewed).not.toBe(secret);
      expect(await tablet.enrol(at.app, renewed)).toMatchObject({ class: 'lead' });
      const other = new WireTablet('moles', 2);
      expect(await refused(await enrol(other, renewed))).toMatchObject({ kind: 'code-used' });
    });
  });

  describe('an invitation', () => {
    test('is given by leads only', async () => {
      const [lead, stall] = [await enrolled(1), await enrolled(2, 'stall')];
      const asked = await stall.post(at.app, '/api/invitations', { class: 'lead' });
      expect(await refused(asked)).toMatchObject({ kind: 'not-allowed', status: 403 });
      const given = await lead.post(at.app, '/api/invitations', { class: 'stall' });
      const { code, url, expiresAt } = (await given.json()) as InvitationReply;
      expect(code).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
      expect(url).toBe(`http://localhost:4173/app/join#${code}`);
      expect(expiresAt).toBe(at.clock.now + A_QUARTER);
      expect(await new WireTablet('moles', 3).enrol(at.app, code)).toMatchObject({ class: 'stall' });
    });
  });

  describe('a token', () => {
    test('that is missing, wrong or of a removed tablet is no longer enrolled, and its entries stay out', async () => {
      const [lead, gone] = [await enrolled(1), await enrolled(2, 'stall')];
      gone.scribble(2);
      await at.app.request(`/api/devices/${gone.key.device}`, { method: 'DELETE', headers: lead.auth() });
      expect(await gone.refusedSync(at.app, gone.request())).toMatchObject({ kind: 'not-enrolled', status: 401 });
      gone.token = '';
      expect(await gone.refusedSync(at.app, gone.request())).toMatchObject({ kind: 'not-enrolled', status: 401 });
      gone.token = 'x'.repeat(43);
      expect(await gone.refusedSync(at.app, gone.request())).toMatchObject({ kind: 'not-enrolled', status: 401 });
      const heads = await at.hub.db.selectFrom('heads').select('device').execute();
      expect(heads.map((head) => head.device)).not.toContain(gone.key.device);
    });

    test('of another collective opens nothing here', async () => {
      await at.collective('owls');
      const owl = new WireTablet('owls', 2);
      await owl.enrol(at.app, await at.code('owls'));
      owl.collective = 'moles';
      expect(await owl.refusedSync(at.app, owl.request())).toMatchObject({ kind: 'not-enrolled' });
    });
  });

  describe('letters', () => {
    test('of a removed tablet are not given again, and the tablet itself needs a new identity', async () => {
      const [lead, gone] = [await enrolled(1), await enrolled(2)];
      await at.app.request(`/api/devices/${gone.key.device}`, { method: 'DELETE', headers: lead.auth() });
      expect((await enrolled(3)).enrolled?.letters).toBe('C');
      const again = await refused(await enrol(gone, await at.code('moles')));
      expect(again).toMatchObject({ kind: 'not-allowed', status: 403 });
    });

    test('that a forgotten tablet has on its receipts are given again, and to nobody who wants another’s', async () => {
      const [a, b] = [new WireTablet('moles', 1), new WireTablet('moles', 2)];
      expect((await b.enrol(at.app, await at.code('moles'), 'Till', 'B')).letters).toBe('B');
      expect((await a.enrol(at.app, await at.code('moles'))).letters).toBe('A');
      const third = new WireTablet('moles', 3);
      expect((await third.enrol(at.app, await at.code('moles'), 'Till', 'B')).letters).toBe('C');
    });

    test('go on with two after the 26th', async () => {
      const letters: unknown[] = [];
      for (let seed = 1; seed <= 3; seed++) {
        letters.push((await enrolled(seed)).enrolled?.letters);
        if (seed === 1) for (const taken of 'BCDEFGHIJKLMNOPQRSTUVWXY') await occupy(taken);
      }
      expect(letters).toEqual(['A', 'Z', 'AA']);
    });
  });

  describe('a collective that a tablet brings', () => {
    const founding = (tablet: WireTablet, code: string, more: Partial<FoundRequest> = {}): FoundRequest => ({
      collective: tablet.collective,
      publicKey: tablet.key.publicKey,
      name: 'Mine',
      letters: 'A',
      code,
      ...more,
    });

    test('is led by it, keeps its letters, and takes its journal', async () => {
      const tablet = new WireTablet('own-one', 1);
      tablet.scribble(3);
      const code = await at.code('', 'found');
      const response = await tablet.post(at.app, '/api/collectives', founding(tablet, code, { letters: 'K' }));
      const reply = (await response.json()) as { token: string; class: string; letters: string };
      expect(reply).toMatchObject({ class: 'lead', letters: 'K', collective: 'own-one', example: false });
      tablet.token = reply.token;
      expect((await tablet.sync(at.app)).heads[tablet.key.device]?.n).toBe(3);
    });

    test('may be brought again by the same tablet, whose answer was lost, and by no other', async () => {
      const tablet = new WireTablet('own-one', 1);
      const code = await at.code('', 'found');
      for (let times = 0; times < 2; times++)
        expect((await tablet.post(at.app, '/api/collectives', founding(tablet, code))).status).toBe(200);
      const thief = new WireTablet('own-one', 2);
      const second = await thief.post(at.app, '/api/collectives', founding(thief, code));
      expect(await refused(second)).toMatchObject({ kind: 'code-used' });
      const third = await thief.post(at.app, '/api/collectives', founding(thief, await at.code('', 'found')));
      expect(await refused(third)).toMatchObject({ kind: 'collective-taken', status: 409 });
    });

    test('needs the code for it: one for pairing does not do, and the other way round', async () => {
      const tablet = new WireTablet('own-one', 1);
      const response = await tablet.post(at.app, '/api/collectives', founding(tablet, await at.code('moles')));
      expect(await refused(response)).toMatchObject({ kind: 'code-unknown' });
      expect(await refused(await enrol(tablet, await at.code('', 'found')))).toMatchObject({ kind: 'code-unknown' });
    });

    test.each(['../moles', 'a/b', '', 'x'.repeat(65), '.'])('cannot be called %j', async (collective) => {
      const tablet = new WireTablet('own-one', 1);
      const code = await at.code('', 'found');
      const response = await tablet.post(at.app, '/api/collectives', founding(tablet, code, { collective }));
      expect(await refused(response)).toMatchObject({ kind: 'malformed', status: 400 });
    });

    test('that had a hub before goes on with a later life', async () => {
      const tablet = new WireTablet('own-one', 1);
      const life = { counter: 4, random: 'zzzz' };
      const code = await at.code('', 'found');
      const response = await tablet.post(at.app, '/api/collectives', founding(tablet, code, { life }));
      expect(await response.json()).toMatchObject({ life: { counter: 5 } });
    });
  });

  describe('the example', () => {
    test('goes with everything of it by its lead, and takes nothing else along', async () => {
      await at.collective('example-1', { isExample: true });
      const [mole, lead] = [await enrolled(1), new WireTablet('example-1', 2)];
      await lead.enrol(at.app, await at.code('example-1'));
      for (const tablet of [mole, lead]) {
        tablet.scribble(2);
        await tablet.sync(at.app);
      }
      const remove = (tablet: WireTablet, id: string) =>
        at.app.request(`/api/collectives/${id}`, { method: 'DELETE', headers: tablet.auth() });
      expect((await remove(mole, 'example')).status).toBe(403);
      expect((await remove(mole, 'moles')).status).toBe(403);
      expect((await remove(lead, 'moles')).status).toBe(403);
      expect((await remove(lead, 'example')).status).toBe(204);
      expect(await lead.refusedSync(at.app, lead.request())).toMatchObject({ kind: 'not-enrolled' });
      const collectives = await at.hub.db.selectFrom('journal').select('collective').distinct().execute();
      expect(collectives).toEqual([{ collective: 'moles' }]);
      expect((await mole.sync(at.app)).heads[mole.key.device]?.n).toBe(2);
    });

    test('is not removed by a stall tablet', async () => {
      await at.collective('example-1', { isExample: true });
      const stall = new WireTablet('example-1', 2);
      await stall.enrol(at.app, await at.code('example-1', 'code', 'stall'));
      const response = await at.app.request('/api/collectives/example', { method: 'DELETE', headers: stall.auth() });
      expect(await refused(response)).toMatchObject({ kind: 'not-allowed' });
    });
  });
});
