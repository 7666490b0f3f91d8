import { useEffect, useState } from 'react';
import { useStall } from './stall.tsx';

/** The corrected time, anew each minute. */
export function useMinute(): number {
  const { now } = useStall();
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), 60_000);
    return () => clearInterval(timer);
  }, [now]);
  return at;
}
