import type { Picture } from '../../domain/catalogue/facts.ts';
import { fact } from '../../domain/fact.ts';
import { closeDrawer, xReport, zNumber } from '../../domain/market-days/drawer.ts';
import { done } from '../../domain/result.ts';
import { denominations } from '../../domain/sales/currency.ts';
import type { Instant } from '../../domain/time.ts';
import type { FactText } from '../../journal/entry.ts';
import type { StallDb } from '../../store/db.ts';
import { readCatalogue, readDay, readHeads } from '../../store/read.ts';
import { collectiveFacts } from './collective.ts';
import { exampleTablet, type ExampleTablet } from './example-tablet.ts';
import { exampleMarkets, type ExampleMarket } from './markets.ts';
import { pausesOf } from './pauses.ts';
import { bytesFrom, seededRandom } from './random.ts';
import { DRAWER, kept, ringUp, type Counter, type Sold } from './ring-up.ts';
import { shoppersOf } from './shoppers.ts';
import { stallStock } from './stall-stock.ts';
import { giveBack, undo } from './take-back.ts';

interface SeedOptions {
  /** Empty. */
  readonly db: StallDb;
  /** The first start: four markets lie before it, one after it. */
  readonly now: Instant;
  /** What happens on those days. */
  readonly seed: number;
  /** Key, ids, salts; seeded too if left out, which is for tests only. */
  readonly randomBytes?: (count: number) => Uint8Array;
  /** By the picture's key; works without one have none. */
  readonly pictures?: ReadonlyMap<string, Picture>;
  readonly onProgress?: (said: string) => void;
  /** A fifth day, lived as far as `now` and left open; for tests. */
  readonly running?: ExampleMarket;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** The seed whose days look most like ordinary ones. */
export const EXAMPLE_SEED = 131;

/**
 * Lives the example's past on one tablet: catalogue, four market days, a delivery, a plan. Everything goes through
 * `commit`, `priceCart` and `completeSale`, so the example is as true as a real journal. Deterministic for a seed.
 */
export async function seedExample(options: SeedOptions): Promise<ExampleTablet> {
  const { db, now, seed, onProgress } = options;
  const random = seededRandom(seed);
  const chance = seededRandom(seed + 1);
  const randomBytes = options.randomBytes ?? ((count: number) => bytesFrom(chance, count));
  const markets = exampleMarkets(db.collective, now);
  const founded = (markets[0]?.opens ?? now) - 12 * DAY;
  const tablet = await exampleTablet(db, randomBytes, founded);
  await all(tablet, founded, [...collectiveFacts(options.pictures ?? new Map()), ...markets.map(planned)]);
  const stock = stallStock();
  for (const [at, market] of markets.entries()) {
    if (market.shoppers === 0) continue;
    onProgress?.(`${market.fields.name ?? ''}, ${market.fields.date}`);
    await all(tablet, market.opens - 16 * 60 * MINUTE, stock.deliver(at));
    const counter = { tablet, stock, random, day: market.id, drawer: DRAWER, catalogue: await readCatalogue(db) };
    await live(counter, market, market.closes);
    await close(counter, market);
  }
  const late = (markets.at(-2)?.closes ?? now) + DAY;
  await all(tablet, Math.min(late, now - MINUTE), stock.deliverLate());
  if (options.running) {
    const drawer = `drawer-${tablet.device}`;
    const day = options.running.id;
    const counter = { tablet, stock, random, day, drawer, catalogue: await readCatalogue(db) };
    await live(counter, options.running, now);
  }
  return tablet;
}

function planned({ id, fields }: ExampleMarket): FactText {
  return fact('marketDay.revised', id, { marketDay: id, fields });
}

/** A market day from the float on, as far as `until`. */
async function live(counter: Counter, market: ExampleMarket, until: Instant): Promise<void> {
  const { tablet, random, day, drawer } = counter;
  const float = market.fields.float ?? 0;
  await tablet.write(day, [
    {
      at: market.opens - 8 * MINUTE,
      fact: fact('marketDay.opened', day, { marketDay: day, fields: market.fields, taxIncluded: true }),
    },
    {
      at: market.opens - 6 * MINUTE,
      fact: fact('drawer.opened', drawer, {
        drawer,
        letters: tablet.letters,
        counted: float,
        denominations: piecesOf(float),
      }),
    },
  ]);
  const steps = [
    ...shoppersOf(market, random).map((shopper) => ({ at: shopper.at, shopper, told: undefined })),
    ...[...pausesOf(market, random, () => tablet.id()), ...cashMoves(market, drawer)].map(({ at, fact: told }) => ({
      at,
      shopper: undefined,
      told,
    })),
  ]
    .filter(({ at }) => at <= until)
    .toSorted((a, b) => a.at - b.at);
  const sold: Sold[] = [];
  const afterwards = {
    voidAfter: 9 + Math.floor(random() * 8),
    refundAfter: [24, 41].map((n) => n + Math.floor(random() * 6)),
  };
  for (const { at, shopper, told } of steps) {
    if (told) await tablet.write(day, [{ at, fact: told }]);
    if (!shopper) continue;
    const made = await ringUp(counter, shopper);
    if (made) sold.push(made);
    await takeSomeBack(counter, sold, made, afterwards);
  }
}

/** One cash sale undone at once, and a piece or two that come back later in the day. */
async function takeSomeBack(
  counter: Counter,
  sold: Sold[],
  made: Sold | undefined,
  afterwards: { voidAfter: number; refundAfter: number[] },
): Promise<void> {
  if (made?.pays === 'cash' && sold.length >= afterwards.voidAfter) {
    afterwards.voidAfter = Infinity;
    sold.pop();
    return undo(counter, made);
  }
  if (!made || sold.length < (afterwards.refundAfter[0] ?? Infinity)) return;
  afterwards.refundAfter.shift();
  const earlier = sold.splice(Math.floor(counter.random() * (sold.length - 5)), 1)[0];
  if (earlier) await giveBack(counter, earlier, made.at + 40_000);
}

function cashMoves(market: ExampleMarket, drawer: string): { readonly at: Instant; readonly fact: FactText }[] {
  const out = fact('cash.paidOut', drawer, { drawer, amount: 1_850, reason: 'Coffee and rolls' });
  const change = fact('cash.paidIn', drawer, { drawer, amount: 5_000, reason: 'Coins from the bakery' });
  const moves = [{ at: market.opens + 128 * MINUTE, fact: out }];
  // Only where the windows of the morning left time to fetch some.
  return market.windows.length > 3 ? moves : [...moves, { at: market.opens + 205 * MINUTE, fact: change }];
}

async function close({ tablet, day }: Counter, market: ExampleMarket): Promise<void> {
  const at = market.closes + 8 * MINUTE;
  await tablet.decide(day, [at, at + 2 * MINUTE], async (own) => {
    const reads = await readDay(tablet.db, day);
    const heads = Object.fromEntries((await readHeads(tablet.db)).map(({ device, n, hash }) => [device, { n, hash }]));
    const counted = xReport(reads, DRAWER).expected + market.variance;
    const zs = own.zs + 1;
    const z = { number: zNumber(tablet.letters, zs), heads };
    const count = { counted, denominations: piecesOf(counted), ...(market.reason ? { reason: market.reason } : {}) };
    const body = kept(closeDrawer(reads, DRAWER, z, count));
    const facts = [fact('drawer.closed', DRAWER, body), fact('marketDay.closed', day, { marketDay: day })];
    return done({ facts, zs });
  });
}

/** An amount in few pieces. */
function piecesOf(amount: number): Record<string, number> {
  const pieces: Record<string, number> = {};
  let left = amount;
  for (const piece of denominations('EUR').filter((each) => each <= 5_000)) {
    const count = Math.floor(left / piece);
    if (count > 0) pieces[String(piece)] = count;
    left -= count * piece;
  }
  return pieces;
}

/** Writes facts a second apart; a fact larger than an entry may be would fail loudly. */
async function all(tablet: ExampleTablet, from: Instant, facts: readonly FactText[]): Promise<void> {
  await tablet.write(
    '',
    facts.map((each, at) => ({ at: from + at * 1_000, fact: each })),
  );
}
