import { fact, type FactRead } from '../../domain/fact.ts';
import { done } from '../../domain/result.ts';
import type { FactText } from '../../journal/entry.ts';
import { commit, type CommitProblem } from '../../store/commit.ts';
import { randomText } from '../../store/device.ts';
import type { Stall } from '../../store/stall.tsx';

/** Minutes a counting window lasts. */
export const WINDOW_MINUTES = 5;
/** Why this tablet could not keep it; null: it did. */
export type NotKept = CommitProblem['kind'] | null;
export type Outcome = 'bought' | 'asked' | 'left';

/** This start-up of the page: its steady clock is compared with no other. */
const run = randomText(9);

/** Both clocks at this moment. */
function clocks({ now }: Stall) {
  return { at: now(), since: performance.now(), run };
}

export function openWindow(stall: Stall): Promise<NotKept> {
  const window = randomText(9);
  return write(stall, fact('window.opened', window, { window, minutes: WINDOW_MINUTES, ...clocks(stall) }));
}

export function closeWindow(stall: Stall, window: string): Promise<NotKept> {
  return write(stall, fact('window.closed', window, { window, ...clocks(stall) }));
}

/** @param window the one that counts now; null: outside one, and so unsure */
export function startPause(stall: Stall, display: string, people: number, window: string | null): Promise<NotKept> {
  const pause = randomText(9);
  return write(stall, fact('pause.started', pause, { pause, window, display, people, ...clocks(stall) }));
}

export function movePause(stall: Stall, pause: string, display: string): Promise<NotKept> {
  return write(stall, fact('pause.moved', pause, { pause, display, ...clocks(stall) }));
}

export function endPause(stall: Stall, pause: string, outcome: Outcome): Promise<NotKept> {
  return write(stall, fact('pause.ended', pause, { pause, outcome, ...clocks(stall) }));
}

/** Gone, and nobody saw when: counted, but in no average. */
export function endUnseen(stall: Stall, pause: string): Promise<NotKept> {
  return write(
    stall,
    fact('pause.markedUnsure', pause, { pause, ...clocks(stall) }),
    fact('pause.ended', pause, { pause, outcome: 'left', ...clocks(stall) }),
  );
}

/** @param steps facts to take back together */
export function takeBack(stall: Stall, steps: readonly FactRead[]): Promise<NotKept> {
  const taken = steps.map(({ first, about }) => fact('floor.undone', about, { fact: first, ...clocks(stall) }));
  return write(stall, ...taken);
}

async function write(stall: Stall, ...facts: readonly FactText[]): Promise<NotKept> {
  const written = await commit<never>(stall.db, stall.author(), () => Promise.resolve(done({ facts })));
  return written.ok ? null : written.problem.kind;
}
