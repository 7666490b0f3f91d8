/** How long somebody stood there; not `isEnded`: at least this long (the window closed, or they still stand there). */
interface Stay {
  readonly ms: number;
  readonly isEnded: boolean;
}

/**
 * Kaplan-Meier median: the first time at which half have gone, counting those who were still there when nobody looked
 * any more. null if fewer than half were seen to leave. Ended before still-there at equal times.
 */
export function medianStay(stays: readonly Stay[]): number | null {
  const sorted = stays.toSorted((a, b) => a.ms - b.ms || Number(b.isEnded) - Number(a.isEnded));
  let [survival, left] = [1, sorted.length];
  for (const { ms, isEnded } of sorted) {
    if (isEnded) survival *= 1 - 1 / left;
    // One half of four thirds must not miss it by the last digit.
    if (survival <= 0.5 + 1e-12) return ms;
    left--;
  }
  return null;
}

/** Mean: all the time that was watched, over those who were seen to leave; null if nobody was. */
export function meanStay(stays: readonly Stay[]): number | null {
  const ended = stays.filter(({ isEnded }) => isEnded).length;
  return ended === 0 ? null : stays.reduce((sum, { ms }) => sum + ms, 0) / ended;
}
