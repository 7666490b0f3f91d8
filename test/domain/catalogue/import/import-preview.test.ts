import { describe, expect, it } from 'vitest';
import type { FactText } from '../../../../src/journal/entry.ts';
import { catalogueFrom, type Catalogue } from '../../../../src/domain/catalogue/catalogue.ts';
import { catalogueWorks } from '../../../../src/domain/catalogue/export/catalogue-works.ts';
import { writeCatalogue } from '../../../../src/domain/catalogue/export/write-catalogue.ts';
import { previewImport, type ImportPreview } from '../../../../src/domain/catalogue/import/preview.ts';
import { readCatalogue } from '../../../../src/domain/catalogue/import/read-catalogue.ts';
import { importToFacts } from '../../../../src/domain/catalogue/import/to-facts.ts';
import { fact, factSchemas, isFactType } from '../../../../src/domain/fact.ts';
import { copies } from '../../../../src/domain/editions/copies.ts';
import type { RecordRow } from '../../../../src/domain/record.ts';
import { records } from '../../../../src/domain/record.ts';
import * as v from 'valibot';

const HEADER =
  'Work key,Title,Photographer,Kind,Description,Edition size,Pictures,SKU,Size,Price,Quantity,Tax rates,Numbers written';

/** A catalogue that facts are folded into as they are on a tablet. */
class Here {
  private readonly rows = new Map<string, RecordRow>();
  private stamp = 0;
  readonly written: FactText[] = [];
  worksSold = new Set<string>();
  private ids = 0;

  get catalogue(): Catalogue {
    return catalogueFrom([...this.rows.values()]);
  }

  async preview(...lines: string[]): Promise<ImportPreview> {
    const read = await readCatalogue(new TextEncoder().encode([HEADER, ...lines].join('\n')), { currency: 'EUR' });
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    return previewImport(read.value, { ...this.catalogue, worksSold: this.worksSold });
  }

  accept(preview: ImportPreview): FactText[] {
    const newId = () => `id-${++this.ids}`;
    const { facts } = importToFacts(preview, { present: this.catalogue, place: 'stall', newId });
    for (const each of facts) this.write(each);
    return [...facts];
  }

  write(text: FactText): void {
    this.written.push(text);
    if (!isFactType(text.type)) throw new Error(text.type);
    const body: unknown = v.parse(factSchemas[text.type], text.body);
    if (!records.types.some((type) => type === text.type)) return;
    const stamp = `${String(++this.stamp).padStart(15, '0')}-0000-dev`;
    const read = { ...text, body, stamp } as unknown as Parameters<typeof records.fold>[1];
    for (const key of records.keys(read)) {
      this.rows.set(key, records.fold(this.rows.get(key), read, key));
    }
  }
}

const salt = 'salt,Salt Flats,Ana Ruiz,print,White,25,https://a.example/s.jpg,SALT-A4,A4,45.00,21,7%,"1-3, 7"';
const saltA3 = 'salt,,,,,,,SALT-A3,A3,80.00,4,7%,';
const tote = 'tote,Tote,Collective of Light,merch,,,,TOTE,,18.00,140,,';

describe('an import into an empty catalogue', () => {
  it('creates works, photographers, editions, numbers and the opening stock', async () => {
    const here = new Here();
    here.write({ type: 'collective.revised', about: 'c', body: { fields: { name: 'Collective of Light' } } });
    const preview = await here.preview(salt, saltA3, tote);
    expect(preview.counts).toEqual({ created: 2, changed: 0, left: 0, setAside: 0 });
    expect(preview.newPhotographers).toEqual(['Ana Ruiz']);
    const facts = here.accept(preview);
    expect(facts.map(({ type }) => type)).toEqual([
      'photographer.revised',
      'work.revised',
      'edition.published',
      'copies.placed',
      'work.revised',
      'stock.counted',
    ]);
    const [work, bag] = here.catalogue.works;
    expect(work).toMatchObject({
      title: 'Salt Flats',
      description: 'White',
      importKey: 'salt',
      pictureAddresses: ['https://a.example/s.jpg'],
      edition: { size: 25 },
      variants: [
        { sku: 'SALT-A4', size: 'A4', price: 4500, taxRates: [70_000] },
        { sku: 'SALT-A3', size: 'A3', price: 8000 },
      ],
    });
    expect(here.catalogue.photographerById.get(work?.photographer ?? '')?.name).toBe('Ana Ruiz');
    expect(bag).toMatchObject({ title: 'Tote', kind: 'merch', photographer: '', edition: undefined });
    const [a4, a3, bagOnly] = [...(work?.variants ?? []), ...(bag?.variants ?? [])].map(({ id }) => id);
    expect(facts.find(({ type }) => type === 'copies.placed')?.body).toEqual({
      edition: work?.edition?.id,
      numbers: [
        [1, 3],
        [7, 7],
      ],
      variant: a4,
      place: 'stall',
      marked: true,
    });
    expect(facts.at(-1)?.body).toEqual({
      place: 'stall',
      items: [
        { variant: a4, quantity: 21 },
        { variant: a3, quantity: 4 },
        { variant: bagOnly, quantity: 140 },
      ],
    });
  });

  it('makes no fact of a work that is set aside', async () => {
    const here = new Here();
    const preview = await here.preview(salt, saltA3.replace('80.00', '-80.00'), tote);
    expect(preview.counts).toEqual({ created: 1, changed: 0, left: 0, setAside: 1 });
    expect(preview.setAside).toEqual([{ key: 'salt', title: 'Salt Flats', row: 2 }]);
    here.accept(preview);
    expect(here.catalogue.works.map(({ title }) => title)).toEqual(['Tote']);
  });

  it('keeps every fact of a work with 300 long variants under the entry limit', async () => {
    const here = new Here();
    const size = '雨'.repeat(190);
    const lines = Array.from({ length: 300 }, (_, n) => `w,Work,,,,,,S${n}${size},${n}${size},1.00,1,,`);
    const facts = here.accept(await here.preview(...lines));
    for (const each of facts) expect(new TextEncoder().encode(JSON.stringify(each.body)).length).toBeLessThan(48_000);
    expect(here.catalogue.works[0]?.variants).toHaveLength(300);
  });
});

