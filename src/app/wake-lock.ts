import { useEffect } from 'react';
import { useStall } from '../store/stall.tsx';

/** Keeps the screen awake while a market is open; the browser lets go when the page is hidden, so it is asked again. */
export function useWakeLock(): void {
  const { marketDay } = useStall();
  const open = Boolean(marketDay?.opened) && !marketDay?.closed;
  useEffect(() => {
    if (!open || !('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | undefined;
    let stopped = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      // Refused on a low battery: the tablet then sleeps as it always does.
      const got = await navigator.wakeLock.request('screen').catch(() => undefined);
      if (stopped) await got?.release();
      else lock = got;
    };
    void ask();
    const again = () => void ask();
    document.addEventListener('visibilitychange', again);
    return () => {
      stopped = true;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, [open]);
}
