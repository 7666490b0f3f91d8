import { fact } from '../../domain/fact.ts';
import type { Instant } from '../../domain/time.ts';
import type { FactText } from '../../journal/entry.ts';
import type { ExampleMarket } from './markets.ts';
import { glance, pick, type Random } from './random.ts';

/** Median seconds before each display, and how many stop there. */
const displays = [
  { work: 'harbour', seconds: 24, stops: 5 },
  { work: 'tide', seconds: 19, stops: 4 },
  { work: 'rain', seconds: 17, stops: 5 },
  { work: 'window', seconds: 16, stops: 4 },
  { work: 'dune', seconds: 12, stops: 4 },
  { work: 'swim', seconds: 18, stops: 3 },
  { work: 'salt', seconds: 6, stops: 7 },
  { work: 'birch', seconds: 8, stops: 5 },
  { work: 'postcards', seconds: 9, stops: 5 },
];
const WINDOW_MS = 300_000;
const IN_A_WINDOW = 11;

interface Told {
  readonly at: Instant;
  readonly fact: FactText;
}

/** Everything a volunteer tapped in the counting windows of one market, in the order of time. */
export function pausesOf(market: ExampleMarket, random: Random, id: () => string): Told[] {
  const run = id();
  // The pad was switched on an hour before the opening.
  const since = (at: Instant) => at - market.opens + 3_600_000;
  const clocks = (at: Instant) => ({ at, since: since(at), run });
  const told = market.windows.flatMap((minute) => {
    const window = id();
    const opened = market.opens + minute * 60_000;
    const closed = opened + WINDOW_MS;
    return [
      { at: opened, fact: fact('window.opened', window, { window, minutes: 5, ...clocks(opened) }) },
      ...Array.from({ length: IN_A_WINDOW }, () => pause(window, opened, closed)).flat(),
      { at: closed, fact: fact('window.closed', window, { window, ...clocks(closed) }) },
    ];
  });
  return told.toSorted((a, b) => a.at - b.at);

  function pause(window: string, opened: Instant, closed: Instant): Told[] {
    const display = pick(random, displays, ({ stops }) => stops) ?? { work: 'salt', seconds: 6 };
    const at = opened + Math.round(random() * (WINDOW_MS - 5_000));
    const ended = at + Math.round(glance(random, display.seconds) * 1_000);
    const about = id();
    const people = random() < 0.3 ? 2 : 1;
    const outcome = random() < 0.14 ? 'bought' : random() < 0.4 ? 'asked' : 'left';
    const started = fact('pause.started', about, {
      pause: about,
      window,
      display: display.work,
      people,
      ...clocks(at),
    });
    if (ended >= closed) return [{ at, fact: started }];
    return [
      { at, fact: started },
      { at: ended, fact: fact('pause.ended', about, { pause: about, outcome, ...clocks(ended) }) },
    ];
  }
}
