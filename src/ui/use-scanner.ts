import { useEffect, useRef } from 'react';
import { makeBurstReader } from './key-burst.ts';

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
    const read = makeBurstReader();
    let field: { readonly element: HTMLInputElement | HTMLTextAreaElement; readonly value: string } | undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const heard = read({ key: event.key, at: event.timeStamp, isRepeat: event.repeat });
      if (heard.kind === 'start') {
        const { target } = event;
        const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
        field = isField ? { element: target, value: target.value } : undefined;
      } else if (heard.kind === 'burst') event.stopPropagation();
      else if (heard.kind === 'text') {
        if (field) setValue(field.element, field.value);
        event.preventDefault();
        event.stopPropagation();
        latest.current(heard.text);
      }
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

/** A key that more keys follow within this time is not a shortcut but the first sign of a scan. Milliseconds. */
const ALONE_MS = 100;

/** Does what a single key asks for, unless it was the beginning of a scan: a label's first letter must not sell a cart. */
export function whenAlone(act: () => void): void {
  const stop = new AbortController();
  const timer = setTimeout(() => {
    stop.abort();
    act();
  }, ALONE_MS);
  addEventListener(
    'keydown',
    (event) => {
      if (event.key.length > 1) return;
      clearTimeout(timer);
      stop.abort();
    },
    { capture: true, signal: stop.signal },
  );
}

/** As if typed, so that React hears of it. */
function setValue(element: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const prototype = element instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
  element.dispatchEvent(new Event('input', { bubbles: true }));
}
