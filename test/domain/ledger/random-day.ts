import type { FactRead } from '../../../src/domain/fact.ts';
import { amendDay } from '../../../src/domain/market-days/amendments.ts';
import { closeDrawer, uncovered } from '../../../src/domain/market-days/drawer.ts';
import { roundCash } from '../../../src/domain/money.ts';
import type { UnitRef } from '../../../src/domain/sales/cart.ts';
import { completeSale, type Stall } from '../../../src/domain/sales/complete-sale.ts';
import { exchangeDifference, exchangeSale } from '../../../src/domain/sales/exchange-sale.ts';
import type { Discount, Tender } from '../../../src/domain/sales/facts.ts';
import { priceCart, type PricedCart } from '../../../src/domain/sales/pricing.ts';
import { refundAmount, refundSale, roundingOwed, type RefundDesk } from '../../../src/domain/sales/refund-sale.ts';
import { inOrder, saleHistories, unitsLeft, type SaleHistory } from '../../../src/domain/sales/sale-history.ts';
import { cardTender, cashTender } from '../../../src/domain/sales/tenders.ts';
import { voidSale } from '../../../src/domain/sales/void-sale.ts';
import { cartOf, goods, row, stall, type LineWish } from '../sales/samples.ts';
import { WritingTablet } from '../written-facts.ts';

/** mulberry32: the same day for the same seed, on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What moved in the world, counted as a person would who only watches hands and the reader. */
interface Watched {
  /** Cash lying in each drawer. */
  readonly cash: Record<string, number>;
  /** Money that came by card, less what went back. */
  card: number;
  /** Cash that came in by sales less what went back, over all drawers. */
  cashTaken: number;
  /** Counted − expected of each close of a drawer that only its own tablet used. */
  readonly variances: number[];
}

interface RandomDay {
  readonly reads: readonly FactRead[];
  readonly watched: Watched;
  readonly keeps: ReadonlyMap<string, number>;
}

/**
 * A market day on two tablets that hear of each other now and then: sales of every kind, undos, refunds (also of one unit
 * by both), exchanges, cash moves, closes in between, amendments of what came after them.
 * @param step smallest coin; @param taxIncluded as the day's setting
 */
export function randomDay(seed: number, steps: number, step: number, taxIncluded: boolean): RandomDay {
  return new Simulation(randomFrom(seed), step, taxIncluded).run(steps);
}

class Simulation {
  readonly #random: () => number;
  readonly #step: number;
  readonly #taxIncluded: boolean;
  readonly #tablets = [new WritingTablet('TABLETA'), new WritingTablet('TABLETB')];
  readonly #hub = new WritingTablet('HUB');
  readonly #known: FactRead[][] = [[], []];
  readonly #watched: Watched = { cash: { 'drawer-0': 0, 'drawer-1': 0 }, card: 0, cashTaken: 0, variances: [] };
  #count = 0;

  constructor(random: () => number, step: number, taxIncluded: boolean) {
    this.#random = random;
    this.#step = step;
    this.#taxIncluded = taxIncluded;
  }

  run(steps: number): RandomDay {
    for (let at = 0; at < steps; at++) {
      const who = this.#int(2);
      this.#tablet(who).now += 1_000 + this.#int(60_000);
      this.#act(who, this.#random());
    }
    const keeps = new Map([['terms-ana', 7000], ['terms-ben', 6667]]); // prettier-ignore
    return { reads: this.#written(), watched: this.#watched, keeps };
  }

  #act(who: number, dice: number): void {
    if (dice < 0.5) this.#sell(who);
    else if (dice < 0.56) this.#undo(who);
    else if (dice < 0.7) this.#refund(who);
    else if (dice < 0.76) this.#exchange(who);
    else if (dice < 0.84) this.#moveCash(who);
    else if (dice < 0.9) this.#open(who);
    else if (dice < 0.94) this.#close(who);
    else if (dice < 0.96) this.#amend();
    else this.#hear(who);
  }

