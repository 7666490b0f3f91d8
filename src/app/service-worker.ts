import { Workbox } from 'workbox-window';
import { lookForUpdates } from './update-checks.ts';

const isServed = 'serviceWorker' in navigator && import.meta.env.PROD;
const workbox = isServed ? new Workbox('/app/sw.js') : undefined;

// Listened to from the start: an update that waits already is announced before the first screen is there to hear it.
let isWaiting = false;
workbox?.addEventListener('waiting', () => (isWaiting = true));

/** The shell's own offline copy. An update waits until somebody takes it. */
export const serviceWorker = {
  register(): void {
    if (!workbox) return;
    void workbox.register().then(
      // A till stays open for weeks: the browser alone looks for a new version only when a page is opened.
      () => lookForUpdates(() => workbox.update()),
      // Nowhere to keep the shell (a private window): the till works as long as the page is open.
      () => undefined,
    );
  },
  onWaiting(listener: () => void): () => void {
    if (isWaiting) listener();
    workbox?.addEventListener('waiting', listener);
    return () => workbox?.removeEventListener('waiting', listener);
  },
  takeUpdate(): void {
    workbox?.addEventListener('controlling', () => location.reload());
    workbox?.messageSkipWaiting();
  },
  /** The till from the start, in the newest version that is here. */
  openNewest(): void {
    if (isWaiting) serviceWorker.takeUpdate();
    else location.assign('/app/');
  },
};
