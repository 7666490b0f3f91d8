// The method of every benchmark: control and subject take turns in one run, so that a busy machine slows both.

/**
 * @typedef {object} Result one line of output
 * @property {string} name
 * @property {number} value median of the subject
 * @property {string} unit
 * @property {number | null} against median of the control, or the limit where there is no control; null without either
 * @property {number | null} ratio median of the rounds' ratios, not the ratio of the medians
 * @property {number} low least and greatest ratio of a round; of a value where there is no ratio
 * @property {number} high
 * @property {number} rounds
 */

/**
 * Runs control and subject in turn, the order changing with each round; one round before that does not count.
 * @param {object} options
 * @param {string} options.name
 * @param {string} options.unit of what `control` and `subject` return
 * @param {(round: number) => Promise<number>} options.control
 * @param {(round: number) => Promise<number>} options.subject
 * @param {number} [options.rounds] at least 5
 * @param {number} [options.warmUp] rounds before the first that counts
 * @returns {Promise<Result>}
 */
export async function inRounds({ name, unit, control, subject, rounds = 5, warmUp = 1 }) {
  if (rounds < 5) throw new RangeError(`${name}: ${rounds} rounds say nothing; at least 5`);
  /** @type {{ control: number, subject: number }[]} */
  const pairs = [];
  for (let round = -warmUp; round < rounds; round += 1) {
    const pair = { control: NaN, subject: NaN };
    const turns =
      round % 2 === 0 ? /** @type {const} */ (['control', 'subject']) : /** @type {const} */ (['subject', 'control']);
    for (const turn of turns) pair[turn] = await (turn === 'control' ? control : subject)(round);
    if (round >= 0) pairs.push(pair);
  }
  const ratios = pairs.map((pair) => pair.subject / pair.control);
  return {
    name,
    value: median(pairs.map((pair) => pair.subject)),
    unit,
    against: median(pairs.map((pair) => pair.control)),
    ratio: median(ratios),
    low: Math.min(...ratios),
    high: Math.max(...ratios),
    rounds,
  };
}

/**
 * A size or a count: measured once, because it is the same every time, and set against its limit.
 * @param {{ name: string, unit: string, value: number, limit: number }} measured
 * @returns {Result}
 */
export function againstLimit({ name, unit, value, limit }) {
  return {
    name,
    value,
    unit,
    against: limit,
    ratio: value / limit,
    low: value / limit,
    high: value / limit,
    rounds: 1,
  };
}

/** @param {readonly number[]} values at least one */
export function median(values) {
  if (values.length === 0) throw new RangeError('no values, no median');
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[(sorted.length >> 1) - 1] ?? NaN) + upper) / 2;
}

/** @param {readonly number[]} values at least one @param {number} share 0.95 for the 95th percentile (nearest rank) */
export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
