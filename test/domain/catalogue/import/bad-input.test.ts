import { describe, expect, it } from 'vitest';
import { FILE_LIMIT } from '../../../../src/domain/catalogue/import/decode.ts';
import {
  readCatalogue,
  ROW_LIMIT,
  type ReadingOptions,
} from '../../../../src/domain/catalogue/import/read-catalogue.ts';

const HEADER = 'Handle,Title,Vendor,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(file: string | Uint8Array, options: Partial<ReadingOptions> = {}) {
  return readCatalogue(typeof file === 'string' ? bytesOf(file) : file, { currency: 'EUR', ...options });
}

async function reading(file: string | Uint8Array, options: Partial<ReadingOptions> = {}) {
  const result = await read(file, options);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

const row = (handle: string, price: string, sku = handle.toUpperCase(), size = 'A4', quantity = '3'): string =>
  `${handle},Print ${handle},Ana Ruiz,Size,${size},${sku},${quantity},${price}`;
const file = (...rows: string[]): string => [HEADER, ...rows].join('\r\n');

describe('files that are refused whole', () => {
  const refusals: [string, string | Uint8Array, object][] = [
    ['an empty file', '', { kind: 'fileEmpty' }],
    ['a file of spaces and line breaks', '\uFEFF \n\r\n', { kind: 'fileEmpty' }],
    ['an Excel workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0), { kind: 'fileIsSpreadsheet' }],
    ['an old Excel workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), { kind: 'fileIsSpreadsheet' }],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), { kind: 'fileNotText' }],
    ['a PDF', '%PDF-1.7 and so on', { kind: 'fileNotText' }],
    ['a header alone', HEADER, { kind: 'noRows' }],
    ['a header and blank lines', `${HEADER}\n\n , ,,\n`, { kind: 'noRows' }],
    [
      'a price column that stands there twice',
      `${HEADER},variant price \n`,
      { kind: 'columnTwice', column: 'variant price' },
    ],
    [
      'an unknown layout, naming its columns and the nearest one',
      'Handle;Title;Vendor;Preis\nx;y;z;3\n',
      {
        kind: 'layoutUnknown',
        columns: ['Handle', 'Title', 'Vendor', 'Preis'],
        nearest: 'shopify-legacy',
        missing: ['variant price'],
      },
    ],
    [
      'a quotation mark that is never closed',
      file(row('a', '1'), 'b,"Print b,Ana', row('c', '1')),
      { kind: 'quoteNotClosed', row: 3 },
    ],
    [
      'a quotation mark that swallows other lines',
      file(row('a', '1'), 'b,"Print" b,Ana,,,B,1,2', row('c', '1'), 'd,"Print d",Ana,,,D,1,2'),
      { kind: 'quoteNotClosed', row: 3 },
    ],
  ];
  it.each(refusals)('refuses %s', async (_what, input, problem) => {
    expect(await read(input)).toEqual({ ok: false, problem });
  });

  it('refuses more than 60 MB before reading any of it', async () => {
    const bytes = new Uint8Array(FILE_LIMIT + 1);
    const problem = { kind: 'fileTooLarge', bytes: FILE_LIMIT + 1, limit: FILE_LIMIT };
    expect(await read(bytes)).toEqual({ ok: false, problem });
  });

  it('stops within one part when it is cancelled', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => row(`w${n}`, '45.00'));
    const shares: number[] = [];
    const result = await read(file(...rows), {
      onProgress: ({ share }) => shares.push(share),
      isCancelled: () => shares.length === 2,
    });
    expect(result).toEqual({ ok: false, problem: { kind: 'importCancelled' } });
    expect(shares).toHaveLength(2);
  });
});

describe('encodings', () => {
  const text = file('sud,Süd – „Hafen“ 5 €,Ana Ruiz,,,SUD,1,45.00');
  const utf16 = (mark: number[], isBig: boolean): Uint8Array =>
    Uint8Array.from([
      ...mark,
      ...Array.from(text).flatMap((sign) => {
        const code = sign.charCodeAt(0);
        return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8];
      }),
    ]);
  // 0x80 €, 0x84 „, 0x93 “, 0x96 –, 0xfc ü
  const windows = Uint8Array.from(Array.from(text), (sign) => {
    const special: Record<string, number> = { '€': 0x80, '„': 0x84, '“': 0x93, '–': 0x96 };
    return special[sign] ?? sign.charCodeAt(0);
  });
  const files: [string, Uint8Array, string[]][] = [
    ['UTF-8', bytesOf(text), []],
    ['UTF-8 with a mark', bytesOf(`\uFEFF${text}`), []],
    ['UTF-16, little end first', utf16([0xff, 0xfe], false), []],
    ['UTF-16, big end first', utf16([0xfe, 0xff], true), []],
    ['windows-1252, which it says', windows, ['encodingGuessed']],
  ];
  it.each(files)('reads %s', async (_name, bytes, notices) => {
    const { works, notices: found } = await reading(bytes);
    expect(works.map(({ title }) => title)).toEqual(['Süd – „Hafen“ 5 €']);
    expect(found.map(({ kind }) => kind)).toEqual(notices);
  });

  it('names the row in which a broken UTF-8 file lost a character', async () => {
    const bytes = bytesOf(file(row('ä', '1'), row('ö', '1'), row('a?', '1')));
    bytes[bytes.indexOf(0x3f)] = 0xff;
    const { works, problems, notices } = await reading(bytes);
    expect(works.map(({ key }) => key)).toEqual(['ä', 'ö']);
    expect(problems).toMatchObject([{ kind: 'characterLost', row: 4 }]);
    expect(notices).toEqual([]);
  });
});

