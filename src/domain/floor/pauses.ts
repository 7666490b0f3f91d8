import { group } from 'd3-array';
import { isFact, type FactRead } from '../fact.ts';
import type { Instant } from '../time.ts';
import { meanStay, medianStay } from './median.ts';
import { windowsOf, type Clock, type CountingWindow } from './windows.ts';

/** Nobody ended a token for this long: it turns red and is asked about, and counts as unsure. */
const FORGOTTEN_AFTER_MS = 240_000;

/** One stay before one display. A token that moves has several; the outcome belongs to the last. */
interface Leg {
  readonly display: string;
  /** At least this long, if not `isEnded`. */
  readonly ms: number;
  readonly isEnded: boolean;
  /** Counted, but kept out of averages. */
  readonly isUnsure: boolean;
}

/** Somebody who stood, or stands, before a display. */
export interface Token {
  readonly pause: string;
  /** Where they are now, or were last. */
  readonly display: string;
  readonly people: number;
  readonly startedAt: Instant;
  /** Since when they stand where they are; what a running token shows. */
  readonly movedAt: Instant;
  readonly outcome: 'bought' | 'asked' | 'left' | null;
  readonly state: 'running' | 'ended' | 'censored';
  /** Running, and nobody has touched it for four minutes: ask. */
  readonly isForgotten: boolean;
  readonly legs: readonly Leg[];
}

/** What one display got. Averages leave unsure legs out; null: not enough was seen to say. */
export interface DisplayCount {
  readonly pauses: number;
  readonly people: number;
  readonly perHour: number | null;
  readonly medianMs: number | null;
  readonly meanMs: number | null;
  readonly bought: number;
  readonly asked: number;
  readonly left: number;
  readonly unsure: number;
}

/** A day's floor: who stood where, and for how long somebody was watching. */
interface Floor {
  readonly windows: readonly CountingWindow[];
  readonly watchedMs: number;
  readonly tokens: readonly Token[];
  readonly displays: ReadonlyMap<string, DisplayCount>;
}

type Start = FactRead<'pause.started'>;
type End = FactRead<'pause.ended'>;

/**
 * Folds a day's floor facts, from any number of devices and in any order, into tokens and counts per display.
 * @param now wall clock; a window whose minutes are over has ended even if nobody said so
 */
export function floorOf(facts: readonly FactRead[], now: Instant): Floor {
  const standing = notUndone(facts);
  const windows = windowsOf(standing, now);
  const windowById = new Map(windows.map((window) => [window.id, window]));
  const about = group(standing.filter(isAboutPause), (fact) => fact.body.pause);
  const tokens = [...about.values()].flatMap((of) => tokenOf(of, windowById, now) ?? []);
  const watchedMs = windows.reduce((sum, window) => sum + window.ms, 0);
  return { windows, watchedMs, tokens: tokens.toSorted(byStart), displays: countDisplays(tokens, watchedMs) };
}

/** Each fact once, in the order of stamps, without those that were taken back. */
function notUndone(facts: readonly FactRead[]): readonly FactRead[] {
  const undone = new Set(facts.filter(isFact('floor.undone')).map((fact) => fact.body.fact));
  const byIdentity = new Map(facts.map((fact) => [fact.first, fact]));
  return [...byIdentity.values()]
    .filter((fact) => !undone.has(fact.first))
    .toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1));
}

function isAboutPause(
  fact: FactRead,
): fact is FactRead<'pause.started' | 'pause.moved' | 'pause.ended' | 'pause.markedUnsure'> {
  return ['pause.started', 'pause.moved', 'pause.ended', 'pause.markedUnsure'].includes(fact.type);
}

