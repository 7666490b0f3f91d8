import { useEffect, useRef, useState } from 'react';
import { readInbox, type Inbox } from './exceptions.ts';
import { useLive, useStall } from './stall.tsx';

/**
 * What waits for a person, looked at again when the journal has grown and been quiet for `delay` milliseconds: a badge
 * must not take time from a sale. undefined until it was looked at once.
 */
export function useInbox(delay = 1_500): Inbox | undefined {
  const { db, place, now } = useStall();
  const [inbox, setInbox] = useState<Inbox>();
  const grown = useLive(async () => (await db.heads.toArray()).reduce((sum, { n }) => sum + n, 0), [db]);
  const isFirst = useRef(true);
  useEffect(() => {
    if (grown === undefined) return;
    let current = true;
    const look = () =>
      void readInbox(db, place, now()).then((found) => {
        if (current) setInbox(found);
      });
    const timer = setTimeout(look, isFirst.current ? 0 : delay);
    isFirst.current = false;
    // Some cards come with time alone: an amount nobody settled, a day nobody closed.
    const clock = setInterval(look, 60_000);
    return () => {
      current = false;
      clearTimeout(timer);
      clearInterval(clock);
    };
  }, [db, place, now, grown, delay]);
  return inbox;
}
