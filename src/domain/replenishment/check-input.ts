import type { ComingMarket, Line, PastMarket, PlanInput, PlanProblem, PlanProblemKind, Print } from './shapes.ts';

/** What can be planned of an input, and what is wrong with the rest. `input: null`: nothing can. */
interface Checked {
  readonly input: PlanInput | null;
  readonly problems: readonly PlanProblem[];
}

type Found = Readonly<Record<string, unknown>>;

/**
 * Separates what is odd but possible (kept) from what is impossible (named). One bad print is left out, one bad past
 * market counts as no information; where the whole is unusable there is nothing to plan. Lists come out sorted, so that
 * their order cannot matter.
 */
export function checkInput(value: unknown): Checked {
  if (!isRecord(value)) return { input: null, problems: [{ kind: 'not-an-object' }] };
  const whole = wholeProblems(value);
  if (whole.length > 0) return { input: null, problems: whole };
  const problems: PlanProblem[] = [];
  const input = value as unknown as PlanInput;
  const catalog = usablePrints(input.catalog, problems);
  const history = input.history.map((market) => usableMarket(market, problems)).toSorted((a, b) => a.market - b.market);
  return { input: { ...input, catalog, history }, problems };
}

function wholeProblems(value: Found): PlanProblem[] {
  const { v, phase, catalog, history, calendar, partner, limits, holdingRate, discount } = value;
  if (v !== 1) return [{ kind: 'unknown-version', field: 'v' }];
  if (phase !== 'order' && phase !== 'pack' && phase !== 'rush') return [{ kind: 'unknown-phase', field: 'phase' }];
  const problems: PlanProblem[] = [];
  const say = (field: string, kind: PlanProblemKind | undefined) => kind && problems.push({ kind, field });
  for (const [field, list] of Object.entries({ catalog, history, calendar }))
    say(field, list === undefined ? 'missing' : isList(list));
  say('holdingRate', isNotNegative(holdingRate));
  say('discount', isNotNegative(discount));
  if (!isRecord(limits)) say('limits', 'missing');
  else
    for (const field of ['budget', 'capacity'])
      if (limits[field] !== null) say(`limits.${field}`, isNotNegative(limits[field]));
  if (!isRecord(partner)) say('partner', 'missing');
  else {
    say('partner.orderFee', isNotNegative(partner['orderFee']));
    say('partner.leadPmf', isLeadPmf(partner['leadPmf']));
  }
  if (Array.isArray(calendar)) calendar.forEach((market: unknown) => problems.push(...comingProblems(market)));
  return problems;
}

function comingProblems(value: unknown): PlanProblem[] {
  if (!isRecord(value)) return [{ kind: 'not-an-object', field: 'calendar' }];
  const market = value as unknown as ComingMarket;
  const name = typeof market.market === 'number' ? { market: market.market } : {};
  const fields = { expectedFootfall: isNotNegative(market.expectedFootfall), daysAway: isNumber(market.daysAway) };
  return Object.entries(fields).flatMap(([field, kind]) => (kind ? [{ kind, ...name, field }] : []));
}

