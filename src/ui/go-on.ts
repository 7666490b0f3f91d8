import { useCallback, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/** Goes on to another screen once a write is done, unless the person has left meanwhile: nobody is pulled back. */
export function useGoOn(): (to: string) => void {
  const [, go] = useLocation();
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return useCallback(
    (to) => {
      if (isHere.current) go(to);
    },
    [go],
  );
}
