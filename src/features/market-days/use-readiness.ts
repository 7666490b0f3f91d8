import { useEffect, useState } from 'react';
import type { MarketDay } from '../../domain/market-days/day-list.ts';
import { parseStamp } from '../../journal/stamp.ts';
import { NOT_SENT, readMeta } from '../../store/device.ts';
import { ownDrawer } from '../../store/drawer.ts';
import { readDay } from '../../store/read.ts';
import { useLive, useStall } from '../../store/stall.tsx';
import { readSyncStatus } from '../../sync/status.ts';

/** One thing that should be so before people come. */
export interface Check {
  readonly id: 'pictures' | 'storage' | 'offline' | 'float' | 'clock' | 'sent';
  /** `alone`: nothing to compare with; no fault. */
  readonly state: 'ready' | 'look' | 'alone';
  readonly count: number;
  /** How far the clock is off, milliseconds. */
  readonly off?: number;
}

/** A clock this far off is not a matter of a slow network. */
const CLOCK_OFF_MS = 60_000;

/** Asks the tablet whether it could sell tomorrow without a network; `again` asks anew. */
export function useReadiness(day: MarketDay | undefined): {
  readonly checks: readonly Check[] | undefined;
  readonly again: () => void;
} {
  const { db, catalogue, device, now } = useStall();
  const [browser, setBrowser] = useState<BrowserAnswer>();
  useEffect(() => {
    let current = true;
    void askBrowser().then((answer) => current && setBrowser(answer));
    return () => void (current = false);
  }, []);
  const kept = useLive(async () => {
    const hashes = catalogue.works.flatMap(({ retired, picture }) =>
      retired || !picture ? [] : [picture.small, picture.medium],
    );
    const held = await db.media.where('hash').anyOf(hashes).primaryKeys();
    const facts = day ? await readDay(db, day.id) : [];
    const drawer = facts.findLast(
      (read) => read.type === 'drawer.opened' && read.body.drawer === ownDrawer(device) && read.body.counted !== null,
    );
    const sync = (await readMeta(db, 'sync')) ?? NOT_SENT;
    // What is written already is not from the future: a clock that says so was set back, or has lost its battery.
    const stamps = (await db.heads.toArray()).map(({ stamp }) => parseStamp(stamp).ms);
    return {
      behind: Math.max(0, ...stamps) - now(),
      missing: new Set(hashes).size - held.length,
      isCounted: drawer !== undefined,
      status: await readSyncStatus(db),
      offset: sync.offset,
    };
  }, [db, catalogue, device, day, now]);
  const again = () => void askBrowser().then(setBrowser);
  if (!browser || !kept) return { checks: undefined, again };
  const { missing, isCounted, status, offset, behind } = kept;
  const off = status.joined ? Math.abs(offset) : behind;
  const isReady = (ready: boolean) => (ready ? 'ready' : 'look');
  const checks: Check[] = [
    { id: 'pictures', state: isReady(missing === 0), count: missing },
    { id: 'storage', state: isReady(browser.isKept), count: 0 },
    { id: 'offline', state: isReady(browser.opensOffline), count: 0 },
    { id: 'float', state: isReady(isCounted || (day?.plan?.float ?? 0) > 0), count: day?.plan?.float ?? 0 },
    {
      id: 'clock',
      state: off >= CLOCK_OFF_MS ? 'look' : status.joined ? 'ready' : 'alone',
      count: status.joined ? 1 : 0,
      off,
    },
    { id: 'sent', state: status.joined ? isReady(status.unsent === 0) : 'alone', count: status.unsent },
  ];
  return { checks, again };
}

interface BrowserAnswer {
  readonly isKept: boolean;
  readonly opensOffline: boolean;
}

/** A service worker is active only once every file it needs is kept. */
async function askBrowser(): Promise<BrowserAnswer> {
  const isKept = (await navigator.storage?.persisted?.()) ?? false;
  const worker = await navigator.serviceWorker?.getRegistration?.('/app/').catch(() => undefined);
  return { isKept, opensOffline: Boolean(worker?.active) };
}
