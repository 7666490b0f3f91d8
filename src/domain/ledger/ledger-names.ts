import type { Catalogue } from '../catalogue/catalogue.ts';

/** What people call the things in a ledger; ids are written where a name is not known. */
export interface LedgerNames {
  readonly collective: string;
  readonly market: string;
  /** `YYYY-MM-DD` on the market's own calendar. */
  readonly date: string;
  /** IANA zone of the market: times are written on its wall clock, with offset. */
  readonly zone: string;
  /** By id; letters for tablets; the size of an edition. */
  readonly photographers: ReadonlyMap<string, string>;
  readonly tablets: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly editionSizes: ReadonlyMap<string, number>;
}

/** Names as the catalogue has them. What belongs to the example says so, also on paper. */
export function ledgerNames(
  catalogue: Catalogue,
  day: { readonly name: string; readonly date: string; readonly zone: string },
): LedgerNames {
  const { collective, photographers, tablets, people, works } = catalogue;
  return {
    collective: collective.name.trim() || 'Collective',
    market: collective.example ? `${day.name} (example)` : day.name,
    date: day.date,
    zone: day.zone,
    photographers: new Map(photographers.map(({ id, name }) => [id, name])),
    tablets: new Map(tablets.map(({ id, letters }) => [id, letters])),
    people: new Map(people.map(({ id, name }) => [id, name])),
    editionSizes: new Map(works.flatMap(({ edition }) => (edition ? [[edition.id, edition.size] as const] : []))),
  };
}

/** '' is the collective's own. */
export function photographerName(names: LedgerNames, id: string): string {
  return id === '' ? names.collective : (names.photographers.get(id) ?? id);
}

/** What an amendment is called in files, where a Z would be named `A-Z7`. */
export function amendmentName(number: number): string {
  return `amendment ${number}`;
}

/** Millionths as percent: `7`, `7.7`, `9.975`. */
export function percentText(rate: number, separator = '.'): string {
  const decimals = String(rate % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '');
  const whole = Math.floor(rate / 10_000);
  return decimals ? `${whole}${separator}${decimals}` : String(whole);
}

/** What the day's files begin with: `2026-06-14-harbour-market`. Letters, digits and hyphens only. */
export function fileStem({ date, market }: LedgerNames): string {
  const plain = market
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return `${date}-${plain || 'market'}`;
}
