import type { DeviceId } from '../../journal/device-key.ts';
import { isFact, type FactRead } from '../fact.ts';
import type { Instant } from '../time.ts';

/** A moment on one device: its steady clock since start-up `run`, and the wall clock. */
export interface Clock {
  readonly device: DeviceId;
  readonly run: string;
  readonly since: number;
  readonly at: Instant;
}

/** Minutes in which pauses are counted. `end`: when they are over, or would be. */
export interface CountingWindow {
  readonly id: string;
  readonly start: Clock;
  readonly end: Clock;
  readonly isOpen: boolean;
  /** How long somebody has watched so far. */
  readonly ms: number;
}

/** Windows by their start. One ends when its minutes are over, or earlier when somebody closes it on the same device. */
export function windowsOf(facts: readonly FactRead[], now: Instant): readonly CountingWindow[] {
  const closes = facts.filter(isFact('window.closed'));
  const seen = new Set<string>();
  return facts.filter(isFact('window.opened')).flatMap((opened) => {
    const { window: id, minutes, at, since, run } = opened.body;
    if (seen.has(id)) return [];
    seen.add(id);
    const start: Clock = { device: opened.device, run, since, at };
    const close = closes.find((each) => each.body.window === id);
    const lasted = close ? lengthTo(start, close) : Infinity;
    const full = Math.min(minutes * 60_000, Math.max(0, lasted));
    const end: Clock = { device: start.device, run, since: since + full, at: at + full };
    const isOpen = !close && now < end.at;
    return [{ id, start, end, isOpen, ms: isOpen ? Math.max(0, now - at) : full }];
  });
}

function lengthTo(start: Clock, close: FactRead<'window.closed'>): number {
  const isSame = close.device === start.device && close.body.run === start.run;
  return isSame ? close.body.since - start.since : close.body.at - start.at;
}
