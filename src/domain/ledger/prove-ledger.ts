import type { FactRead } from '../fact.ts';
import type { Closing } from '../market-days/drawer.ts';
import { sum, type Minor } from '../money.ts';
import { inOrder } from '../sales/sale-history.ts';
import type { DayLedger, DrawerDay } from './day-ledger.ts';
import { amendmentName } from './ledger-names.ts';

/** Two sums that should be one. `where`: a receipt, a Z number, a drawer, or '' for the day. */
interface Difference {
  readonly what:
    | 'sale'
    | 'line'
    | 'refund'
    | 'day'
    | 'tax'
    | 'photographers'
    | 'shares'
    | 'z-sums'
    | 'z-expected'
    | 'z-balance'
    | 'drawer-tenders';
  readonly where: string;
  readonly expected: Minor;
  readonly found: Minor;
}

/**
 * Proves a day to the minor unit: each sale's and refund's lines + rounding = its tenders; the day's lines + rounding =
 * all tenders; taxes and photographers add up to the lines; each Z balances and is what the facts under its heads add up
 * to; and the drawers' Z reports and amendments with what neither covers are all tenders. Empty: it holds.
 */
export function proveLedger(ledger: DayLedger, reads: readonly FactRead[]): Difference[] {
  const { lines, totals } = ledger;
  const earning = lines.filter(({ kind }) => kind !== 'rounding' && kind !== 'refundedTwice');
  const earned = sum(earning.map(({ paid }) => paid));
  const known = ledger.photographers.flatMap(({ takings, shares }) => (shares ? [{ takings, shares }] : []));
  return [
    ...inOrder(reads).flatMap(factDifferences),
    ...unless('day', '', totals.tenders, sum(lines.map(({ paid }) => paid))),
    ...unless('day', '', totals.tenders, totals.takings - totals.refunded - totals.refundedTwice + totals.rounding),
    ...unless('tax', '', earned, sum(earning.map(({ net }) => net)) + sum(ledger.taxes.map(({ tax }) => tax))),
    ...unless('photographers', '', earned, sum(ledger.photographers.map(({ takings }) => takings))),
    ...known.flatMap(({ takings, shares }) => unless('shares', '', takings, shares.photographer + shares.collective)),
    ...ledger.drawers.flatMap((drawer) => drawerDifferences(ledger, drawer)),
  ];
}

function factDifferences(read: FactRead): Difference[] {
  if (read.type === 'sale.completed') {
    const { lines, rounding, tenders, receipt } = read.body;
    const paid = sum(lines.flatMap(({ units }) => units.map((unit) => unit.paid)));
    return [
      ...unless('sale', receipt, sum(tenders.map(({ amount }) => amount)), paid + rounding),
      ...lines.flatMap(({ units, taxes }) =>
        taxes.flatMap(({ tax }, at) => unless('line', receipt, tax, sum(units.map((unit) => unit.taxes[at] ?? 0)))),
      ),
    ];
  }
  if (read.type !== 'sale.refunded') return [];
  const { units, rounding, tenders, receipt } = read.body;
  return unless(
    'refund',
    receipt,
    sum(tenders.map(({ amount }) => amount)),
    sum(units.map(({ paid }) => paid)) + rounding,
  );
}

function drawerDifferences(ledger: DayLedger, { drawer, closings, amendments, open }: DrawerDay): Difference[] {
  const booked = sum(ledger.tenders.filter((tender) => tender.drawer === drawer).map(({ amount }) => amount));
  // What two papers both saw is in both; that is a card for a person, not a sum: there the facts are taken instead.
  const overlapped = new Set([...closings, ...amendments].flatMap(({ overlaps }) => overlaps));
  const isShared = ({ closed: { body }, overlaps }: Closing) => overlaps.length > 0 || overlapped.has(body.z);
  const reported = [
    ...closings.map((z) => (isShared(z) ? z.again.sums : z.closed.body.sums)),
    ...amendments.map(({ again }) => again.sums),
    ...(open ? [open.sums] : []),
  ];
  const named: [string, Sums][] = [
    ...closings.map(({ closed: { body } }): [string, Sums] => [body.z, body.sums]),
    ...amendments.map(({ amended, report }): [string, Sums] => [amendmentName(amended.body.number), report.sums]),
    ...(open ? [[drawer, open.sums] as [string, Sums]] : []),
  ];
  return [
    ...named.flatMap(([where, { takings, refunded, rounding, tenders }]) =>
      unless('z-balance', where, sum(Object.values(tenders)), takings - refunded + rounding),
    ),
    ...closings
      .filter((z) => !isShared(z))
      .flatMap(({ closed: { body }, again }) => [
        ...unless('z-expected', body.z, again.expected, body.expected),
        ...sumsDifferences(body.z, again.sums, body.sums),
      ]),
    ...unless('drawer-tenders', drawer, booked, sum(reported.flatMap(({ tenders }) => Object.values(tenders)))),
  ];
}

type Sums = DrawerDay['closings'][number]['again']['sums'];

function sumsDifferences(z: string, again: Sums, said: Sums): Difference[] {
  const figures = (sums: Sums): [string, Minor][] => {
    const { tenders, taxes, ...plain } = sums;
    return [
      ...Object.entries(plain),
      ...Object.entries(tenders).map(([key, amount]): [string, Minor] => [`tender ${key}`, amount]),
      ...taxes.flatMap(({ rate, net, tax }): [string, Minor][] => [
        [`net ${rate}`, net],
        [`tax ${rate}`, tax],
      ]),
    ];
  };
  const [expected, found] = [new Map(figures(again)), new Map(figures(said))];
  const keys = [...new Set([...expected.keys(), ...found.keys()])];
  return keys.flatMap((key) => unless('z-sums', `${z}: ${key}`, expected.get(key) ?? 0, found.get(key) ?? 0));
}

function unless(what: Difference['what'], where: string, expected: Minor, found: Minor): Difference[] {
  return expected === found ? [] : [{ what, where, expected, found }];
}
