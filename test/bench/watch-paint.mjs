/**
 * Runs in the page: `painted` is the time from the next event `on` to the frame after the words in `shows` changed.
 * @param {{ on: 'click' | 'keydown', shows: string }} watched
 */
export function watchPaint({ on, shows }) {
  globalThis.painted = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('nothing was painted within ten seconds')), 10_000);
    let from = NaN;
    // The time of the finger, not of the handler: what waited before it counts.
    addEventListener(on, (event) => (from = event.timeStamp), { capture: true, once: true });
    const target = document.querySelector(shows);
    const before = target?.textContent;
    const seen = new MutationObserver(() => {
      // A mark that fades from the last time is not it.
      if (Number.isNaN(from) || target?.textContent === before) return;
      seen.disconnect();
      const painted = new MessageChannel();
      painted.port1.addEventListener('message', () => resolve(performance.now() - from));
      painted.port1.start();
      requestAnimationFrame(() => painted.port2.postMessage(''));
    });
    if (target) seen.observe(target, { subtree: true, childList: true, characterData: true });
  });
}
