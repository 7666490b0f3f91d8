import type { Amendment } from '../market-days/amendments.ts';
import type { Closing, DrawerReport } from '../market-days/drawer.ts';
import { sum, type Minor } from '../money.ts';
import type { PhotographerId } from '../parts.ts';
import { tenderKey } from '../sales/tenders.ts';
import { accountPart, photographerAccounts } from './account-names.ts';
import type { DayLedger, DrawerDay } from './day-ledger.ts';
import { amendmentName, percentText, photographerName, type LedgerNames } from './ledger-names.ts';

/** A transaction of double-entry bookkeeping, for either plain-text format. */
interface Booking {
  readonly payee: string;
  readonly narration: string;
  /** Add up to nothing. */
  readonly postings: readonly Posting[];
}

interface Posting {
  /** `Assets:Cash:Drawer-A`, valid in both formats: `accountPart`. */
  readonly account: string;
  readonly amount: Minor;
  /** What the account holds afterwards: the count of a drawer. */
  readonly balance?: Minor;
}

/** A day's bookings with the accounts they use. */
export interface DayBookings {
  readonly bookings: readonly Booking[];
  /** Account → what it is called in full, '' where the account says it all. */
  readonly accounts: ReadonlyMap<string, string>;
}

/**
 * The day as bookings: per drawer and Z or amendment the float, the takings with tax and rounding, paid in and out, and
 * the count with its difference; then each photographer's part as a debt of the collective. Income is booked per
 * photographer.
 */
export function dayBookings(ledger: DayLedger, names: LedgerNames): DayBookings {
  const accounts = new Map<string, string>();
  const accountOf = photographerAccounts(names);
  const income = (id: PhotographerId) =>
    declared(accounts, `Income:Sales:${accountOf(id)}`, photographerName(names, id));
  const bookings = [
    ...ledger.drawers.flatMap((drawer) => drawerBookings(ledger, drawer, names, income)),
    ...shareBooking(ledger, names, (id) =>
      declared(accounts, `Liabilities:Photographers:${accountOf(id)}`, photographerName(names, id)),
    ),
  ].filter(({ postings }) => postings.length > 0);
  for (const { postings } of bookings) for (const { account } of postings) declared(accounts, account, '');
  return { bookings, accounts: new Map([...accounts].toSorted(([a], [b]) => (a < b ? -1 : 1))) };
}

function drawerBookings(
  ledger: DayLedger,
  { drawer, letters, closings, amendments, open }: DrawerDay,
  names: LedgerNames,
  income: (id: PhotographerId) => string,
): Booking[] {
  const place = `Assets:Cash:Drawer-${accountPart(letters || drawer.slice(0, 8))}`;
  const covered = new Set([...closings, ...amendments].flatMap(({ covers }) => covers.map(({ first }) => first)));
  let held = 0;
  const session = (
    label: string,
    facts: (fact: string) => boolean,
    report: DrawerReport,
    count?: Counted,
    isAmendment = false,
  ): Booking[] => {
    // What an amendment brings comes to what lies there; a session begins with a float of its own.
    const float = isAmendment ? 0 : report.sums.float - held;
    held = count?.counted ?? report.expected + (isAmendment ? held : 0);
    const difference = held - report.expected;
    return [
      booking(names, `${label} float`, [post(place, float), post('Equity:Opening-Balances', -float)]),
      booking(names, `${label} takings`, takings(ledger, drawer, facts, place, income)),
      ...cashBookings(ledger, names, facts, drawer, place),
      ...(count
        ? [
            booking(names, `${label} counted${count.reason ? `: ${count.reason}` : ''}`, [
              { account: place, amount: difference, balance: count.counted },
              ...postUnlessNothing('Expenses:Cash-Over-Short', -difference),
            ]),
          ]
        : []),
    ];
  };
  return [
    ...inStampOrder(closings, amendments).flatMap((paper) => {
      const under = new Set(paper.covers.map(({ first }) => first));
      const isIn = (fact: string) => under.has(fact);
      if ('closed' in paper) return session(paper.closed.body.z, isIn, paper.again, paper.closed.body);
      const { number } = paper.amended.body;
      return paper.covers.length > 0
        ? session(`${paper.z} ${amendmentName(number)}:`, isIn, paper.again, undefined, true)
        : [];
    }),
    ...(open ? session(`Drawer ${letters}, not in a Z:`, (fact) => !covered.has(fact), open) : []),
  ];
}

