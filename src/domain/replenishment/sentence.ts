import type { Because } from './shapes.ts';

const MOST = 160;

/** By this name the extractor finds the texts for translation: screen and sentence cannot differ. */
const defineMessages = <Texts>(texts: Texts): Texts => texts;

/** The one wording of why so many; each is a clause, and `end` of its reason closes it. */
export const reasonTexts = defineMessages({
  never: { id: 'reorder.never', defaultMessage: 'Never on the table yet' },
  alike: { id: 'reorder.alike', defaultMessage: 'prints like it suggest about {mean} ({low}–{high})' },
  soldOut: {
    id: 'reorder.soldOut',
    defaultMessage: 'Sold all {sold} by {hours} h {minutes} with {toCome} % of visitors still to come',
  },
  soldAll: { id: 'reorder.soldAll', defaultMessage: 'Sold all {sold} last time' },
  sold: { id: 'reorder.sold', defaultMessage: 'Sold {sold} of {of} last time' },
  expect: { id: 'reorder.expect', defaultMessage: 'expect about {mean} ({low}–{high})' },
  printFirst: { id: 'reorder.printFirst', defaultMessage: 'Print {quantity}' },
  print: { id: 'reorder.print', defaultMessage: 'With {inHand} in hand, print {quantity}' },
  enough: { id: 'reorder.enough', defaultMessage: 'the {inHand} in hand are enough' },
  tooLate: { id: 'reorder.tooLate', defaultMessage: 'too late to print for it' },
  noGain: { id: 'reorder.noGain', defaultMessage: 'no order pays' },
  overBudget: { id: 'reorder.overBudget', defaultMessage: 'Left out: over budget' },
  late: { id: 'reorder.late', defaultMessage: 'Likely too late for the next market' },
  early: { id: 'reorder.early', defaultMessage: 'Early, uncertain' },
  complete: { id: 'reorder.complete', defaultMessage: 'The edition is then complete' },
  remain: { id: 'reorder.remain', defaultMessage: '{editionAfter} of the edition would remain' },
});

/** One clause of the reason. `values` are texts already, in the reader's digits. */
interface Reason {
  readonly key: keyof typeof reasonTexts;
  readonly values: Readonly<Record<string, string>>;
  readonly end: '.' | ';';
}

/** A number in the reader's digits, with so many decimals. */
type NumberText = (value: number, decimals: number) => string;

/** Why so many, clause by clause; every number in them is in `because`. */
export function reasonsOf(because: Because, numberText: NumberText = english): readonly Reason[] {
  const { last, mean, low, high, inHand, quantity, editionAfter, toCome, hours, minutes } = figures(because);
  const whole = (value: number) => numberText(value, 0);
  // Below three one decimal, else whole.
  const expected = { mean: numberText(mean, mean < 2.95 ? 1 : 0), low: whole(low), high: whole(high) };
  const end = quantity > 0 ? '.' : ';';
  const [sold, of] = [whole(last?.sold ?? 0), whole(last?.of ?? 0)];
  const said: Reason[] = !last
    ? [reason('never', {}, ';'), reason('alike', expected, end)]
    : last.soldOutAt !== null
      ? [reason('soldOut', { sold, hours, minutes, toCome: whole(toCome) }, ';')]
      : [last.sold < last.of ? reason('sold', { sold, of }, ';') : reason('soldAll', { sold }, ';')];
  if (last) said.push(reason('expect', expected, end));
  const [printed, there] = [{ quantity: whole(quantity) }, { inHand: whole(inHand) }];
  if (quantity > 0 && !last && inHand === 0) said.push(reason('printFirst', printed));
  else if (quantity > 0) said.push(reason('print', { ...there, ...printed }));
  else if (mean <= inHand) said.push(reason('enough', there));
  else said.push(reason(because.tooLate > 0.5 ? 'tooLate' : 'noGain'));
  if (because.overBudget !== null) said.push(reason('overBudget'));
  if (quantity > 0 && because.tooLate > 0.5) said.push(reason('late'));
  if (because.early) said.push(reason('early'));
  if (quantity > 0 && editionAfter === 0) said.push(reason('complete'));
  else if (quantity > 0 && editionAfter !== null) said.push(reason('remain', { editionAfter: whole(editionAfter) }));
  return said;
}

/** Verdict and before it: always said. What comes after is said while it fits. */
const ALWAYS = 3;

/** The one English sentence of an order line or a forecast, at most 160 characters. */
export function sentence(because: Because): string {
  const said = reasonsOf(because).map(({ key, values, end }) => {
    const text: string = reasonTexts[key].defaultMessage;
    return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '') + end;
  });
  return said
    .slice(ALWAYS)
    .reduce(
      (text, more) => (text.length + 1 + more.length <= MOST ? `${text} ${more}` : text),
      said.slice(0, ALWAYS).join(' '),
    );
}

function reason(key: Reason['key'], values: Reason['values'] = {}, end: Reason['end'] = '.'): Reason {
  return { key, values, end };
}

/** Minutes since the opening as `3 h 00`, and percent of visitors. */
function figures(because: Because) {
  const since = Math.round(because.last?.soldOutAt ?? 0);
  return {
    ...because,
    toCome: Math.round((because.last?.toCome ?? 0) * 100),
    hours: String(Math.floor(since / 60)),
    minutes: String(since % 60).padStart(2, '0'),
  };
}

function english(value: number, decimals: number): string {
  return value.toFixed(decimals);
}
