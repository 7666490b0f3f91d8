import { useEffect, useRef } from 'react';

/** A hardware scanner types faster than any hand: keys closer than this belong to a burst. Milliseconds. */
const BURST_MS = 35;
const LEAST = 4;

/**
 * Reads hardware scanners wherever focus is: a burst of keys ended by Enter (or Tab). What a burst typed into a field
 * is taken out of it again; a hand's keys pass untouched.
 */
export function useScanner(onText: (text: string) => void): void {
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  }, [onText]);
  useEffect(() => {
    let buffer = '';
    let last = 0;
    let field: { readonly element: HTMLInputElement | HTMLTextAreaElement; readonly value: string } | undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const gap = event.timeStamp - last;
      last = event.timeStamp;
      if ((event.key === 'Enter' || event.key === 'Tab') && buffer.length >= LEAST && gap < BURST_MS) {
        const text = buffer;
        buffer = '';
        if (field) setValue(field.element, field.value);
        event.preventDefault();
        event.stopPropagation();
        latest.current(text);
        return;
      }
      if (event.key.length !== 1) {
        if (event.key !== 'Shift') buffer = '';
        return;
      }
      if (gap < BURST_MS && buffer !== '') {
        buffer += event.key;
        // Past what two quick fingers do: it is a scanner, and nobody's shortcut.
        if (buffer.length > 2) event.stopPropagation();
      } else {
        buffer = event.key;
        const { target } = event;
        const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
        field = isField ? { element: target, value: target.value } : undefined;
      }
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

/** As if typed, so that React hears of it. */
function setValue(element: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const prototype = element instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
  element.dispatchEvent(new Event('input', { bubbles: true }));
}
