import { useEffect, useState } from 'react';
import type { MarketFigures } from '../../domain/insights/market-figures.ts';
import { useStall } from '../../store/stall.tsx';
import { workerClient } from '../../worker/client.ts';

/** The markets that are over; `share` of the reading done until they are there. */
export function useMarkets(): { readonly markets: readonly MarketFigures[] | undefined; readonly share: number } {
  const { db, now } = useStall();
  const [markets, setMarkets] = useState<readonly MarketFigures[]>();
  const [share, setShare] = useState(0);
  const [asked] = useState(now);
  useEffect(() => {
    const leaving = new AbortController();
    const options = { signal: leaving.signal, onProgress: setShare };
    workerClient.compareMarkets(db.collective, asked, options).then(setMarkets, (thrown: unknown) => {
      if (!leaving.signal.aborted) throw thrown;
    });
    return () => leaving.abort();
  }, [db.collective, asked]);
  return { markets, share };
}
