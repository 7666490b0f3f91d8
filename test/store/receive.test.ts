import { describe, expect, it } from 'vitest';
import { fact } from '../../src/domain/fact.ts';
import { readLevels } from '../../src/store/read.ts';
import { receive } from '../../src/store/receive.ts';
import { rebuild } from '../../src/store/rebuild.ts';
import { aSale } from '../support/a-sale.ts';
import { aTablet, type TestTablet } from '../support/a-tablet.ts';

async function entriesOf(tablet: TestTablet) {
  const rows = await tablet.db.journal.orderBy('[device+n]').toArray();
  return rows.map(({ hash, envelope, payload }) => ({ hash, envelope, payload }));
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

  it('keeps what it cannot read, and folds it once an update knows it', async () => {
    const tablet = await aTablet();
    await tablet.write({ type: 'weather.felt', about: 'day', body: { sky: 'grey' } }, aSale());
    expect(await tablet.db.journal.count()).toBe(2);
    expect((await readLevels(tablet.db, 'stall')).get('salt-20')).toBe(-1);
    await rebuild(tablet.db, undefined, true);
    expect((await readLevels(tablet.db, 'stall')).get('salt-20')).toBe(-1);
  });
});
