import type { MenuEntry } from './stock-value.ts';

/** Gains closer than this are equal: engines differ in the last digit. */
const TOLERANCE = 1e-9;

/** What to order of one print: an entry of its menu. */
interface Choice {
  readonly id: string;
  readonly entry: MenuEntry;
  /** Gain per unit of money, for the order of the list. */
  readonly worth: number;
}

/** The chosen orders, best first, and what was wanted but no money was left for. */
export interface Spending {
  readonly chosen: readonly Choice[];
  readonly unaffordable: ReadonlyMap<string, number>;
}

interface Step {
  readonly id: string;
  readonly entry: MenuEntry;
  readonly cost: number;
  readonly perMoney: number;
}

/**
 * Spends the budget where the next piece of money earns most: steps of each menu's upper hull by gain per cost; a print
 * whose step does not fit is out, and may be filled up at the end. Nothing at all if it does not earn the order's fee.
 */
export function spend(
  menus: ReadonlyMap<string, readonly MenuEntry[]>,
  budget: number | null,
  orderFee: number,
): Spending {
  const steps = [...menus].flatMap(([id, menu]) => hullSteps(id, menu)).toSorted(byWorth);
  const chosen = new Map<string, MenuEntry>();
  const out = new Set<string>();
  let left = budget ?? Infinity;
  for (const step of steps) {
    if (out.has(step.id)) continue;
    if (step.cost > left + TOLERANCE) out.add(step.id);
    else {
      chosen.set(step.id, step.entry);
      left -= step.cost;
    }
  }
  for (const id of [...out].toSorted()) {
    const held = chosen.get(id);
    const better = bestAffordable(menus.get(id) ?? [], left + (held?.cost ?? 0));
    if (!better || better.gain <= (held?.gain ?? 0) + TOLERANCE) continue;
    left -= better.cost - (held?.cost ?? 0);
    chosen.set(id, better);
  }
  const total = [...chosen.values()].reduce((sum, entry) => sum + entry.gain, 0);
  const list = total > orderFee ? [...chosen] : [];
  return {
    chosen: list
      .map(([id, entry]) => ({ id, entry, worth: entry.gain / Math.max(TOLERANCE, entry.cost) }))
      .toSorted((a, b) => compare(b.worth, a.worth) || (a.id < b.id ? -1 : 1)),
    unaffordable: new Map([...out].filter((id) => !chosen.has(id)).map((id) => [id, cheapest(menus.get(id) ?? [])])),
  };
}

function cheapest(menu: readonly MenuEntry[]): number {
  return Math.min(...menu.filter((entry) => entry.gain > 0).map((entry) => entry.cost));
}

function bestAffordable(menu: readonly MenuEntry[], money: number): MenuEntry | undefined {
  return menu
    .filter((entry) => entry.cost <= money + TOLERANCE)
    .reduce<MenuEntry | undefined>(
      (best, entry) => (best && compare(best.gain, entry.gain) >= 0 ? best : entry),
      undefined,
    );
}

/** Upper convex hull of (cost, gain) from nothing, as steps; each earns less per money than the one before. */
function hullSteps(id: string, menu: readonly MenuEntry[]): Step[] {
  const steps: Step[] = [];
  let [cost, gain] = [0, 0];
  for (;;) {
    let best: Step | undefined;
    for (const entry of menu) {
      if (entry.cost <= cost || compare(entry.gain, gain) <= 0) continue;
      const perMoney = (entry.gain - gain) / (entry.cost - cost);
      if (!best || compare(perMoney, best.perMoney) > 0) best = { id, entry, cost: entry.cost - cost, perMoney };
    }
    if (!best) return steps;
    steps.push(best);
    [cost, gain] = [best.entry.cost, best.entry.gain];
  }
}

function byWorth(a: Step, b: Step): number {
  return compare(b.perMoney, a.perMoney) || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.entry.cost - b.entry.cost);
}

function compare(a: number, b: number): number {
  return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b)) ? 0 : a - b;
}
