import { Workbox } from 'workbox-window';

const isServed = 'serviceWorker' in navigator && import.meta.env.PROD;
const workbox = isServed ? new Workbox('/app/sw.js') : undefined;

// Listened to from the start: an update that waits already is announced before the first screen is there to hear it.
let isWaiting = false;
workbox?.addEventListener('waiting', () => (isWaiting = true));

/** The shell's own offline copy. An update waits until somebody takes it. */
export const serviceWorker = {
  register(): void {
    void workbox?.register();
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
};
