import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CatalogueVariant, CatalogueWork, ImportReading } from '../../../../src/domain/catalogue/import/draft.ts';
import { readCatalogue } from '../../../../src/domain/catalogue/import/read-catalogue.ts';

const folder = new URL('../../../vectors/catalogue/', import.meta.url);

async function readVector(name: string): Promise<ImportReading> {
  const read = await readCatalogue(readFileSync(new URL(name, folder)), { currency: 'EUR' });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

function withoutRows({ works }: ImportReading): CatalogueWork[] {
  return works.map(({ row: _row, variants, ...work }) => ({
    ...work,
    variants: variants.map(({ row: _line, ...variant }) => variant),
  }));
}

const plain = { paper: '', frame: '', barcode: '', taxRates: null, written: [] };
const a4: CatalogueVariant = { ...plain, sku: 'NEB-A4', size: 'A4', price: 4500, quantity: 21 };
const a3: CatalogueVariant = { ...plain, sku: 'NEB-A3', size: 'A3', price: 8000, quantity: 9 };
const dach: CatalogueVariant = { ...plain, sku: 'DACH-3040', size: '30x40', price: 6000, quantity: 18 };
const card: CatalogueVariant = { ...plain, sku: 'CARD-6', size: '', price: 1200, quantity: 140 };

/** The catalogue as the file that says most of it says it; the other files leave things out. */
const nebel: CatalogueWork = {
  key: 'nebel-am-hafen',
  title: 'Nebel am Hafen',
  photographer: 'Ana Ruiz',
  kind: 'print',
  description: 'Pigment print on 310 g cotton rag, signed and numbered.',
  alt: 'Fog over a harbour at dawn',
  tags: ['harbour', 'fog', 'limited'],
  editionSize: null,
  pictures: ['https://stall.example/i/nebel.jpg'],
  variants: [a4, a3],
};
const roofs: CatalogueWork = {
  key: 'dachlandschaft',
  title: 'Dachlandschaft, "Süd"',
  photographer: 'Ben Okafor',
  kind: 'print',
  description: 'Silver gelatin.\nSecond line.',
  alt: 'Roofs in low sun',
  tags: ['roofs', 'city'],
  editionSize: null,
  pictures: ['https://stall.example/i/dach.jpg'],
  variants: [dach],
};
const cards: CatalogueWork = {
  key: 'postcard-set',
  title: 'Postcard set (6)',
  photographer: 'Collective',
  kind: 'print',
  description: 'Six cards',
  alt: 'Six postcards fanned out',
  tags: ['cards'],
  editionSize: null,
  pictures: ['https://stall.example/i/cards.jpg'],
  variants: [card],
};
const detail = 'https://stall.example/i/nebel-detail.jpg';

describe('the same small catalogue in five layouts', () => {
  it('reads a Shopify file', async () => {
    const reading = await readVector('shopify-new.csv');
    expect(reading).toMatchObject({ dialect: 'shopify', separator: ',', rows: 4, problems: [], setAside: [] });
    expect(withoutRows(reading)).toEqual([nebel, roofs, cards]);
    expect(reading.works.map(({ row }) => row)).toEqual([2, 4, 6]);
  });

  it('reads an older Shopify file with a row that only holds a picture', async () => {
    const reading = await readVector('shopify-legacy.csv');
    expect(reading).toMatchObject({ dialect: 'shopify-legacy', rows: 5, problems: [] });
    expect(withoutRows(reading)).toEqual([{ ...nebel, pictures: [...nebel.pictures, detail] }, roofs, cards]);
  });

  it('reads a Square file, which knows taxes but no pictures, photographers and keys', async () => {
    const reading = await readVector('square-items.csv');
    expect(reading).toMatchObject({ dialect: 'square', rows: 4, problems: [] });
    const unsaid = { photographer: '', alt: '', tags: [], pictures: [] };
    const taxed = (variants: readonly CatalogueVariant[], rate: number) =>
      variants.map((variant) => ({ ...variant, taxRates: [rate] }));
    expect(withoutRows(reading)).toEqual([
      { ...nebel, ...unsaid, variants: taxed(nebel.variants, 70_000) },
      { ...roofs, ...unsaid, key: 'dachlandschaft-sud', variants: taxed(roofs.variants, 70_000) },
      { ...cards, ...unsaid, key: 'postcard-set-6', variants: taxed(cards.variants, 190_000) },
    ]);
  });

  it('reads a WooCommerce file whose variations name their parent by SKU or id', async () => {
    const reading = await readVector('woocommerce.csv');
    expect(reading).toMatchObject({ dialect: 'woocommerce', rows: 4, problems: [] });
    expect(withoutRows(reading)).toEqual([
      {
        ...nebel,
        photographer: '',
        description: 'Pigment print',
        alt: '',
        tags: ['fog', 'limited'],
        editionSize: 30,
        pictures: [...nebel.pictures, detail],
      },
      {
        ...roofs,
        key: 'dachlandschaft-sud',
        photographer: '',
        description: '',
        alt: '',
        tags: [],
        variants: [{ ...dach, size: '' }],
      },
    ]);
  });

  it('reads an Etsy file, which has one price and one quantity a listing', async () => {
    const reading = await readVector('etsy-listings.csv');
    expect(reading).toMatchObject({ dialect: 'etsy', rows: 2, problems: [] });
    const unsaid = { photographer: '', kind: null, alt: '' };
    expect(withoutRows(reading)).toEqual([
      {
        ...nebel,
        ...unsaid,
        key: 'nebel-am-hafen-limited-fog-print',
        title: 'Nebel am Hafen, limited fog print',
        description: 'Pigment print.\nSigned & numbered.',
        tags: ['fog', 'harbour', 'limited edition'],
        pictures: [...nebel.pictures, detail],
        variants: [
          { ...a4, quantity: null },
          { ...a3, price: 4500, quantity: null },
        ],
      },
      { ...cards, ...unsaid, key: 'postcard-set-6' },
    ]);
    expect(reading.notices).toContainEqual({ kind: 'onePriceForAll', row: 2, column: 'PRICE', value: '45.00' });
  });
});