function usablePrints(prints: readonly unknown[], problems: PlanProblem[]): Print[] {
  const times = new Map<unknown, number>();
  for (const print of prints) if (isRecord(print)) times.set(print['id'], (times.get(print['id']) ?? 0) + 1);
  const named = new Set<unknown>();
  const usable = prints.filter((print): print is Found => {
    const problem = printProblem(print, times);
    if (problem && !(problem.id !== undefined && named.has(problem.id))) problems.push(problem);
    if (problem) named.add(problem.id);
    return problem === undefined;
  });
  return (usable as unknown as Print[]).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function printProblem(value: unknown, times: ReadonlyMap<unknown, number>): PlanProblem | undefined {
  if (!isRecord(value)) return { kind: 'not-an-object', field: 'catalog' };
  const { id } = value;
  if (typeof id !== 'string' || id === '') return { kind: 'missing', field: 'id' };
  if ((times.get(id) ?? 0) > 1) return { kind: 'duplicate', id };
  const kinds: Record<string, PlanProblemKind | undefined> = {
    photographer: isText(value['photographer']),
    format: isText(value['format']),
    price: isNotNegative(value['price']),
    tiers: isTiers(value['tiers']),
    setupFee: isNotNegative(value['setupFee']),
    multiple: isWhole(value['multiple'], 1),
    moq: isWhole(value['moq'], 0),
    space: isNotNegative(value['space']),
    guess: value['guess'] === null ? undefined : isNotNegative(value['guess']),
    salvage: isNotNegative(value['salvage']),
    editionLeft: value['editionLeft'] === null ? undefined : isWhole(value['editionLeft'], 0),
    onHand: isWhole(value['onHand'], -Infinity),
    onOrder: isWhole(value['onOrder'], 0),
  };
  const bad = Object.entries(kinds).find(([, kind]) => kind !== undefined);
  return bad?.[1] && { kind: bad[1], id, field: bad[0] };
}

/** A past market, or what is left of it: a market that cannot be read says nothing, but time has passed. */
function usableMarket(value: unknown, problems: PlanProblem[]): PastMarket {
  const market = isRecord(value) ? value : {};
  const number = typeof market['market'] === 'number' && Number.isFinite(market['market']) ? market['market'] : 0;
  const days = market['daysSincePrevious'];
  const nothing: PastMarket = {
    market: number,
    daysSincePrevious: isNumber(days) === undefined ? (days as number) : 14,
    expectedFootfall: 0,
    countedByHour: [],
    minutes: 480,
    lines: [],
  };
  const counted = market['countedByHour'];
  const bad: Record<string, PlanProblemKind | undefined> = {
    market: isNumber(market['market']),
    daysSincePrevious: isNumber(days),
    expectedFootfall: isNotNegative(market['expectedFootfall']),
    countedByHour: isList(counted) ?? (counted as unknown[]).map(isNotNegative).find((kind) => kind !== undefined),
    minutes: isNumber(market['minutes']) ?? ((market['minutes'] as number) > 0 ? undefined : 'out-of-range'),
    lines: isList(market['lines']),
  };
  const first = Object.entries(bad).find(([, kind]) => kind !== undefined);
  if (first?.[1]) {
    problems.push({ kind: first[1], market: number, field: first[0] });
    return nothing;
  }
  const read = market as unknown as PastMarket;
  return { ...read, lines: usableLines(read, problems) };
}

function usableLines(market: PastMarket, problems: PlanProblem[]): Line[] {
  const seen = new Map<string, number>();
  for (const line of market.lines) if (isRecord(line)) seen.set(line.id, (seen.get(line.id) ?? 0) + 1);
  return market.lines
    .filter((line) => {
      const kind = isRecord(line) && (seen.get(line.id) ?? 0) > 1 ? 'duplicate' : lineProblem(line);
      if (!kind) return true;
      const id = isRecord(line) && typeof line['id'] === 'string' ? { id: line['id'] } : {};
      problems.push({ kind, ...id, market: market.market, field: 'lines' });
      return false;
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function lineProblem(line: unknown): PlanProblemKind | undefined {
  if (!isRecord(line)) return 'not-an-object';
  const { id, opening, received, sales } = line;
  if (typeof id !== 'string') return 'missing';
  const kind = isNumber(opening) ?? isList(sales) ?? isList(received);
  if (kind) return kind;
  const odd = (sales as unknown[]).map(isNotNegative).find((each) => each !== undefined);
  return odd ?? (received as unknown[]).map(receivedProblem).find((each) => each !== undefined);
}

function receivedProblem(value: unknown): PlanProblemKind | undefined {
  return isRecord(value) ? (isNotNegative(value['t']) ?? isNotNegative(value['qty'])) : 'not-an-object';
}

function isRecord(value: unknown): value is Found {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): PlanProblemKind | undefined {
  return value === undefined || value === null ? 'missing' : Array.isArray(value) ? undefined : 'out-of-range';
}

function isText(value: unknown): PlanProblemKind | undefined {
  return typeof value === 'string' ? undefined : 'missing';
}

function isNumber(value: unknown): PlanProblemKind | undefined {
  if (value === undefined) return 'missing';
  return typeof value === 'number' && Number.isFinite(value) ? undefined : 'not-a-number';
}

function isNotNegative(value: unknown): PlanProblemKind | undefined {
  return isNumber(value) ?? ((value as number) < 0 ? 'out-of-range' : undefined);
}

function isWhole(value: unknown, from: number): PlanProblemKind | undefined {
  return isNumber(value) ?? (Number.isSafeInteger(value) && (value as number) >= from ? undefined : 'out-of-range');
}

function isTiers(value: unknown): PlanProblemKind | undefined {
  if (!Array.isArray(value)) return 'missing';
  let before = 0;
  for (const tier of value as unknown[]) {
    const [from, cost] = Array.isArray(tier) ? (tier as unknown[]) : [];
    const kind = isWhole(from, before + 1) ?? isNotNegative(cost);
    if (kind) return kind;
    if (before === 0 && from !== 1) return 'out-of-range';
    before = from as number;
  }
  return value.length > 0 ? undefined : 'missing';
}

function isLeadPmf(value: unknown): PlanProblemKind | undefined {
  if (!Array.isArray(value) || value.length === 0) return 'missing';
  const pairs = value as unknown[];
  const odd = pairs
    .map((pair) => (Array.isArray(pair) ? (isNotNegative(pair[0]) ?? isNotNegative(pair[1])) : 'not-a-number'))
    .find((kind) => kind !== undefined);
  return odd ?? (pairs.some((pair) => (pair as number[])[1] !== 0) ? undefined : 'out-of-range');
}
