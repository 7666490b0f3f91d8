import type { Because } from './shapes.ts';

const MOST = 160;

/**
 * The one English sentence of an order line or a forecast, at most 160 characters. Every number in it is in `because`,
 * so that screens can say it in the collective's language.
 */
export function sentence(because: Because): string {
  const text = because.last === null ? neverShown(because) : `${lastTime(because)}; ${coming(because)}`;
  return [text, ...reasons(because)].reduce((said, more) =>
    said.length + 1 + more.length <= MOST ? `${said} ${more}` : said,
  );
}

function neverShown(because: Because): string {
  return `Never on the table yet; prints like it suggest about ${amount(because.mean)} ${range(because)}${order(because)}`;
}

function lastTime({ last }: Because): string {
  if (last === null) return '';
  const sold = `Sold ${last.sold < last.of ? `${last.sold} of ${last.of}` : `all ${last.sold}`}`;
  if (last.soldOutAt === null) return `${sold} last time`;
  return `${sold} by ${clock(last.soldOutAt)} with ${Math.round(last.toCome * 100)} % of visitors still to come`;
}

function coming(because: Because): string {
  return `expect about ${amount(because.mean)} ${range(because)}${order(because)}`;
}

function order({ last, inHand, quantity, mean, tooLate }: Because): string {
  if (quantity > 0 && last === null && inHand === 0) return `. Print ${quantity}.`;
  if (quantity > 0) return `. With ${inHand} in hand, print ${quantity}.`;
  if (mean <= inHand) return `; the ${inHand} in hand are enough.`;
  return tooLate > 0.5 ? '; too late to print for it.' : '; no order pays.';
}

function reasons(because: Because): string[] {
  const said: string[] = [];
  if (because.overBudget !== null) said.push('Left out: over budget.');
  if (because.quantity > 0 && because.tooLate > 0.5) said.push('Likely too late for the next market.');
  if (because.early) said.push('Early, uncertain.');
  if (because.quantity > 0 && because.editionAfter !== null) {
    said.push(
      because.editionAfter === 0
        ? 'The edition is then complete.'
        : `${because.editionAfter} of the edition would remain.`,
    );
  }
  return said;
}

function range({ low, high }: Because): string {
  return `(${low}–${high})`;
}

/** Below three one decimal, else whole. */
function amount(mean: number): string {
  return mean < 2.95 ? mean.toFixed(1) : String(Math.round(mean));
}

/** Minutes since the opening: `3 h 00`. */
function clock(minutes: number): string {
  const whole = Math.round(minutes);
  return `${Math.floor(whole / 60)} h ${String(whole % 60).padStart(2, '0')}`;
}