/** As they followed each other: what an amendment brings lies in the drawer before the next count. */
function inStampOrder(closings: readonly Closing[], amendments: readonly Amendment[]): (Closing | Amendment)[] {
  const stampOf = (paper: Closing | Amendment) => ('closed' in paper ? paper.closed : paper.amended).stamp;
  return [...closings, ...amendments].toSorted((a, b) => (stampOf(a) < stampOf(b) ? -1 : 1));
}

interface Counted {
  readonly counted: Minor;
  readonly reason?: string;
}

function takings(
  ledger: DayLedger,
  drawer: string,
  isIn: (fact: string) => boolean,
  place: string,
  income: (id: PhotographerId) => string,
): Posting[] {
  const lines = ledger.lines.filter((line) => line.drawer === drawer && isIn(line.fact));
  const tenders = ledger.tenders.filter((tender) => tender.drawer === drawer && isIn(tender.fact));
  const sums = new Map<string, Minor>();
  const add = (account: string, amount: Minor) => sums.set(account, (sums.get(account) ?? 0) + amount);
  for (const { key, tender, amount } of tenders) {
    add(tender.kind === 'cash' && key === tenderKey(tender) ? place : `Assets:Clearing:${accountPart(key)}`, amount);
  }
  for (const { kind, photographer, paid, net, taxes } of lines) {
    if (kind === 'rounding') add('Income:Cash-Rounding', -paid);
    else if (kind === 'refundedTwice') add('Assets:Refunded-Twice', -paid);
    else add(income(photographer), -net);
    for (const { rate, tax } of taxes) add(`Liabilities:Tax:${accountPart(`R${percentText(rate)}`)}`, -tax);
  }
  return [...sums].flatMap(([account, amount]) => postUnlessNothing(account, amount));
}

function cashBookings(
  ledger: DayLedger,
  names: LedgerNames,
  isIn: (fact: string) => boolean,
  drawer: string,
  place: string,
): Booking[] {
  return ledger.cashMoves.flatMap((move) => {
    const isMove = move.kind === 'paidIn' || move.kind === 'paidOut';
    if (!isMove || move.drawer !== drawer || !isIn(move.fact) || move.amount === null) return [];
    const other = move.kind === 'paidIn' ? 'Equity:Paid-In' : 'Expenses:Paid-Out';
    const words = move.kind === 'paidIn' ? 'paid in' : 'paid out';
    return [booking(names, `${words}: ${move.reason}`, [post(place, move.amount), post(other, 0 - move.amount)])];
  });
}

function shareBooking(ledger: DayLedger, names: LedgerNames, owed: (id: PhotographerId) => string): Booking[] {
  const parts = ledger.photographers.flatMap(({ photographer, shares }) =>
    photographer !== '' && shares && shares.photographer !== 0 ? [{ photographer, part: shares.photographer }] : [],
  );
  const whole = sum(parts.map(({ part }) => part));
  return [
    booking(names, "Photographers' parts", [
      ...postUnlessNothing('Expenses:Photographers', whole),
      ...parts.flatMap(({ photographer, part }) => postUnlessNothing(owed(photographer), -part)),
    ]),
  ];
}

function booking(names: LedgerNames, narration: string, postings: readonly Posting[]): Booking {
  const isEmpty = postings.every(({ amount, balance }) => amount === 0 && balance === undefined);
  return { payee: names.market, narration, postings: isEmpty ? [] : postings };
}

function post(account: string, amount: Minor): Posting {
  return { account, amount };
}

function postUnlessNothing(account: string, amount: Minor): Posting[] {
  return amount === 0 ? [] : [post(account, amount)];
}

function declared(accounts: Map<string, string>, account: string, name: string): string {
  if (!accounts.has(account) || name) accounts.set(account, name);
  return account;
}
