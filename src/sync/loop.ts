import { liveQuery } from 'dexie';
import type { StallDb } from '../store/db.ts';
import { readUnsent } from '../store/read.ts';
import { FULL_BATCH, type BatchSize } from './batch.ts';
import { syncOnce, type Ahead } from './engine.ts';
import type { Exchange } from './exchange.ts';
import { syncActivity } from './status.ts';

/** Stops the loop; nothing is lost by stopping at any time. */
export interface SyncLoop {
  /** A person, or the network coming back, asks for a try now. */
  tryNow(): void;
  stop(): void;
}

const AFTER_SALE = 5_000;
const QUIET = 30_000;
const LONGEST_WAIT = 60_000;

/**
 * Sends what is unsent whenever that may work, for as long as the page lives. One tab at a time by a Web Lock, which
 * is politeness: correctness comes from the numbering. `navigator.onLine` is a hint to try, never a reason not to.
 */
export function startSyncLoop(db: StallDb, exchange: Exchange, random: () => number = Math.random): SyncLoop {
  const stopping = new AbortController();
  const { signal } = stopping;
  let tries = 0;
  let size: BatchSize = FULL_BATCH;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let nextAt = Infinity;
  let running = false;

  const schedule = (wait: number) => {
    const at = performance.now() + wait;
    if (signal.aborted || running || at >= nextAt) return;
    clearTimeout(timer);
    nextAt = at;
    timer = setTimeout(() => void run(), wait);
  };
  const run = async () => {
    nextAt = Infinity;
    running = true;
    // A page the system has put aside is refused its lock: the next try may be allowed, and there must be one.
    const wait = await asOnlyTab(() => drain()).catch(() => backoff());
    running = false;
    schedule(wait);
  };
  const drain = async (): Promise<number> => {
    syncActivity.setState({ sending: true });
    try {
      return await exchangeUntilDone();
    } catch {
      // The storage went away under us; the next start reads where we were.
      return backoff();
    } finally {
      syncActivity.setState({ sending: false });
    }
  };
  const exchangeUntilDone = async (): Promise<number> => {
    const ahead: Ahead = {};
    for (let idle = 0; !signal.aborted && idle < 2;) {
      const outcome = await syncOnce(db, exchange, size, ahead);
      if (outcome.kind === 'too-large') {
        size = { entries: Math.ceil(size.entries / 2), bytes: Math.ceil(size.bytes / 2) };
      } else if (outcome.kind === 'needs-a-person') {
        return LONGEST_WAIT;
      } else if (outcome.kind === 'offline') {
        return Math.max(backoff(), (outcome.retryAfterSeconds ?? 0) * 1_000);
      } else {
        tries = 0;
        size = {
          entries: Math.min(FULL_BATCH.entries, size.entries * 2),
          bytes: Math.min(FULL_BATCH.bytes, size.bytes * 2),
        };
        // Two replies in a row that bring nothing: whatever is wrong, asking again at once will not mend it.
        idle = outcome.progress ? 0 : idle + 1;
        if (!outcome.more) return QUIET;
      }
    }
    return QUIET;
  };
  const backoff = () => random() * Math.min(LONGEST_WAIT, 1_000 * 2 ** Math.min(tries++, 10));

  const tryNow = () => {
    tries = 0;
    schedule(0);
  };
  const visible = () => document.visibilityState === 'visible' && tryNow();
  let before = 0;
  const watch = liveQuery(() => readUnsent(db)).subscribe({
    next: ({ unsent }) => {
      // Only what is new: each answer is written down and comes by here too, and would be asked for again at once.
      if (unsent > before) schedule(tries === 0 ? 200 : AFTER_SALE);
      before = unsent;
    },
    error: () => undefined,
  });
  globalThis.addEventListener?.('online', tryNow, { signal });
  globalThis.document?.addEventListener('visibilitychange', visible, { signal });
  schedule(0);
  return {
    tryNow,
    stop() {
      stopping.abort();
      clearTimeout(timer);
      watch.unsubscribe();
    },
  };

  async function asOnlyTab(work: () => Promise<number>): Promise<number> {
    const locks = globalThis.navigator?.locks;
    if (!locks) return work();
    return locks.request(`imago-sync-${db.collective}`, { ifAvailable: true }, (lock) => (lock ? work() : AFTER_SALE));
  }
}