describe('an import into a catalogue that is there', () => {
  async function filled(): Promise<Here> {
    const here = new Here();
    here.accept(await here.preview(salt, saltA3, tote));
    return here;
  }

  it('leaves all as it is the second time', async () => {
    const here = await filled();
    const preview = await here.preview(salt, saltA3, tote);
    expect(preview.counts).toEqual({ created: 0, changed: 0, left: 2, setAside: 0 });
    expect(here.accept(preview)).toEqual([]);
  });

  it('leaves all as it is when its own export comes back', async () => {
    const here = await filled();
    const works = catalogueWorks(here.catalogue, { quantityOf: () => 3, writtenOf: () => [] });
    const text = writeCatalogue(works, { dialect: 'imago', currency: 'EUR' });
    const read = await readCatalogue(new TextEncoder().encode(text), { currency: 'EUR' });
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    const preview = previewImport(read.value, { ...here.catalogue, worksSold: new Set() });
    expect(preview.counts).toEqual({ created: 0, changed: 0, left: 2, setAside: 0 });
  });

  it('says field by field what changes, and writes no more than that', async () => {
    const here = await filled();
    const preview = await here.preview(
      'salt,Salt Flats II,ANA RUIZ,,,30,,SALT-A4,A4,50.00,99,,',
      'salt,,,,,,,SALT-A2,A2,120.00,2,,',
    );
    const [outcome] = preview.works;
    expect(outcome).toMatchObject({
      outcome: 'changed',
      changes: [
        { field: 'title', from: 'Salt Flats', to: 'Salt Flats II' },
        { field: 'editionSize', from: 25, to: 30 },
      ],
      variants: [
        { outcome: 'changed', changes: [{ field: 'price', from: 4500, to: 5000 }] },
        { outcome: 'created', changes: [] },
      ],
    });
    expect(preview.newPhotographers).toEqual([]);
    const facts = here.accept(preview);
    expect(facts).toMatchObject([
      {
        type: 'work.revised',
        body: {
          fields: { title: 'Salt Flats II' },
          variants: [{ fields: { price: 5000 } }, { fields: { sku: 'SALT-A2', size: 'A2', price: 12_000 } }],
        },
      },
      { type: 'edition.published', body: { fields: { size: 30 } } },
      // What was here already is counted by a stocktake, not by a file.
      { type: 'stock.counted', body: { items: [{ quantity: 2 }] } },
    ]);
    expect(facts[0]).toHaveProperty('body.variants.0.fields', { price: 5000 });
    expect(here.catalogue.works.find(({ title }) => title === 'Salt Flats II')?.variants).toHaveLength(3);
  });

  it('knows a work again by SKU, then by its key, then by title and photographer', async () => {
    const here = await filled();
    const same = await here.preview('other-key,Renamed,,,,,,SALT-A4,A4,45.00,,,', 'tote,Bag,,,,,,NEW-SKU,,18.00,,,');
    expect(same.works.map(({ present }) => present?.title)).toEqual(['Salt Flats', 'Tote']);
    const byTitle = await here.preview('x,SALT FLATS,ana ruíz,,,,,,A4,45.00,,,', 'y,Salt Flats,Ben,,,,,,A4,45.00,,,');
    expect(byTitle.works.map(({ present }) => present?.title)).toEqual(['Salt Flats', undefined]);
  });

  it('sets a work aside that would be two works here, or one work twice', async () => {
    const here = await filled();
    const preview = await here.preview(
      'mix,Mix,,,,,,SALT-A4,A4,45.00,,,',
      'mix,,,,,,,TOTE,A3,45.00,,,',
      'salt,Salt Flats,,,,,,,A4,45.00,,,',
      'again,Salt Flats,,,,,,SALT-A3,A3,80.00,,,',
    );
    expect(preview.problems).toMatchObject([
      { kind: 'skusOfTwoWorks', row: 2, work: 'mix' },
      { kind: 'workTwice', row: 5, work: 'again', firstRow: 4 },
    ]);
    expect(preview.works.map(({ draft }) => draft.key)).toEqual(['salt']);
  });

  it('enlarges an edition as the form does: published anew, so that its further numbers come into being', async () => {
    const here = await filled();
    const edition = here.catalogue.works[0]?.edition?.id ?? '';
    const work = here.catalogue.works[0]?.id;
    const grown = here.accept(await here.preview(salt.replace(',25,', ',30,'), saltA3));
    expect(grown).toEqual([published(30)]);
    expect(copies.keys(read(published(30)))).toHaveLength(30);
    const shrunk = here.accept(await here.preview(salt.replace(',25,', ',28,'), saltA3));
    expect(shrunk).toEqual([
      published(28),
      fact('copy.spoilt', edition, { edition, number: 29 }),
      fact('copy.spoilt', edition, { edition, number: 30 }),
    ]);
    function published(size: number) {
      return fact('edition.published', edition, { edition, fields: { work: work ?? '', size } });
    }
    function read(text: FactText) {
      return { ...text, stamp: 's', device: 'd' } as unknown as Parameters<typeof copies.keys>[0];
    }
  });

  it('hangs again what was put away, form by form, and says so before it does', async () => {
    const here = await filled();
    const [work] = here.catalogue.works;
    const [a4, a3] = work?.variants ?? [];
    here.write(
      fact('work.revised', work?.id ?? '', {
        work: work?.id ?? '',
        fields: { retired: true },
        variants: [a4, a3].map((form) => ({ variant: form?.id ?? '', fields: { retired: true } })),
      }),
    );
    const preview = await here.preview(salt, tote);
    expect(preview.counts).toEqual({ created: 0, changed: 1, left: 1, setAside: 0 });
    expect(preview.works[0]?.changes).toEqual([{ field: 'retired', from: true, to: false }]);
    expect(preview.works[0]?.variants.map(({ outcome }) => outcome)).toEqual(['changed']);
    here.accept(preview);
    const [again] = here.catalogue.works;
    expect(again?.retired).toBe(false);
    expect(again?.variants.map(({ sku, retired }) => [sku, retired])).toEqual([
      ['SALT-A4', false],
      ['SALT-A3', true],
    ]);
    expect((await here.preview(salt, tote)).counts).toMatchObject({ changed: 0, left: 2 });
  });

  it('takes what hangs before what was put away under the same title', async () => {
    const here = new Here();
    here.accept(
      await here.preview('old,Dune,Ana Ruiz,print,,,,,A4,40.00,,,', 'new,Dune,Ben Ode,print,,,,,A4,50.00,,,'),
    );
    const [old] = here.catalogue.works;
    here.write(fact('work.revised', old?.id ?? '', { work: old?.id ?? '', fields: { retired: true }, variants: [] }));
    const preview = await here.preview('x,Dune,,print,,,,,A4,55.00,,,');
    expect(preview.works[0]?.present?.retired).toBe(false);
  });

  it.each(['Collective of Light', '  collective  of  LIGHT ', 'Collective', 'collective', 'the Collective'])(
    'takes the vendor "%s" of a shop’s file for the collective itself, not for a photographer',
    async (vendor) => {
      const here = new Here();
      here.write(fact('collective.revised', 'own', { fields: { name: 'Collective of Light' } }));
      const preview = await here.preview(`tote,Tote,${vendor},merch,,,,TOTE,,18.00,1,,`);
      expect(preview.newPhotographers).toEqual([]);
      here.accept(preview);
      expect(here.catalogue.works[0]?.photographer).toBe('');
      expect(here.catalogue.photographers).toEqual([]);
      const again = await here.preview(`tote,Tote,${vendor},merch,,,,TOTE,,18.00,1,,`);
      expect(again.counts).toEqual({ created: 0, changed: 0, left: 1, setAside: 0 });
    },
  );

  it('gives a photographer who is called so their own works, however the blanks fall', async () => {
    const here = new Here();
    here.write(fact('photographer.revised', 'c', { photographer: 'c', fields: { name: 'Collective' } }));
    here.accept(
      await here.preview(
        'dune,Dune, COLLECTIVE ,print,,,,,A4,40.00,,,',
        'sea,Sea,Ana  Ruiz,print,,,,,A4,40.00,,,',
        'sky,Sky,ana ruiz,print,,,,,A4,40.00,,,',
      ),
    );
    expect(here.catalogue.photographers.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'Ana  Ruiz',
      'Collective',
    ]);
    expect(here.catalogue.works.find(({ title }) => title === 'Dune')?.photographer).toBe('c');
  });

  it('does not change the size of an edition of which a copy was sold', async () => {
    const here = await filled();
    here.worksSold = new Set(here.catalogue.works.map(({ id }) => id));
    const preview = await here.preview(salt.replace(',25,', ',50,'));
    expect(preview.problems).toMatchObject([{ kind: 'editionFixed', row: 2, work: 'salt', value: '50', expected: 25 }]);
    expect(preview.counts).toEqual({ created: 0, changed: 0, left: 0, setAside: 1 });
  });
});