describe('rows that are named', () => {
  const cases: [string, string, object][] = [
    ['a negative price', row('b', '-45.00'), { kind: 'priceNegative', column: 'Variant Price', value: '-45.00' }],
    ['a price of nothing', row('b', '0.00'), { kind: 'priceZero', value: '0.00' }],
    ['no price', row('b', ''), { kind: 'priceMissing', value: '' }],
    ['a price above a million', row('b', '1000000.01'), { kind: 'priceTooHigh' }],
    ['a price finer than a cent', row('b', '45.005'), { kind: 'priceTooManyDecimals' }],
    ['a price in words', row('b', 'on request'), { kind: 'priceUnreadable', value: 'on request' }],
    ['a price in another currency', row('b', '£45.00'), { kind: 'otherCurrency', value: '£45.00' }],
    [
      'a quantity below nothing',
      row('b', '1', 'B', 'A4', '-2'),
      { kind: 'quantityNegative', column: 'Variant Inventory Qty' },
    ],
    ['half a piece', row('b', '1', 'B', 'A4', '2.5'), { kind: 'quantityUnreadable', value: '2.5' }],
    [
      'a SKU of an earlier row',
      row('b', '1', 'A'),
      { kind: 'skuTwice', column: 'Variant SKU', value: 'A', firstRow: 2 },
    ],
    ['too few fields', 'b,Print b,Ana Ruiz', { kind: 'tooFewFields', expected: 8, found: 3 }],
    ['too many fields', `${row('b', '1')},more`, { kind: 'tooManyFields', expected: 8, found: 9 }],
    ['a stray quotation mark', 'b,"Print "b",Ana,,,B,1,2', { kind: 'quotesBroken' }],
    ['no title', 'b,,Ana Ruiz,Size,A4,B,1,45.00', { kind: 'titleMissing' }],
    ['a title beyond 200 letters', `b,${'x'.repeat(201)},,,,B,1,45.00`, { kind: 'tooLong', expected: 200, found: 201 }],
    ['nothing to sell', 'b,Print b,Ana,,,,,', { kind: 'noVariant' }],
  ];
  it.each(cases)('names %s and takes the rest', async (_what, bad, problem) => {
    const { works, setAside, problems } = await reading(file(row('a', '45.00'), bad, row('c', '60.00')));
    expect(problems).toEqual([expect.objectContaining({ row: 3, work: 'b', ...problem })]);
    expect(setAside).toMatchObject([{ key: 'b', row: 3 }]);
    expect(works.map(({ key }) => key)).toEqual(['a', 'c']);
  });

  it('sets a work aside whole for one bad variant', async () => {
    const { works, setAside } = await reading(
      file(row('a', '1', 'A1', 'A4'), row('a', '-1', 'A2', 'A3'), row('c', '1')),
    );
    expect(works.map(({ key }) => key)).toEqual(['c']);
    expect(setAside).toEqual([{ key: 'a', title: 'Print a', row: 2 }]);
  });

  it('sets the work above aside when a damaged row does not say whose it is', async () => {
    const { works, problems } = await reading(file(row('a', '1'), row('b', '1'), ',Print b'));
    expect(problems).toMatchObject([{ kind: 'tooFewFields', row: 4, work: 'b' }]);
    expect(works.map(({ key }) => key)).toEqual(['a']);
  });

  it('sets only the damaged listing of an Etsy file aside, whose rows are works of their own', async () => {
    const text = 'TITLE,PRICE,CURRENCY_CODE,SKU\nA,1,EUR,SA\nB,1\nC,1,USD,SC\nD,1,EUR,SD';
    const { works, setAside, problems } = await reading(text);
    expect(works.map(({ key }) => key)).toEqual(['a', 'd']);
    expect(setAside.map(({ key }) => key)).toEqual(['b', 'c']);
    expect(problems).toMatchObject([
      { kind: 'tooFewFields', row: 3 },
      { kind: 'otherCurrency', row: 4, column: 'CURRENCY_CODE', value: 'USD' },
    ]);
  });

  it('counts lines as an editor does, over line breaks in a field and blank lines', async () => {
    const { problems } = await reading(file('a,"Print\r\nwith\nbreaks",Ana,,,A,1,1', '', row('b', '-1')));
    expect(problems).toMatchObject([{ row: 6 }]);
  });

  it('names a WooCommerce variation whose parent is not in the file', async () => {
    const text = 'Type,SKU,Name,Regular price,Parent\nsimple,A,Print a,1,\nvariation,B,Print b,1,NONE\n';
    const { works, problems } = await reading(text);
    expect(problems).toMatchObject([{ kind: 'parentMissing', row: 3, column: 'Parent', value: 'NONE' }]);
    expect(works).toHaveLength(1);
  });
});

