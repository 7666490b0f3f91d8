import { useEffect } from 'react';
import type { StallDb } from '../store/db.ts';
import { readMeta } from '../store/device.ts';
import { useLive } from '../store/stall.tsx';
import { makeExchange } from '../sync/exchange.ts';
import { startSyncLoop, type SyncLoop } from '../sync/loop.ts';
import { startMediaLoop } from '../sync/media.ts';

let running: SyncLoop | undefined;

/** A person asks for a try now. */
export function sendNow(): void {
  running?.tryNow();
}

/** Sends what is unsent for as long as this collective is open and has a hub. */
export function useSending(db: StallDb, version: string): void {
  const hub = useLive(() => readMeta(db, 'hub'), [db]);
  const [url, token] = [hub?.url, hub?.token];
  useEffect(() => {
    if (url === undefined || token === undefined) return;
    const loop = startSyncLoop(db, makeExchange({ url, token, version, fetch: (...call) => fetch(...call) }));
    running = loop;
    const media = startMediaLoop(db, { url, token, fetch: (...call) => fetch(...call) });
    return () => {
      running = undefined;
      loop.stop();
      media.stop();
    };
  }, [db, url, token, version]);
}
