import { describe, expect, it } from 'vitest';
import { done, refused } from '../../src/domain/result.ts';
import { fact } from '../../src/domain/fact.ts';
import { continues, parseEnvelope, trustedEnvelope } from '../../src/journal/check.ts';
import { commit } from '../../src/store/commit.ts';
import { readMeta, writeMeta } from '../../src/store/device.ts';
import { readDay, readLevels } from '../../src/store/read.ts';
import { aSale } from '../support/a-sale.ts';
import { aTablet } from '../support/a-tablet.ts';

const counted = (quantity: number) =>
  fact('stock.counted', 'stall', { place: 'stall', items: [{ variant: 'salt-20', quantity }] });

describe('commit', () => {
  it('writes entry, head and folded rows together', async () => {
    const tablet = await aTablet({ day: 'day-1' });
    await tablet.write(counted(8));
    await tablet.write(aSale({ quantity: 2 }));
    expect((await readLevels(tablet.db, 'stall')).get('salt-20')).toBe(6);
    expect((await tablet.db.heads.get(tablet.key.device))?.n).toBe(2);
    expect((await readDay(tablet.db, 'day-1')).map((read) => read.type)).toEqual(['stock.counted', 'sale.completed']);
  });

  it('numbers without gaps and chains each entry to the one before, from two tabs at once', async () => {
    const tablet = await aTablet();
    await Promise.all(Array.from({ length: 40 }, () => tablet.write(aSale())));
    const rows = await tablet.db.journal.orderBy('[device+n]').toArray();
    expect(rows.map((row) => row.n)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    let head: { n: number; hash: string } | undefined;
    for (const row of rows) {
      const envelope = parseEnvelope(row, tablet.db.collective);
      if (typeof envelope === 'string') throw new Error(envelope);
      expect(continues(envelope, head)).toBe(true);
      head = { n: row.n, hash: row.hash };
    }
  });

  it('changes nothing when the decision is a refusal', async () => {
    const tablet = await aTablet();
    const answer = await commit(tablet.db, tablet.author, () => Promise.resolve(refused({ kind: 'empty' as const })));
    expect(answer).toEqual({ ok: false, problem: { kind: 'empty' } });
    expect(await tablet.db.journal.count()).toBe(0);
    expect(await tablet.db.heads.count()).toBe(0);
  });

  it('undoes what was written on the way to a refusal, or to an entry that is too large', async () => {
    const tablet = await aTablet();
    const huge = { type: 'note.taken', about: 'n', body: 'x'.repeat(70_000) };
    for (const answer of [refused({ kind: 'empty' as const }), done({ facts: [huge] })]) {
      const written = await commit(tablet.db, tablet.author, async () => {
        await writeMeta(tablet.db, 'day', 'a-day-that-was-not-opened');
        return answer;
      });
      expect(written.ok).toBe(false);
      expect(await readMeta(tablet.db, 'day')).toBeUndefined();
    }
  });

  it('writes nothing of a decision in which one fact does not fit its schema', async () => {
    const tablet = await aTablet();
    await tablet.write(counted(3));
    const broken = { ...aSale(), body: { sale: 'x', place: 'stall', lines: null } };
    const two = commit(tablet.db, tablet.author, () => Promise.resolve(done({ facts: [aSale(), broken] })));
    await expect(two).rejects.toThrow('not a sale.completed by its schema');
    expect(await tablet.db.journal.count()).toBe(1);
    expect((await readLevels(tablet.db, 'stall')).get('salt-20')).toBe(3);
  });

  it('writes nothing when the transaction breaks after the entries', async () => {
    const tablet = await aTablet();
    tablet.db.stockMoves.hook('creating', () => {
      throw new RangeError('planted');
    });
    const sold = commit(tablet.db, tablet.author, () => Promise.resolve(done({ facts: [aSale()] })));
    await expect(sold).rejects.toThrow('planted');
    expect(await tablet.db.journal.count()).toBe(0);
    expect(await tablet.db.heads.count()).toBe(0);
  });

  it('deletes the draft that became the sale, in the same transaction', async () => {
    const tablet = await aTablet();
    await tablet.db.drafts.put({ id: 'sale-x', state: 'open', changedAt: 1, value: {} });
    await commit(tablet.db, tablet.author, (own) =>
      Promise.resolve(done({ facts: [aSale({ sale: 'sale-x' })], draft: 'sale-x', receipts: own.receipts + 1 })),
    );
    expect(await tablet.db.drafts.count()).toBe(0);
    expect((await tablet.db.heads.get(tablet.key.device))?.receipts).toBe(1);
  });

  it('refuses an entry larger than the hub will take, before it is written', async () => {
    const tablet = await aTablet();
    const long = fact('work.revised', 'w', { work: 'w', fields: { description: 'x'.repeat(2000) }, variants: [] });
    const huge = { ...long, body: { ...(long.body as object), more: 'é'.repeat(31_000) } };
    const answer = await commit(tablet.db, tablet.author, () => Promise.resolve(done({ facts: [huge] })));
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'too-large' } });
    expect(await tablet.db.journal.count()).toBe(0);
  });

  it('says that the storage is closed instead of confirming', async () => {
    const tablet = await aTablet();
    tablet.db.close({ disableAutoOpen: true });
    const answer = await commit(tablet.db, tablet.author, () => Promise.resolve(done({ facts: [aSale()] })));
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'storage-closed' } });
  });

  it('keeps the true subject of a private fact out of the envelope', async () => {
    const tablet = await aTablet({ day: 'day-1' });
    await tablet.write(fact('terms.agreed', 'mira', { terms: 't1', photographer: 'mira', photographerKeeps: 7000 }));
    const [row] = await tablet.db.journal.toArray();
    if (!row) throw new Error('nothing written');
    const envelope = trustedEnvelope(row);
    expect([envelope.type, envelope.about, envelope.day]).toEqual(['private', '', '']);
    expect(row.envelope).not.toContain('mira');
    expect((await tablet.db.records.get('terms:t1'))?.fields['photographerKeeps']?.value).toBe(7000);
  });
});
