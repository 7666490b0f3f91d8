import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clockOf, footfalls, observe } from '../../../src/domain/replenishment/exposure.ts';
import { halves, moments } from '../../../src/domain/replenishment/filter.ts';
import { negativeBinomial, negativeBinomialQuantile } from '../../../src/domain/replenishment/numerics.ts';
import { believe, plan } from '../../../src/domain/replenishment/plan.ts';
import { spend } from '../../../src/domain/replenishment/spend.ts';
import type { PastMarket, PlanInput } from '../../../src/domain/replenishment/shapes.ts';

const vectors = JSON.parse(readFileSync('test/vectors/replenishment.json', 'utf8')) as {
  readonly exposureClock: readonly { countedByHour: number[]; minute: number; share: number }[];
  readonly knapsack: readonly {
    menus: number[][][];
    orderFee: number;
    budget: number;
    chosen: number[];
    gain: number;
  }[];
  readonly plan: unknown;
  readonly steps: readonly {
    name: string;
    rows: { n: number; e: number }[];
    prior: { mean: number; shape: number };
    posterior: { mean: number; cv2: number };
    nodes: number[];
  }[];
};

const cases = vectors.plan as readonly {
  readonly name: string;
  readonly input: PlanInput;
  readonly forecast: { readonly mean: number; readonly low: number; readonly high: number };
  readonly orders: readonly number[];
}[];

const market = (over: Partial<PastMarket> = {}): PastMarket => ({
  market: 0,
  daysSincePrevious: 14,
  expectedFootfall: 1000,
  countedByHour: [64, 95, 127, 148, 138, 117, 95, 64],
  minutes: 480,
  lines: [],
  ...over,
});

/** The last worked example with something about it changed. */
function variation(change: (input: PlanInput) => object): PlanInput {
  const base = cases.find((each) => each.name === 'the same with four markets left');
  if (!base) throw new Error('the worked example is gone');
  return { ...base.input, ...change(base.input) };
}

describe('minutes on the table', () => {
  it.each(vectors.exposureClock)(
    '$share of $countedByHour pass before minute $minute',
    ({ countedByHour, minute, share }) => {
      expect(clockOf(market({ countedByHour }))(minute)).toBeCloseTo(share, 9);
    },
  );

  it('counts visitors only while some lay there, and again after a delivery', () => {
    const even = market({ countedByHour: [10, 10, 10, 10, 10, 10, 10, 10], lines: [] });
    const [foot] = footfalls([even]);
    if (!foot) throw new Error('no footfall');
    const line = { id: 'x', opening: 1, received: [{ t: 240, qty: 1 }], sales: [120, 360] };
    // An hour's tenth of the day: 0–120 and 240–360 of 480 minutes.
    expect(observe(line, foot, 480)).toEqual({ n: 2, e: expect.closeTo(0.5, 9) as number });
  });

  it('says nothing of a print that was never there', () => {
    const [foot] = footfalls([market()]);
    if (!foot) throw new Error('no footfall');
    expect(observe({ id: 'x', opening: 0, received: [], sales: [] }, foot, 480)).toEqual({ n: 0, e: 0 });
  });

  it('believes the sales where more was sold than was counted', () => {
    const [foot] = footfalls([market()]);
    if (!foot) throw new Error('no footfall');
    expect(observe({ id: 'x', opening: 1, received: [], sales: [60, 120, 480] }, foot, 480).e).toBeCloseTo(1, 9);
  });

  it('reads a market without counter by the receipts of the whole stall and the usual day', () => {
    const clock = clockOf(
      market({
        countedByHour: [],
        lines: [{ id: 'x', opening: 4, received: [], sales: Array.from({ length: 60 }, () => 30) }],
      }),
    );
    // 60 receipts in the first hour, and 20 spread like a usual day, of which the first hour has 6 of 80.
    expect(clock(60)).toBeCloseTo((60 + (20 * 6) / 80) / 80, 9);
  });
});

describe('the negative binomial', () => {
  it('has the published values', () => {
    expect(negativeBinomial(16, 4, 40)[0]).toBeCloseTo(0.0016, 9);
    expect([0.1, 0.5, 0.9].map((q) => negativeBinomialQuantile(q, 3, 2))).toEqual([0, 2, 7]);
  });
});

describe('prior, filter and halves', () => {
  it.each(vectors.steps)('$name', ({ name, rows, prior, posterior, nodes }) => {
    const found = cases.find((each) => each.name === name);
    if (!found) throw new Error(`no input for ${name}`);
    const beliefs = believe(found.input);
    const belief = beliefs.of.get('x');
    if (!belief) throw new Error('no belief');
    expect(beliefs.exposure.get('x') ?? 0).toBeCloseTo(rows[0]?.e ?? 0, 5);
    expect((beliefs.prior.mean.get('x') ?? 0) / prior.mean).toBeCloseTo(1, 3);
    expect(beliefs.prior.shape).toBe(prior.shape);
    expect(moments(belief).mean / posterior.mean).toBeCloseTo(1, 3);
    expect(moments(belief).cv2 / posterior.cv2).toBeCloseTo(1, 2);
    halves(belief).forEach((half, at) => expect(half / (nodes[at] ?? 0)).toBeCloseTo(1, 2));
  });
});

