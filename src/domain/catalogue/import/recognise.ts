import { done, refused, type Result } from '../../result.ts';
import { csvParts } from './csv-rows.ts';
import type { Dialect } from './dialects/dialect.ts';
import { etsy } from './dialects/etsy.ts';
import { imago } from './dialects/imago.ts';
import { shopify, shopifyLegacy } from './dialects/shopify.ts';
import { square } from './dialects/square.ts';
import { woocommerce } from './dialects/woocommerce.ts';
import type { CatalogueFileProblem, Separator } from './draft.ts';
import { headerOf, type Header } from './row.ts';

const DIALECTS: readonly Dialect[] = [imago, shopify, shopifyLegacy, woocommerce, square, etsy];

const SEPARATORS: readonly Separator[] = [',', ';', '\t'];

export interface Recognised {
  readonly dialect: Dialect;
  readonly separator: Separator;
  readonly header: Header;
  /** Line the header starts on. */
  readonly line: number;
}

/**
 * Tells layout and separator by the header alone; an unknown one is refused, not guessed (`layoutUnknown`, naming the
 * layout that comes nearest and what it would need). `columnTwice` if a column we read stands there twice.
 */
export function recognise(text: string): Result<Recognised, CatalogueFileProblem> {
  const readings = SEPARATORS.map((separator) => readHeader(text, separator));
  for (const { separator, header, line } of readings) {
    const dialect = DIALECTS.find(({ needs }) => needs.every((column) => header.places.has(column)));
    if (!dialect) continue;
    const twice = columnTwice(header, dialect);
    return twice === undefined
      ? done({ dialect, separator, header, line })
      : refused({ kind: 'columnTwice', column: twice });
  }
  const widest = readings.reduce((best, each) =>
    each.header.columns.length > best.header.columns.length ? each : best,
  );
  return refused(unknownLayout(widest.header));
}

/** The first line with something in it; `sep=;` is for Excel alone. */
function readHeader(text: string, separator: Separator): { separator: Separator; header: Header; line: number } {
  const { value } = csvParts(text, separator).next();
  const first = value ? value.rows.find(({ fields }) => !isExcelHint(fields)) : undefined;
  return { separator, header: headerOf(first?.fields ?? []), line: first?.line ?? 1 };
}

function isExcelHint(fields: readonly string[]): boolean {
  return /^sep=.?$/i.test(fields[0] ?? '');
}

function columnTwice(header: Header, { needs, knows }: Dialect): string | undefined {
  const seen = new Set<string>();
  return header.columns.find((column) => {
    const name = column.toLowerCase();
    const isTwice = seen.has(name) && (needs.includes(name) || knows.includes(name));
    seen.add(name);
    return isTwice;
  });
}

function unknownLayout(header: Header): CatalogueFileProblem {
  const has = (column: string): boolean => header.places.has(column);
  const share = (columns: readonly string[]): number => columns.filter(has).length / columns.length;
  const closeness = ({ needs, knows }: Dialect): number => share(needs) + share(knows) / 10;
  const nearest = DIALECTS.reduce((best, each) => (closeness(each) > closeness(best) ? each : best));
  return {
    kind: 'layoutUnknown',
    columns: header.columns.filter((column) => column !== '').slice(0, 60),
    nearest: nearest.name,
    missing: nearest.needs.filter((column) => !has(column)),
  };
}
