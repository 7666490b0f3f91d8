/** A key as the browser says it; `at` is the event's own time (milliseconds), not when somebody got round to it. */
interface TypedKey {
  readonly key: string;
  readonly at: number;
  /** Held down: a hand's, at whatever pace. */
  readonly isRepeat?: boolean;
}

/** `hand`: somebody types. `burst`: part of a scan so far. `text`: a whole scan, ended by Enter or Tab. */
export type Heard = { readonly kind: 'hand' | 'start' | 'burst' } | { readonly kind: 'text'; readonly text: string };

/** Keys closer than this are a scanner's: nobody types like that for long. Milliseconds. */
const SCANNER_GAP = 35;
/** Longer than this between two keys, and they have nothing to do with each other. */
const LONGEST_GAP = 350;
const LEAST = 4;
/** What is torn or slow must be long enough to be told from two quick fingers. */
const LEAST_TORN = 6;
/** A slow scanner (Bluetooth sends one key at a time) is slower than that gap, but as even as no hand is. */
const SLOW_GAP = 70;
const EVEN = 30;

/**
 * Tells a scanner's keys from a hand's, by their times alone:
 * - every gap under 35 ms: a scan, from 4 signs on;
 * - torn: one gap in five may be longer (a busy tablet, a radio that had to repeat), 50 ms a key over all;
 * - slow and even: no gap over 70 ms, none more than 30 ms from another.
 */
export function makeBurstReader(): (key: TypedKey) => Heard {
  let [text, first, last]: [string, number, number] = ['', 0, 0];
  let gaps: number[] = [];
  const begin = (key: string, at: number): Heard => {
    [text, first, last, gaps] = [key, at, at, []];
    return { kind: key === '' ? 'hand' : 'start' };
  };
  return ({ key, at, isRepeat }) => {
    if (key === 'Shift') return { kind: 'hand' };
    const gap = at - last;
    const isEnd = key === 'Enter' || key === 'Tab';
    if (isRepeat || (key.length !== 1 && !isEnd)) return begin('', at);
    if (isEnd) {
      const scanned = text;
      const isIt = isScan(scanned.length, [...gaps, gap], at - first);
      begin('', at);
      return isIt ? { kind: 'text', text: scanned } : { kind: 'hand' };
    }
    if (text === '' || gap > LONGEST_GAP) return begin(key, at);
    text += key;
    last = at;
    gaps.push(gap);
    // Past what two quick fingers do: it is a scanner, and nobody's shortcut.
    const isBurst = text.length > 2 && gaps.slice(-2).every((each) => each < SCANNER_GAP);
    return { kind: isBurst ? 'burst' : 'hand' };
  };
}

function isScan(signs: number, gaps: readonly number[], total: number): boolean {
  const torn = gaps.filter((gap) => gap >= SCANNER_GAP).length;
  if (torn === 0) return signs >= LEAST;
  const [longest, shortest] = [Math.max(...gaps), Math.min(...gaps)];
  if (signs < LEAST_TORN || longest > LONGEST_GAP) return false;
  const isTorn = torn <= gaps.length / 5 && total <= gaps.length * 50;
  return isTorn || (longest <= SLOW_GAP && longest - shortest <= EVEN);
}
