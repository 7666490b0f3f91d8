import type { Currency } from '../../money.ts';
import type { ReadingNotice, RowProblem, RowProblemKind, SetAside, WorkDraft } from './draft.ts';
import type { VariantOptions } from './options.ts';
import { decimalMarkShown } from './price.ts';
import type { DecimalMark } from '../../amount-text.ts';
import { titleToKey } from './lists.ts';
import type { Cell } from './row.ts';

/** A variant whose numbers are still text: the file's decimal mark is known only at its end. */
export interface RoughVariant {
  readonly row: number;
  readonly sku: Cell;
  readonly options: VariantOptions;
  readonly price: Cell;
  readonly barcode: Cell;
  readonly quantity: Cell;
  /** Already read, or the text to read. */
  readonly tax: Cell | readonly number[] | null;
  readonly written: Cell;
}

export type SaidOnce = 'title' | 'photographer' | 'kind' | 'description' | 'alt' | 'editionSize';

export interface RoughWork {
  readonly key: string;
  readonly row: number;
  readonly said: Map<SaidOnce, Cell>;
  readonly tags: string[];
  readonly pictures: string[];
  readonly variants: RoughVariant[];
}

interface Gathered {
  readonly works: readonly WorkDraft[];
  readonly setAside: readonly SetAside[];
}

/** Collects what the rows of one file say about each work; knows no dialect. */
export class Gathering {
  readonly problems: RowProblem[] = [];
  readonly notices: ReadingNotice[] = [];
  readonly currency: Currency;
  /** What settles `1.234` when no price of the file does. */
  readonly usualMark: DecimalMark;
  /** Shops' files sell each work; only ours may hold one that has no variant yet. */
  readonly needsVariants: boolean;
  private readonly bad = new Set<string>();
  private readonly works = new Map<string, RoughWork>();
  private readonly keyByTitle = new Map<string, string>();
  private last = '';

  constructor(currency: Currency, usualMark: DecimalMark, needsVariants: boolean) {
    this.currency = currency;
    this.usualMark = usualMark;
    this.needsVariants = needsVariants;
  }

  /** The work with this key, begun if it is new. */
  work(key: string, row: number): RoughWork {
    this.last = key;
    let work = this.works.get(key);
    if (!work) {
      work = { key, row, said: new Map(), tags: [], pictures: [], variants: [] };
      this.works.set(key, work);
    }
    return work;
  }

  isBad(key: string): boolean {
    return this.bad.has(key);
  }

  /** The work of the row before: where a row does not say whose it is, files have it beside its siblings. */
  get lastKey(): string {
    return this.last;
  }

  /** A key made from a title. `same` tells whether a title seen before is the same work or another one. */
  keyForTitle(title: string, same: 'sameWork' | 'otherWork'): string {
    const known = this.keyByTitle.get(title);
    if (known !== undefined && same === 'sameWork') return known;
    const base = titleToKey(title);
    let key = base;
    for (let n = 2; this.works.has(key); n++) key = `${base}-${n}`;
    this.keyByTitle.set(title, key);
    return key;
  }

  /** The first row that says it counts; a later one must say the same or nothing. */
  say(work: RoughWork, what: SaidOnce, cell: Cell): void {
    if (cell.text === '') return;
    const first = work.said.get(what);
    if (!first) work.said.set(what, cell);
    else if (first.text !== cell.text) this.problem('differs', cell, work.key, { firstRow: first.row });
  }

  problem(
    kind: RowProblemKind,
    cell: Cell,
    work: string,
    more: { readonly firstRow?: number; readonly expected?: number; readonly found?: number } = {},
  ): void {
    this.bad.add(work);
    this.problems.push({ kind, row: cell.row, column: cell.column, value: shortened(cell.text), work, ...more });
  }

  notice(kind: ReadingNotice['kind'], cell: Cell): void {
    this.notices.push({ kind, row: cell.row, column: cell.column, value: shortened(cell.text) });
  }

  /** Every work drafted, and those set aside that have a problem. @param draft reads a work's numbers and checks it as a whole */
  finish(draft: (work: RoughWork, mark: DecimalMark | null) => WorkDraft): Gathered {
    const mark = this.decimalMark();
    const drafts = [...this.works.values()].map((work) => draft(work, mark));
    this.checkSkus();
    const setAside = [...this.works.values()]
      .filter((work) => this.bad.has(work.key))
      .map((work) => ({ key: work.key, title: work.said.get('title')?.text ?? work.key, row: work.row }));
    this.problems.sort((a, b) => a.row - b.row);
    return { works: drafts.filter(({ key }) => !this.bad.has(key)), setAside };
  }

  /** One SKU, one variant: the later row of two is named. */
  private checkSkus(): void {
    const variants = [...this.works.values()].flatMap((work) =>
      work.variants.filter(({ sku }) => sku.text !== '').map(({ sku }) => ({ sku, work: work.key })),
    );
    const rows = new Map<string, number>();
    for (const { sku, work } of variants.toSorted((a, b) => a.sku.row - b.sku.row)) {
      const firstRow = rows.get(sku.text);
      if (firstRow === undefined) rows.set(sku.text, sku.row);
      else this.problem('skuTwice', sku, work, { firstRow });
    }
  }

  /** The mark all clear prices share; the separator's usual one if none is clear; null if they are at odds. */
  private decimalMark(): DecimalMark | null {
    const shown = new Set<DecimalMark>();
    for (const work of this.works.values()) {
      for (const { price } of work.variants) {
        const mark = decimalMarkShown(price.text);
        if (mark) shown.add(mark);
      }
    }
    if (shown.size > 1) return null;
    return [...shown][0] ?? this.usualMark;
  }
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
