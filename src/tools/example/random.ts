/** Random numbers in [0, 1); the same seed gives the same ones everywhere (mulberry32). */
export type Random = () => number;

/** @param seed a whole number; its lower 32 bits count */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many bytes, for keys and salts of the example that tests can predict. */
export function bytesFrom(random: Random, count: number): Uint8Array {
  return Uint8Array.from({ length: count }, () => Math.floor(random() * 256));
}

/** One of these, each as likely as its weight; undefined if nothing has any. */
export function pick<T>(random: Random, from: readonly T[], weight: (each: T) => number): T | undefined {
  let left = random() * from.reduce((sum, each) => sum + weight(each), 0);
  return from.find((each) => (left -= weight(each)) < 0);
}

/** Seconds of a glance at a print: log-normal with this median, and log-sd 0.97 as people were measured to have. */
export function glance(random: Random, median: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return median * Math.exp(0.97 * normal);
}
