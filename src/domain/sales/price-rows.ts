import { sum, type Minor } from '../money.ts';
import type { PriceRowId, VariantId } from '../parts.ts';

/** "Any `quantity` of `variants` for `price`." */
export interface PriceRow {
  readonly id: PriceRowId;
  readonly name: string;
  readonly quantity: number;
  readonly price: Minor;
  readonly variants: readonly VariantId[];
}

/** A row used once: which units it prices (indices into the units given), and what it saves on them. */
export interface RowUse {
  readonly row: PriceRow;
  readonly units: readonly number[];
  readonly saved: Minor;
}

/** One more unit like those in the cart would make the row apply. */
export interface RowHint {
  readonly row: PriceRow;
  /** What the row would save if the missing unit costs as much as the dearest that waits for it. */
  readonly saves: Minor;
}

interface RowUnit {
  readonly variant: VariantId;
  readonly list: Minor;
}

/** Up to this many units in rows that compete for them, every combination is tried. */
const EXACT_UP_TO = 12;

/**
 * Which rows apply to which units: most saving wins, ties go to the smaller row id, then to the earlier unit.
 * Each unit is in at most one row. Where rows compete for more than 12 units the best single row is taken again and
 * again; otherwise the answer is the best there is. Depends on nothing but its arguments: every tablet agrees.
 */
export function applyRows(units: readonly RowUnit[], rows: readonly PriceRow[]): RowUse[] {
  return competitions(units, rows).flatMap(({ rows: rivals, members }) =>
    rivals.length > 1 && members.length <= EXACT_UP_TO
      ? exactly(units, rivals, members)
      : greedily(units, rivals, members),
  );
}

/** Rows that lack one unit, most promising first. */
export function rowHints(units: readonly RowUnit[], rows: readonly PriceRow[], uses: readonly RowUse[]): RowHint[] {
  const used = new Set(uses.flatMap((use) => use.units));
  const free = units.filter((_, at) => !used.has(at));
  return rows
    .flatMap((row) => {
      const waiting = dearestFirst(free.filter(({ variant }) => row.variants.includes(variant))).slice(
        0,
        row.quantity - 1,
      );
      const saves = sum(waiting.map(({ list }) => list)) + (waiting[0]?.list ?? 0) - row.price;
      return waiting.length === row.quantity - 1 && saves > 0 ? [{ row, saves }] : [];
    })
    .toSorted((a, b) => b.saves - a.saves || byId(a.row, b.row));
}

/** Rows that share units, directly or through others, with all units they can use, dearest first. */
function competitions(units: readonly RowUnit[], rows: readonly PriceRow[]) {
  const groups: { rows: PriceRow[]; members: number[] }[] = [];
  for (const row of rows.toSorted(byId)) {
    const wanted = new Set(row.variants);
    const own = units.flatMap(({ variant }, at) => (wanted.has(variant) ? [at] : []));
    if (own.length < row.quantity || row.quantity < 1) continue;
    const shared = groups.filter(({ members }) => members.some((at) => own.includes(at)));
    for (const group of shared) groups.splice(groups.indexOf(group), 1);
    groups.push({
      rows: [...shared.flatMap((group) => group.rows), row].toSorted(byId),
      members: [...new Set([...shared.flatMap((group) => group.members), ...own])],
    });
  }
  const list = (at: number) => units[at]?.list ?? 0;
  return groups.map((group) => ({ ...group, members: group.members.toSorted((a, b) => list(b) - list(a) || a - b) }));
}

/** The row that saves most on what is left, until none saves. With one row this is the best there is. */
function greedily(units: readonly RowUnit[], rows: readonly PriceRow[], members: readonly number[]): RowUse[] {
  const uses: RowUse[] = [];
  let left = members;
  for (;;) {
    let best: RowUse | undefined;
    for (const row of rows) {
      const use = rowUse(units, row, eligible(units, row, left).slice(0, row.quantity));
      if (use && use.saved > (best?.saved ?? 0)) best = use;
    }
    if (!best) return uses;
    uses.push(best);
    const taken = new Set(best.units);
    left = left.filter((at) => !taken.has(at));
  }
}

/** Every way to use the rows: the most that can be saved on each subset of the units, small subsets first. */
function exactly(units: readonly RowUnit[], rows: readonly PriceRow[], members: readonly number[]): RowUse[] {
  const byFirst: { mask: number; use: RowUse }[][] = members.map(() => []);
  for (const row of rows) {
    for (const chosen of subsets(eligible(units, row, members), row.quantity)) {
      const use = rowUse(units, row, chosen);
      const mask = chosen.reduce((bits, at) => bits | (1 << members.indexOf(at)), 0);
      if (use && use.saved > 0) byFirst[firstBit(mask)]?.push({ mask, use });
    }
  }
  const most = new Float64Array(1 << members.length);
  const choice: ({ mask: number; use: RowUse } | undefined)[] = [undefined];
  for (let left = 1; left < most.length; left++) {
    const first = firstBit(left);
    let best = -1;
    for (const option of byFirst[first] ?? []) {
      if ((option.mask & left) !== option.mask) continue;
      const saved = option.use.saved + (most[left ^ option.mask] ?? 0);
      if (saved > best) [best, choice[left]] = [saved, option];
    }
    const without = most[left ^ (1 << first)] ?? 0;
    if (without > best) [best, choice[left]] = [without, undefined];
    most[left] = best;
  }
  const uses: RowUse[] = [];
  for (let left = most.length - 1; left > 0;) {
    const option = choice[left];
    if (option) uses.push(option.use);
    left ^= option ? option.mask : 1 << firstBit(left);
  }
  return uses;
}

function rowUse(units: readonly RowUnit[], row: PriceRow, chosen: readonly number[]): RowUse | undefined {
  if (chosen.length < row.quantity) return undefined;
  return { row, units: chosen, saved: sum(chosen.map((at) => units[at]?.list ?? 0)) - row.price };
}

function eligible(units: readonly RowUnit[], row: PriceRow, members: readonly number[]): number[] {
  return members.filter((at) => row.variants.includes(units[at]?.variant ?? ''));
}

function subsets(of: readonly number[], size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  return of
    .slice(from, of.length - size + 1)
    .flatMap((at, i) => subsets(of, size - 1, from + i + 1).map((rest) => [at, ...rest]));
}

function firstBit(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}

function dearestFirst(units: readonly RowUnit[]): RowUnit[] {
  return units.toSorted((a, b) => b.list - a.list);
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