describe('the plan', () => {
  it.each(cases)('forecasts and orders as worked out: $name', ({ input, forecast, orders }) => {
    const answer = plan(input);
    const found = answer.forecast?.find((each) => each.id === 'x');
    expect(found?.mean).toBeCloseTo(forecast.mean, 2);
    expect([found?.low, found?.high]).toEqual([forecast.low, forecast.high]);
    expect(orders).toContain(answer.orders?.[0]?.qty ?? 0);
    expect(answer.problems).toBeUndefined();
  });

  it.each(vectors.knapsack)('spends $budget where it earns most', ({ menus, orderFee, budget, chosen, gain }) => {
    const byId = new Map(
      menus.map((menu, at) => [
        String(at),
        menu.map(([quantity = 0, cost = 0, worth = 0]) => ({ quantity, cost, gain: worth })),
      ]),
    );
    const spending = spend(byId, budget, orderFee);
    const quantity = (id: string) => spending.chosen.find((each) => each.id === id)?.entry.quantity ?? 0;
    expect(menus.map((_, at) => quantity(String(at)))).toEqual(chosen);
    expect(spending.chosen.reduce((sum, { entry }) => sum + entry.gain, 0)).toBe(gain);
  });

  it('says it in one sentence whose numbers are in the data', () => {
    const [order] = plan(variation(() => ({}))).orders ?? [];
    expect(order?.why).toBe(
      'Sold all 5 by 3 h 00 with 66 % of visitors still to come; expect about 12 (3–23). With 0 in hand, print 35.',
    );
    expect(order?.because).toMatchObject({
      last: { sold: 5, of: 5, soldOutAt: 180 },
      low: 3,
      high: 23,
      inHand: 0,
      quantity: 35,
    });
  });

  it('names of an order what the next market alone may want', () => {
    const [order] = plan(variation(() => ({}))).orders ?? [];
    expect(order?.because).toMatchObject({ quantity: 35, forNext: 23 });
    const inHand = variation(({ catalog }) => ({ catalog: catalog.map((print) => ({ ...print, onHand: 8 })) }));
    expect(plan(inHand).orders?.[0]?.because).toMatchObject({ high: 23, inHand: 8, forNext: 15 });
  });

  it('says of a print never shown what prints like it suggest', () => {
    const [order] = plan(variation(() => ({ history: [] }))).orders ?? [];
    expect(order?.why).toBe('Never on the table yet; prints like it suggest about 4 (0–9). Print 10.');
  });

  it('orders nothing without money, without a market ahead, or when nothing can arrive in time', () => {
    expect(plan(variation(({ limits }) => ({ limits: { ...limits, budget: 0 } }))).orders).toEqual([]);
    expect(plan(variation(() => ({ calendar: [] }))).orders).toEqual([]);
    expect(plan(variation(({ partner }) => ({ partner: { ...partner, leadPmf: [[400, 1]] } }))).orders).toEqual([]);
  });

  it('says when an order is likely to miss the next market', () => {
    const slow = variation(({ partner }) => ({ partner: { ...partner, leadPmf: [[20, 1]] } }));
    const [order] = plan(slow).orders ?? [];
    expect(order?.because.tooLate).toBe(1);
    expect(order?.why).toMatch(/print \d+\. Likely too late for the next market\.$/);
  });

  it('prints the last copies of an edition that will surely sell, and never more', () => {
    const short = variation(({ catalog, partner }) => ({
      catalog: catalog.map((print) => ({ ...print, editionLeft: 4 })),
      partner: { ...partner, orderFee: 0 },
    }));
    const [order] = plan(short).orders ?? [];
    expect(order?.qty).toBe(4);
    expect(order?.why).toMatch(/print 4\. The edition is then complete\.$/);
  });

  it('names what it cannot use and plans the rest', () => {
    const two = variation(({ catalog }) => ({ catalog: [...catalog, { ...catalog[0], id: 'y', price: -1 }] }));
    const answer = plan(two);
    expect(answer.problems).toEqual([{ kind: 'out-of-range', id: 'y', field: 'price' }]);
    expect(answer.forecast?.map((each) => each.id)).toEqual(['x']);
  });

  it.each([[null], [[]], ['plan'], [{}], [{ v: 2 }], [{ v: 1, phase: 'buy' }], [{ v: 1, phase: 'order' }]])(
    'answers %j with a problem, never with an exception',
    (value) => {
      const answer = plan(value);
      expect(answer.problems?.length).toBeGreaterThan(0);
      expect(answer.orders ?? []).toEqual([]);
    },
  );

  it('loads what sells best when the van is too small', () => {
    const full = variation(({ catalog, limits }) => ({
      phase: 'pack',
      catalog: [
        { ...catalog[0], id: 'dear', price: 90, onHand: 3 },
        { ...catalog[0], id: 'cheap', price: 10, onHand: 3 },
      ],
      limits: { ...limits, capacity: 3 },
    }));
    expect(plan(full).bring).toEqual([{ id: 'dear', qty: 3 }]);
    expect(plan({ ...full, limits: { budget: null, capacity: 6 } }).bring).toBeNull();
  });
});