function tokenOf(
  facts: readonly FactRead[],
  windows: ReadonlyMap<string, CountingWindow>,
  now: Instant,
): Token | undefined {
  const start = facts.find(isFact('pause.started'));
  if (!start) return undefined; // its start was taken back, or has not arrived yet
  // First end wins; later ones are another tap on a token that was gone.
  const end = facts.find(isFact('pause.ended'));
  const moves = facts.filter(isFact('pause.moved')).filter((move) => !end || move.stamp < end.stamp);
  const window = start.body.window === null ? undefined : windows.get(start.body.window);
  const isMarked = facts.some(isFact('pause.markedUnsure'));
  const stops = [
    { fact: start, display: start.body.display },
    ...moves.map((fact) => ({ fact, display: fact.body.display })),
  ];
  const legs = stops.map(({ fact, display }, at): Leg => {
    const leg = legOf(display, clockOf(fact), stops[at + 1]?.fact ?? end, window, now);
    return isMarked ? { ...leg, isUnsure: true } : leg;
  });
  const last = stops.at(-1) ?? { fact: start, display: start.body.display };
  const isRunning = !end && (window === undefined ? true : window.isOpen);
  return {
    pause: start.body.pause,
    display: last.display,
    people: start.body.people,
    startedAt: start.body.at,
    movedAt: last.fact.body.at,
    outcome: end?.body.outcome ?? null,
    state: end ? 'ended' : isRunning ? 'running' : 'censored',
    isForgotten: isRunning && now - last.fact.body.at > FORGOTTEN_AFTER_MS,
    legs,
  };
}

/** A stay from `from` to the token's next fact, cut at the end of the window: only the noticed ones would be longer. */
function legOf(
  display: string,
  from: Clock,
  until: Start | FactRead<'pause.moved'> | End | undefined,
  window: CountingWindow | undefined,
  now: Instant,
): Leg {
  const soFar = { ms: Math.max(0, now - from.at), isSure: true };
  if (!window) {
    const { ms } = until ? between(from, clockOf(until)) : soFar;
    return { display, ms: Math.max(0, ms), isEnded: until !== undefined, isUnsure: true };
  }
  const watched = between(from, window.end);
  const seen = until ? between(from, clockOf(until)) : window.isOpen ? soFar : watched;
  const { ms, isSure } = seen.ms > watched.ms ? watched : seen;
  // Started after the window's end: nobody was counting. Longer than anybody forgets: nobody knows.
  const isUnsure = !isSure || watched.ms <= 0 || ms > FORGOTTEN_AFTER_MS;
  return { display, ms: Math.max(0, ms), isEnded: until !== undefined && seen.ms <= watched.ms, isUnsure };
}

/** Within one start-up of one device by its own steady clock; else by the wall clock, and unsure. */
function between(from: Clock, to: Clock): { readonly ms: number; readonly isSure: boolean } {
  const isSame = from.device === to.device && from.run === to.run;
  return isSame ? { ms: to.since - from.since, isSure: true } : { ms: to.at - from.at, isSure: false };
}

function clockOf(fact: Start | FactRead<'pause.moved'> | End): Clock {
  const { at, since, run } = fact.body;
  return { device: fact.device, run, since, at };
}

function countDisplays(tokens: readonly Token[], watchedMs: number): ReadonlyMap<string, DisplayCount> {
  const legs = tokens.flatMap((token) =>
    token.legs.map((leg, at) => ({
      ...leg,
      people: token.people,
      outcome: at === token.legs.length - 1 ? token.outcome : null,
    })),
  );
  return new Map(
    [...group(legs, (leg) => leg.display)].map(([display, all]) => {
      const sure = all.filter((leg) => !leg.isUnsure);
      const ended = (outcome: Token['outcome']) => sure.filter((leg) => leg.outcome === outcome).length;
      return [
        display,
        {
          pauses: sure.length,
          people: sure.reduce((sum, leg) => sum + leg.people, 0),
          perHour: watchedMs > 0 ? sure.length / (watchedMs / 3_600_000) : null,
          medianMs: medianStay(sure),
          meanMs: meanStay(sure),
          bought: ended('bought'),
          asked: ended('asked'),
          left: ended('left'),
          unsure: all.length - sure.length,
        },
      ];
    }),
  );
}

function byStart(a: Token, b: Token): number {
  return a.startedAt - b.startedAt || (a.pause < b.pause ? -1 : 1);
}