describe('what is taken in spite of its looks', () => {
  it.each([
    ['comma', HEADER, row('a', '"1,234.50"')],
    ['semicolon', HEADER.replaceAll(',', ';'), row('a', '1.234#50').replaceAll(',', ';').replace('#', ',')],
    ['tab', HEADER.replaceAll(',', '\t'), row('a', '1 234#50 €').replaceAll(',', '\t').replace('#', ',')],
  ])('reads a price with thousands, separated by %s', async (_name, header, line) => {
    const { works } = await reading(`${header}\n${line}`);
    expect(works[0]?.variants[0]?.price).toBe(123_450);
  });

  it('skips a header that is pasted in again, and the hint for Excel', async () => {
    const { works, notices } = await reading(`sep=,\n${HEADER}\n${row('a', '1')}\n${HEADER}\n${row('b', '1')}`);
    expect(works.map(({ row: line }) => line)).toEqual([3, 5]);
    expect(notices).toMatchObject([{ kind: 'headerRepeated', row: 4 }]);
  });

  it('keeps hostile markup as harmless words', async () => {
    const html = '"<p>One<script>alert(1)</script></p><img src=x onerror=alert(1)>Two &lt;b&gt; &eacute;&#128247;"';
    const { works } = await reading(`Handle,Title,Body (HTML),Variant Price\na,<b>T</b>,${html},1`);
    expect(works[0]).toMatchObject({ title: '<b>T</b>', description: 'One\n\nTwo <b> é📷' });
  });

  it('cuts a long description and says so', async () => {
    const { works, notices } = await reading(`Handle,Title,Body (HTML),Variant Price\na,T,${'x'.repeat(3000)},1`);
    expect(works[0]?.description).toHaveLength(2000);
    expect(notices).toMatchObject([{ kind: 'shortened', row: 2, column: 'Body (HTML)' }]);
  });

  it('adds up the places of a Square file', async () => {
    const header = 'Item Name,Variation Name,Price,Current Quantity Stall,New Quantity Stall,Current Quantity Van';
    const { works, notices } = await reading(`${header}\nA,Regular,1,3,5,2\nB,Regular,1,3,,`);
    expect(works.map(({ variants }) => variants[0]?.quantity)).toEqual([7, 3]);
    expect(notices).toMatchObject([{ kind: 'severalPlaces', row: 0, value: 'stall, van' }]);
  });
});

describe('large files', () => {
  it('reads 10,000 rows with rising progress', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => row(`w${n}`, '45.00'));
    const shares: number[] = [];
    const { works } = await reading(file(...rows), { onProgress: ({ share }) => shares.push(share) });
    expect(works).toHaveLength(10_000);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('reads 50 MB', async () => {
    const filler = 'x'.repeat(5_000);
    const rows = Array.from({ length: 10_500 }, (_, n) => `w${n},Print ${n},"${filler}",45.00`);
    const bytes = bytesOf(`Handle,Title,Body (HTML),Variant Price\n${rows.join('\n')}`);
    expect(bytes.length).toBeGreaterThan(50 * 1024 * 1024);
    const { works } = await reading(bytes);
    expect(works).toHaveLength(10_500);
  });

  it('refuses more than 100,000 rows', async () => {
    const text = `Handle,Title,Variant Price\n${'a,A,1\n'.repeat(ROW_LIMIT + 1)}`;
    expect(await read(text)).toEqual({ ok: false, problem: { kind: 'tooManyRows', limit: ROW_LIMIT } });
  });

  it('loses no time on fields made to waste it', async () => {
    const [tags, dashes, spaces] = ['<a'.repeat(150_000), '-'.repeat(150_000), `1${' '.repeat(150_000)}2`];
    const columns = 'Work key,Title,Price,Quantity,Tax rates,Numbers written,Edition size,Tags,Pictures,Description';
    const fields = ['k', 'T', `${dashes}x`, spaces, spaces, spaces, spaces, spaces, spaces, tags];
    const { problems } = await reading(`${columns}\n${fields.join(',')}`);
    expect(problems.map(({ kind }) => kind).toSorted()).toEqual([
      'editionUnreadable',
      'numbersUnreadable',
      'priceUnreadable',
      'quantityUnreadable',
      'taxUnreadable',
    ]);
    const html = [tags, '<!--'.repeat(100_000), '<script>'.repeat(60_000), '&'.repeat(600_000), '</p '.repeat(100_000)];
    const rows = html.map((body, n) => `h${n},T${n},"${body}",1.00`);
    const { works } = await reading(`Handle,Title,Body (HTML),Variant Price\n${rows.join('\n')}`);
    expect(works).toHaveLength(html.length);
  });

  it('gives up soon on 50 MB behind a quotation mark that is never closed', async () => {
    const text = `Handle,Title,Body (HTML),Variant Price\na,T,"${'x,\n'.repeat(17_000_000)}`;
    expect(await read(text)).toEqual({ ok: false, problem: { kind: 'quoteNotClosed', row: 2 } });
  });
});
