import { describe, expect, it } from 'vitest';
import { fact } from '../../src/domain/fact.ts';
import { trustedEnvelope } from '../../src/journal/check.ts';
import { genesis, type Entry } from '../../src/journal/entry.ts';
import { hashText } from '../../src/journal/hash.ts';
import { readLevels } from '../../src/store/read.ts';
import { receive } from '../../src/store/receive.ts';
import { rebuild } from '../../src/store/rebuild.ts';
import { aSale } from '../support/a-sale.ts';
import { aTablet, type TestTablet } from '../support/a-tablet.ts';

async function entriesOf(tablet: TestTablet) {
  const rows = await tablet.db.journal.orderBy('[device+n]').toArray();
  return rows.map(({ hash, envelope, payload }) => ({ hash, envelope, payload }));
}

/** The same fact as the first entry of another device, as a tablet writes it after a fork. */
function issuedAgain(original: Entry, device: string): Entry {
  const { prev: _, payload, ...kept } = trustedEnvelope(original);
  const prev = genesis(kept.collective, device);
  const envelope = JSON.stringify({ ...kept, device, n: 1, again: original.hash, prev, payload });
  return { hash: hashText(envelope), envelope, payload: original.payload };
}

describe('receive', () => {
  it('does not take a late sale off a count twice', async () => {
    const seller = await aTablet({ collective: 'late', seed: 2 });
    seller.setClock(Date.UTC(2026, 5, 13, 9));
    await seller.write(aSale({ quantity: 2 }));
    const late = await entriesOf(seller);
    const other = await aTablet({ collective: 'late', seed: 3 });
    other.setClock(Date.UTC(2026, 5, 13, 10));
    await other.write(fact('stock.counted', 'stall', { place: 'stall', items: [{ variant: 'salt-20', quantity: 8 }] }));
    expect(await receive(other.db, late)).toEqual({ stored: 1, known: 0, refused: 0 });
    expect((await readLevels(other.db, 'stall')).get('salt-20')).toBe(8);
  });

  it('stores nothing twice, nothing over a gap, nothing altered, nothing of another collective', async () => {
    const seller = await aTablet({ collective: 'gap', seed: 4 });
    await seller.write(aSale(), aSale(), aSale());
    const [one, two, three] = await entriesOf(seller);
    if (!one || !two || !three) throw new Error('three were written');
    const { db } = await aTablet({ collective: 'gap', seed: 5 });
    expect(await receive(db, [three])).toMatchObject({ stored: 0, refused: 1 });
    expect(await receive(db, [one, one])).toMatchObject({ stored: 1, known: 1 });
    const altered = { ...two, payload: (two.payload ?? '').replace('2500', '2400') };
    expect(await receive(db, [altered])).toMatchObject({ stored: 0, refused: 1 });
    expect(await receive(db, [{ ...two, payload: null }, three])).toMatchObject({ stored: 2 });
    const foreign = await aTablet({ collective: 'gap-other', seed: 6 });
    await foreign.write(aSale());
    expect(await receive(db, await entriesOf(foreign))).toMatchObject({ stored: 0, refused: 1 });
    expect(await db.journal.count()).toBe(3);
  });

  it('folds a fact that was issued again once, whichever of the two entries comes first', async () => {
    const seller = await aTablet({ collective: 'forked', seed: 7 });
    await seller.write(aSale({ quantity: 2 }));
    const [original] = await entriesOf(seller);
    if (!original) throw new Error('one was written');
    const again = issuedAgain(original, (await aTablet({ seed: 8 })).key.device);
    for (const order of [
      [original, again],
      [again, original],
    ]) {
      const { db } = await aTablet({ collective: 'forked', seed: 9 });
      for (const entry of order) expect(await receive(db, [entry])).toMatchObject({ stored: 1 });
      expect((await readLevels(db, 'stall')).get('salt-20')).toBe(-2);
      await rebuild(db, undefined, true);
      expect((await readLevels(db, 'stall')).get('salt-20')).toBe(-2);
    }
  });

  it('keeps what it cannot read, and folds it once an update knows it', async () => {
    const tablet = await aTablet();
    await tablet.write({ type: 'weather.felt', about: 'day', body: { sky: 'grey' } }, aSale());
    expect(await tablet.db.journal.count()).toBe(2);
    expect((await readLevels(tablet.db, 'stall')).get('salt-20')).toBe(-1);
    await rebuild(tablet.db, undefined, true);
    expect((await readLevels(tablet.db, 'stall')).get('salt-20')).toBe(-1);
  });

  it('lets a sale in between while a long page comes in', async () => {
    const seller = await aTablet({ collective: 'long', seed: 7 });
    await seller.write(...Array.from({ length: 700 }, () => aSale()));
    const here = await aTablet({ collective: 'long', seed: 8 });
    const page = receive(here.db, await entriesOf(seller));
    await here.write(aSale({ variant: 'tote' }));
    const heldAtTheSale = (await here.db.heads.get(seller.key.device))?.n ?? 0;
    expect(heldAtTheSale).toBeLessThan(700);
    expect(await page).toEqual({ stored: 700, known: 0, refused: 0 });
    expect((await readLevels(here.db, 'stall')).get('salt-20')).toBe(-700);
    expect((await readLevels(here.db, 'stall')).get('tote')).toBe(-1);
  });
});