  #sell(who: number): void {
    const priced = this.#cart();
    this.#write(who, 'sale', completeSale(priced, this.#pay(who, priced.total), this.#stall(who)));
  }

  #undo(who: number): void {
    const last = this.#tablet(who).reads.at(-1);
    if (last?.type !== 'sale.completed') return;
    const history = this.#histories(who).find(({ sale }) => sale.first === last.first);
    const undone = history && voidSale(history, last.at + this.#int(12_000));
    if (!undone?.ok) return;
    this.#note(who, this.#tablet(who).write('sale.voided', undone.value.sale, undone.value));
    // Two tabs: undone twice, given back once.
    if (this.#random() < 0.5) this.#note(who, this.#tablet(who).write('sale.voided', last.body.sale, undone.value));
    this.#took(who, last.body.tenders, -1);
  }

  #refund(who: number): void {
    const history = this.#pick(this.#histories(who).filter((each) => unitsLeft(each).length > 0));
    if (!history) return;
    const units = this.#some(unitsLeft(history));
    const tenders = this.#giveBack(history, refundAmount(history, units));
    const refund = refundSale(history, units, tenders, this.#desk(who));
    if (!refund.ok) throw new Error(`refund: ${JSON.stringify(refund.problem)}`);
    this.#note(who, this.#tablet(who).write('sale.refunded', refund.value.sale, refund.value));
    this.#took(who, tenders, -1);
  }

  #exchange(who: number): void {
    const history = this.#pick(this.#histories(who).filter((each) => unitsLeft(each).length > 0));
    if (!history) return;
    const units = this.#some(unitsLeft(history));
    const priced = this.#cart();
    const difference = exchangeDifference(history, units, priced);
    const tenders =
      difference > 0 ? this.#pay(who, difference) : difference < 0 ? this.#giveBack(history, -difference) : [];
    const made = exchangeSale(history, units, priced, tenders, this.#desk(who), this.#stall(who));
    if (!made.ok) throw new Error(`exchange: ${JSON.stringify(made.problem)}`);
    this.#note(who, this.#tablet(who).write('sale.refunded', made.value.refund.sale, made.value.refund));
    this.#note(who, this.#tablet(who).write('sale.completed', made.value.sale.sale, made.value.sale));
    this.#took(who, tenders, difference > 0 ? 1 : -1);
  }

  #moveCash(who: number): void {
    const amount = 1 + this.#int(5_000);
    const isIn = this.#random() < 0.5;
    const body = { drawer: `drawer-${who}`, amount, reason: '=coffee, "milk"; and | so' };
    this.#note(who, this.#tablet(who).write(isIn ? 'cash.paidIn' : 'cash.paidOut', body.drawer, body));
    this.#put(who, isIn ? amount : -amount);
  }

  /** A float is what is put into an empty drawer; once something is in, it is not opened again before its Z. */
  #open(who: number): void {
    const drawer = `drawer-${who}`;
    if (uncovered([...this.#tablet(who).reads, ...this.#hub.reads], drawer).length > 0) return;
    const counted = this.#int(20_000);
    this.#note(who, this.#tablet(who).write('drawer.opened', drawer, { drawer, letters: 'AB'[who] ?? '', counted }));
    this.#watched.cash[drawer] = counted;
  }

  #close(who: number): void {
    const tablet = this.#tablet(who);
    const drawer = `drawer-${who}`;
    if (uncovered([...tablet.reads, ...this.#hub.reads], drawer).length === 0) return;
    const counted = this.#watched.cash[drawer] ?? 0;
    const z = { number: `${'AB'[who]}-Z${++this.#count}`, heads: tablet.heads(this.#hub) };
    const closed = closeDrawer(this.#seen(who), drawer, z, { counted });
    if (!closed.ok) throw new Error(closed.problem.kind);
    this.#watched.variances.push(counted - closed.value.expected);
    this.#note(who, tablet.write('drawer.closed', drawer, closed.value));
    this.#watched.cash[drawer] = 0;
  }

  /** The hub has heard of everything, and both hear of the amendment; the cash goes where that of the Z before went. */
  #amend(): void {
    const written = this.#written();
    const amended = amendDay(written, 'day-1', this.#hub.heads(...this.#tablets));
    if (!amended) return;
    for (const read of written) this.#hub.see(read);
    const read = this.#hub.write('marketDay.amended', 'day-1', amended);
    for (const who of [0, 1]) {
      this.#tablet(who).see(read);
      this.#note(who, read);
    }
    for (const drawer of amended.drawers) this.#watched.cash[drawer] = 0;
  }

  #written(): FactRead[] {
    return [...this.#tablets, this.#hub].flatMap(({ reads }) => reads);
  }

  #hear(who: number): void {
    for (const read of this.#tablet(1 - who).reads) {
      this.#tablet(who).see(read);
      this.#known[who]?.push(read);
    }
  }

  #cart(): PricedCart {
    const lines = Array.from({ length: 1 + this.#int(4) }, (): LineWish => {
      const variant = 'abcd'[this.#int(4)] ?? 'a';
      const photographer = this.#pick(['ana', 'ben', '']) ?? '';
      const taxRates = this.#pick([[], [70_000], [190_000], [50_000, 99_750]]) ?? [];
      const terms = photographer && `terms-${photographer}`;
      const price = this.#random() < 0.05 ? 0 : this.#int(12_000);
      const discount = this.#random() < 0.2 ? this.#discount() : undefined;
      const made = goods(variant, price, { photographer, terms, taxRates });
      return { goods: made, quantity: 1 + this.#int(3), ...(discount ? { discount } : {}) };
    });
    const rows = [row('r1', 2, 4_500, ['a', 'b']), row('r2', 3, 6_000, ['b', 'c'])];
    const order = this.#random() < 0.2 ? { discount: this.#discount() } : {};
    return priceCart(cartOf(lines, { id: `sale-${++this.#count}`, ...order }), {
      taxIncluded: this.#taxIncluded,
      rows,
    });
  }

  #discount(): Discount {
    return this.#random() < 0.5
      ? { kind: 'percent', value: 1 + this.#int(10_000) }
      : { kind: 'amount', value: 1 + this.#int(5_000) };
  }

  #pay(who: number, total: number): Tender[] {
    const part = this.#int(total + 1);
    const dice = this.#random();
    if (total === 0 || dice < 0.5) return [this.#cash(total)];
    if (dice < 0.75) return [this.#card(who, total)];
    if (part === 0 || part === total) return [this.#cash(total)];
    if (dice < 0.9) return [this.#card(who, part), this.#cash(total - part)];
    return [cashTender(total, part, 1), this.#card(who, total - part)];
  }

  #cash(left: number): Tender {
    const due = roundCash(left, this.#step);
    return cashTender(left, this.#random() < 0.5 ? null : due + this.#int(9_999), this.#step);
  }

  #card(who: number, amount: number): Tender {
    if (this.#random() < 0.6) return cardTender(amount);
    const attempt = `try-${++this.#count}`;
    const about = { attempt, sale: `sale-${this.#count}` };
    const tablet = this.#tablet(who);
    this.#note(who, tablet.write('payment.handedOff', attempt, { ...about, provider: 'manual-card', amount, currency: 'EUR' })); // prettier-ignore
    const outcome = this.#pick(['succeeded', 'unknown', 'failed'] as const) ?? 'unknown';
    this.#note(who, tablet.write('payment.resolved', attempt, { ...about, outcome, evidence: 'operator' }));
    return cardTender(amount, attempt);
  }

  #giveBack(history: SaleHistory, amount: number): Tender[] {
    if (this.#random() < 0.4 && amount > 0) return [cardTender(amount)];
    return [cashTender(amount + roundingOwed(history), null, this.#step)];
  }

  #write(who: number, what: string, made: ReturnType<typeof completeSale>): void {
    if (!made.ok) throw new Error(`${what}: ${JSON.stringify(made.problem)}`);
    this.#note(who, this.#tablet(who).write('sale.completed', made.value.sale, made.value));
    this.#took(who, made.value.tenders, 1);
  }

  /** Watches hands: what is given less what is handed back; and the reader. */
  #took(who: number, tenders: readonly Tender[], sign: 1 | -1): void {
    for (const { kind, amount, given, change } of tenders) {
      if (kind === 'card') this.#watched.card += sign * amount;
      if (kind !== 'cash') continue;
      const kept = (given ?? amount) - (change ?? 0);
      this.#put(who, sign * kept);
      this.#watched.cashTaken += sign * kept;
    }
  }

  #put(who: number, amount: number): void {
    this.#watched.cash[`drawer-${who}`] = (this.#watched.cash[`drawer-${who}`] ?? 0) + amount;
  }

  #note(who: number, read: FactRead): void {
    this.#known[who]?.push(read);
  }

  #histories(who: number): SaleHistory[] {
    return saleHistories(this.#seen(who));
  }

  #seen(who: number): FactRead[] {
    return inOrder(this.#known[who] ?? []);
  }

  #tablet(who: number): WritingTablet {
    const tablet = this.#tablets[who];
    if (!tablet) throw new Error('no such tablet');
    return tablet;
  }

  #stall(who: number): Stall {
    const receipt = `${'AB'[who]}-${String(++this.#count).padStart(4, '0')}`;
    const device = this.#tablet(who).device;
    return stall({ device, drawer: `drawer-${who}`, cashStep: this.#step, receipt });
  }

  #desk(who: number): RefundDesk {
    const number = ++this.#count;
    const receipt = `${'AB'[who]}-${String(number).padStart(4, '0')}`;
    const putBack = this.#random() < 0.5;
    return {
      refund: `refund-${number}`,
      receipt,
      drawer: `drawer-${who}`,
      place: 'stall',
      cashStep: this.#step,
      putBack,
    };
  }

  #some(units: readonly UnitRef[]): UnitRef[] {
    const chosen = units.filter(() => this.#random() < 0.6);
    return chosen.length > 0 ? chosen : units.slice(0, 1);
  }

  #pick<T>(from: readonly T[]): T | undefined {
    return from[this.#int(from.length)];
  }

  #int(below: number): number {
    return Math.floor(this.#random() * below);
  }
}

/** Shuffled by Fisher and Yates. */
export function shuffled<T>(of: readonly T[], random: () => number): T[] {
  const mixed = [...of];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}
