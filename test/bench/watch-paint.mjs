/**
 * Runs in the page: `painted` is the time from the next event `on` to the frame after what it changed in `shows`.
 * @param {{ on: 'click' | 'keydown', shows: string }} watched
 */
export function watchPaint({ on, shows }) {
  globalThis.painted = new Promise((resolve) => {
    let from = NaN;
    // The time of the finger, not of the handler: what waited before it counts.
    addEventListener(on, (event) => (from = event.timeStamp), { capture: true, once: true });
    const target = document.querySelector(shows);
    const seen = new MutationObserver(() => {
      if (Number.isNaN(from)) return;
      seen.disconnect();
      const painted = new MessageChannel();
      painted.port1.addEventListener('message', () => resolve(performance.now() - from));
      painted.port1.start();
      requestAnimationFrame(() => painted.port2.postMessage(''));
    });
    if (target) seen.observe(target, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}
