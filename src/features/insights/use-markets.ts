import { useEffect, useState } from 'react';
import type { MarketFigures } from '../../domain/insights/market-figures.ts';
import { useStall } from '../../store/stall.tsx';
import { workerClient } from '../../worker/client.ts';

/** The markets that are over, and until they are there how far the reading is: a share, or that it was cut short. */
export function useMarkets(): {
  readonly markets: readonly MarketFigures[] | undefined;
  readonly share: number | 'cut';
  readonly again: () => void;
} {
  const { db, now } = useStall();
  const [markets, setMarkets] = useState<readonly MarketFigures[]>();
  const [share, setShare] = useState<number | 'cut'>(0);
  const [asked, setAsked] = useState(now);
  useEffect(() => {
    const leaving = new AbortController();
    const options = { signal: leaving.signal, onProgress: setShare };
    workerClient.compareMarkets(db.collective, asked, options).then(setMarkets, (thrown: unknown) => {
      if (leaving.signal.aborted) return;
      console.error(thrown);
      setShare('cut');
    });
    return () => leaving.abort();
  }, [db.collective, asked]);
  const again = () => {
    setShare(0);
    setAsked(now());
  };
  return { markets, share, again };
}
