import { useCallback, useRef, useState } from 'react';

/**
 * Lets one piece of work through at a time: a second tap must not write a second time. Taps count again once the screen
 * shows what came of the first; until then they were meant for what stood there before. What work throws goes on.
 */
export function useOnce(): (work: () => Promise<unknown>) => Promise<void> {
  // A round ends when its work has ended and is drawn: whatever was drawn before belongs to it.
  const [round, setRound] = useState(0);
  const begun = useRef(-1);
  return useCallback(
    async (work) => {
      if (begun.current >= round) return;
      begun.current = round;
      await work().finally(() => setRound(round + 1));
    },
    [round],
  );
}
