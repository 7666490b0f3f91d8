import { group } from 'd3-array';
import type { Catalogue, Work } from '../../domain/catalogue/catalogue.ts';
import { openSales, type CopyRow } from '../../domain/editions/copies.ts';
import type { Minor } from '../../domain/money.ts';
import type { Cart } from '../../domain/sales/cart.ts';
import { goodsOf } from '../../domain/sales/goods-of.ts';
import { unitPrice } from '../../domain/sales/goods.ts';

/** A picture on the wall, with what its label says. All plain values: a tile is drawn again only when one changes. */
export interface WallTile {
  readonly work: string;
  readonly title: string;
  readonly by: string;
  /** Of the cheapest form, at the next number. */
  readonly price: Minor;
  /** There are dearer forms as well. */
  readonly from: boolean;
  /** Ways it can be bought, and whether they differ in their size. */
  readonly forms: number;
  readonly sized: boolean;
  /** Numbered copies left and made; `size` 0: not numbered. */
  readonly left: number;
  readonly size: number;
  /** Pieces of an unnumbered work here; null where nobody ever counted. */
  readonly here: number | null;
  readonly merch: boolean;
  readonly inCart: number;
  /** Held in parked carts on this tablet. */
  readonly held: number;
  readonly picture: string | undefined;
  readonly width: number;
  readonly height: number;
}

/** What the wall is made from. */
interface WallSources {
  readonly catalogue: Catalogue;
  readonly copies: ReadonlyMap<string, readonly CopyRow[]>;
  readonly levels: ReadonlyMap<string, number>;
  readonly cart: Cart;
  readonly parked: readonly Cart[];
}

export function byEdition(copies: readonly CopyRow[]): ReadonlyMap<string, readonly CopyRow[]> {
  return group(copies, (copy) => copy.edition);
}

/** The wall as it was hung: in the catalogue's order, which nothing sold changes. */
export function wallTiles(sources: WallSources): readonly WallTile[] {
  const inCart = countByWork([sources.cart]);
  const held = countByWork(sources.parked);
  return sources.catalogue.works
    .filter((work) => !work.retired && work.variants.some((variant) => !variant.retired))
    .map((work) => tileOf(work, sources, inCart.get(work.id) ?? 0, held.get(work.id) ?? 0));
}

function tileOf(work: Work, sources: WallSources, inCart: number, held: number): WallTile {
  const { catalogue, copies, levels } = sources;
  const variants = work.variants.filter((variant) => !variant.retired);
  const free = work.edition ? leftOf(copies.get(work.edition.id) ?? []) : [];
  const next = Math.min(...free.map(({ number }) => number));
  const prices = variants.flatMap(({ id }) => {
    const goods = goodsOf(catalogue, id);
    return goods ? [unitPrice(goods, Number.isFinite(next) ? next : null)] : [];
  });
  const known = variants.flatMap(({ id }) => levels.get(id) ?? []);
  return {
    work: work.id,
    title: work.title,
    by: catalogue.photographerById.get(work.photographer)?.name ?? catalogue.collective.name,
    price: Math.min(...prices),
    from: new Set(prices).size > 1,
    forms: variants.length,
    sized: new Set(variants.map(({ size }) => size)).size === variants.length,
    left: free.length,
    size: work.edition?.size ?? 0,
    here: known.length === 0 ? null : known.reduce((sum, level) => sum + level, 0),
    merch: work.kind === 'merch',
    inCart,
    held,
    picture: work.picture?.medium,
    width: work.picture?.width ?? 0,
    height: work.picture?.height ?? 0,
  };
}

/** Copies that nobody has bought and nothing has spoilt. */
export function leftOf(copies: readonly CopyRow[]): readonly CopyRow[] {
  return copies.filter((copy) => !copy.spoilt && openSales(copy).length === 0);
}

export function isSoldOut({ size, left }: WallTile): boolean {
  return size > 0 && left === 0;
}

/** `edition:number` of every copy in these carts. */
export function copiesInCarts(carts: readonly Cart[]): ReadonlySet<string> {
  return new Set(
    carts.flatMap((cart) =>
      cart.lines.flatMap(({ copy }) => (copy && copy.number !== null ? [`${copy.edition}:${copy.number}`] : [])),
    ),
  );
}

function countByWork(carts: readonly Cart[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { goods, quantity } of carts.flatMap((cart) => cart.lines)) {
    counts.set(goods.work, (counts.get(goods.work) ?? 0) + quantity);
  }
  return counts;
}
