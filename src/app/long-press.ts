import { useRef, type PointerEvent } from 'react';

const LONG_MS = 600;

/** A tap and a long press on the same button; the long press is a shortcut, never the only way. */
export function useLongPress(onTap: () => void, onLong: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wasLong = useRef(false);
  const stop = () => clearTimeout(timer.current);
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      wasLong.current = false;
      timer.current = setTimeout(() => {
        wasLong.current = true;
        onLong();
      }, LONG_MS);
    },
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    onContextMenu: (event: { preventDefault(): void }) => event.preventDefault(),
    onClick: () => {
      if (!wasLong.current) onTap();
      wasLong.current = false;
    },
  };
}
