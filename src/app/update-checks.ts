/** A version is looked for at most this often, milliseconds: a till that is waved about all day asks nobody. */
export const LEAST_BETWEEN = 3 * 3_600_000;
/** How often a till that nobody touches wonders whether it is time. */
const WONDER = 3_600_000;

/** What a page tells of itself; `document` and `window` in the app. */
interface PageLife {
  readonly page: EventTarget & { readonly visibilityState: DocumentVisibilityState };
  readonly window: EventTarget;
  readonly now: () => number;
  readonly every: (ms: number, run: () => void) => () => void;
}

/**
 * Looks for a new version as long as the page lives: when the network comes back, when somebody looks at the till
 * again, and now and then. A look that got no answer (`look` rejects) does not count. Gives the end of it.
 */
export function lookForUpdates(look: () => Promise<void>, life: PageLife = thisPage()): () => void {
  let last = life.now();
  let isLooking = false;
  const wonder = () => {
    if (isLooking || life.now() - last < LEAST_BETWEEN) return;
    isLooking = true;
    void look()
      .then(
        () => (last = life.now()),
        () => undefined,
      )
      .finally(() => (isLooking = false));
  };
  const seen = () => {
    if (life.page.visibilityState === 'visible') wonder();
  };
  life.window.addEventListener('online', wonder);
  life.page.addEventListener('visibilitychange', seen);
  const stop = life.every(WONDER, wonder);
  return () => {
    life.window.removeEventListener('online', wonder);
    life.page.removeEventListener('visibilitychange', seen);
    stop();
  };
}

function thisPage(): PageLife {
  return {
    page: document,
    window,
    now: () => Date.now(),
    every: (ms, run) => {
      const timer = setInterval(run, ms);
      return () => clearInterval(timer);
    },
  };
}
