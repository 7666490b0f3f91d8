import type { Instant } from '../../journal/stamp.ts';
import type { DeviceId } from '../../journal/device-key.ts';
import type { FactRead } from '../fact.ts';
import { sum, type Minor } from '../money.ts';
import type { DrawerId, PhotographerId, TermsId } from '../parts.ts';
import { sharesOf, type KeepsByTerms, type Shares } from '../payouts/shares.ts';
import { madeAt } from '../sales/made-at.ts';
import type { RefundedUnit, SaleLine, SoldCopy } from '../sales/facts.ts';
import { refundedUnits } from '../sales/refund-sale.ts';
import { inOrder, saleHistories, type SaleHistory } from '../sales/sale-history.ts';
import type { LineTax } from '../sales/tax.ts';

/** `refundedTwice`: paid back for a unit that had come back before. It leaves no revenue and no share a second time. */
type LineKind = 'sale' | 'void' | 'refund' | 'refundedTwice' | 'rounding';

/** One line of the day's ledger. Amounts are negative where money leaves; all lines together are all tenders. */
export interface LedgerLine {
  readonly kind: LineKind;
  readonly receipt: string;
  /** Of a refund: the receipt of the sale. */
  readonly saleReceipt: string;
  /** Line of the sale, from 1; 0 for rounding. */
  readonly line: number;
  readonly at: Instant;
  readonly device: DeviceId;
  readonly by: string;
  readonly drawer: DrawerId;
  /** Identity of the fact it comes from. */
  readonly fact: string;
  readonly photographer: PhotographerId;
  readonly terms: TermsId;
  readonly work: string;
  readonly sku: string;
  readonly title: string;
  readonly label: string;
  readonly copies: readonly SoldCopy[];
  /** Negative when goods come back. */
  readonly quantity: number;
  /** List price of one unit. */
  readonly price: Minor;
  /** Price rows and discounts: what was paid without tax on top, less price × quantity. */
  readonly reduction: Minor;
  readonly paid: Minor;
  /** paid − all taxes. */
  readonly net: Minor;
  readonly taxes: readonly LineTax[];
  /** null: the shares are not known on this tablet, or the line has none. */
  readonly shares: Shares | null;
  readonly note: string;
}

/**
 * Lines of a day's sales, voids and refunds, in the order of their stamps, with cash rounding as lines of its own.
 * @param related facts of other days about the same sales: whether a unit had come back before
 */
export function ledgerLines(
  reads: readonly FactRead[],
  related: readonly FactRead[],
  keeps: KeepsByTerms,
): LedgerLine[] {
  const everything = [...reads, ...related];
  const histories = new Map(saleHistories(everything).map((history) => [history.sale.body.sale, history]));
  const firstBack = firstReturns(everything);
  return inOrder(reads).flatMap((read) => {
    switch (read.type) {
      case 'sale.completed':
        return saleLines(read, keeps);
      case 'sale.voided':
      case 'sale.refunded':
        return returnLines(read, histories.get(read.body.sale), firstBack, keeps);
      default:
        return [];
    }
  });
}

type Returned = FactRead<'sale.voided' | 'sale.refunded'>;

function saleLines(read: FactRead<'sale.completed'>, keeps: KeepsByTerms): LedgerLine[] {
  const { body } = read;
  const source = { ...common(read), receipt: body.receipt, saleReceipt: '' };
  const lines = body.lines.map((line, at): LedgerLine => {
    const paid = line.units.map((unit) => unit.paid);
    return {
      ...source,
      ...described(line),
      kind: 'sale',
      sku: line.sku,
      line: at + 1,
      copies: line.units.flatMap(({ copy }) => copy ?? []),
      note: [line.note, at === 0 ? body.note : undefined].filter(Boolean).join(' · '),
      ...amounts(1, line.price, paid, line.taxes, body.taxIncluded),
      shares: sharesOf(paid, line, keeps),
    };
  });
  return [...lines, ...roundingLine(source, body.rounding)];
}

function returnLines(
  read: Returned,
  history: SaleHistory | undefined,
  firstBack: ReadonlyMap<string, string>,
  keeps: KeepsByTerms,
): LedgerLine[] {
  const back = cameBack(read, history);
  if (!back) return [];
  const seen = new Set<string>();
  const groups = new Map<string, { kind: LineKind; units: RefundedUnit[] }>();
  for (const unit of back.units) {
    const key = unitKey(read.body.sale, unit);
    const isFirst = firstBack.get(key) === read.first && !seen.has(key);
    seen.add(key);
    const kind = isFirst ? back.kind : 'refundedTwice';
    const group = groups.get(`${kind}:${unit.line}`) ?? { kind, units: [] };
    group.units.push(unit);
    groups.set(`${kind}:${unit.line}`, group);
  }
  const source = { ...common(read), receipt: back.receipt, saleReceipt: back.saleReceipt };
  const sale = history?.sale.body;
  const lines = [...groups.values()].flatMap(({ kind, units }): LedgerLine[] => {
    const [first] = units;
    if (!first) return [];
    const sold = sale?.lines[first.line];
    const isTwice = kind === 'refundedTwice';
    const paid = units.map((unit) => unit.paid);
    const shares = isTwice ? null : sharesOf(paid, first, keeps);
    return [
      {
        ...source,
        ...described(first),
        kind,
        sku: sold?.sku ?? '',
        line: first.line + 1,
        copies: units.flatMap(({ copy }) => copy ?? []),
        note: back.reason,
        ...amounts(-1, sold?.price ?? first.paid, paid, isTwice ? [] : addedTaxes(units), sale?.taxIncluded ?? true),
        shares: shares && { photographer: 0 - shares.photographer, collective: 0 - shares.collective },
      },
    ];
  });
  return [...lines, ...roundingLine(source, 0 - back.rounding)];
}

/** A void gives back all units of its sale; undone in two tabs, only the first counts. */
function cameBack(read: Returned, history: SaleHistory | undefined) {
  if (read.type === 'sale.refunded') {
    const { units, rounding, receipt, saleReceipt, reason = '' } = read.body;
    return { kind: 'refund' as const, units, rounding, receipt, saleReceipt, reason };
  }
  if (!history || history.voided?.first !== read.first) return undefined;
  const { body } = history.sale;
  const all = body.lines.flatMap(({ units }, line) => units.map((_, unit): [number, number] => [line, unit]));
  const { receipt } = body;
  const units = refundedUnits(body, all);
  return { kind: 'void' as const, units, rounding: body.rounding, receipt, saleReceipt: receipt, reason: '' };
}

function common(read: FactRead<'sale.completed' | 'sale.voided' | 'sale.refunded'>) {
  const { device, by, first, body } = read;
  return { at: madeAt(read), device, by, drawer: body.drawer, fact: first };
}

function described(from: SaleLine | RefundedUnit) {
  const { photographer, terms, work, title, label } = from;
  return { photographer, terms, work, title, label };
}

function amounts(
  sign: 1 | -1,
  price: Minor,
  paid: readonly Minor[],
  taxes: readonly LineTax[],
  taxIncluded: boolean,
): Pick<LedgerLine, 'quantity' | 'price' | 'reduction' | 'paid' | 'net' | 'taxes'> {
  const whole = sum(paid);
  const net = whole - sum(taxes.map(({ tax }) => tax));
  const reduction = (taxIncluded ? whole : net) - price * paid.length;
  // Never -0, which files and screens would show.
  const signed = (amount: Minor) => (sign < 0 ? 0 - amount : amount);
  return {
    quantity: signed(paid.length),
    price,
    reduction: signed(reduction),
    paid: signed(whole),
    net: signed(net),
    taxes: taxes.map((each) => ({ rate: each.rate, net: signed(each.net), tax: signed(each.tax) })),
  };
}

function roundingLine(
  source: Pick<LedgerLine, 'receipt' | 'saleReceipt' | 'at' | 'device' | 'by' | 'drawer' | 'fact'>,
  amount: Minor,
): LedgerLine[] {
  if (amount === 0) return [];
  const nobody = { photographer: '', terms: '', work: '', title: '', label: '', sku: '', note: '', shares: null };
  const nothing = { line: 0, copies: [], quantity: 0, price: 0, reduction: 0, taxes: [] };
  return [{ ...source, ...nobody, ...nothing, kind: 'rounding', paid: amount, net: amount }];
}

function addedTaxes(units: readonly RefundedUnit[]): LineTax[] {
  return (units[0]?.taxes ?? []).map(({ rate }, at) => ({
    rate,
    net: sum(units.map(({ taxes }) => taxes[at]?.net ?? 0)),
    tax: sum(units.map(({ taxes }) => taxes[at]?.tax ?? 0)),
  }));
}

/** Which fact took each unit back first; the same on every tablet that has the same facts. */
function firstReturns(reads: readonly FactRead[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const read of inOrder(reads)) {
    if (read.type !== 'sale.voided' && read.type !== 'sale.refunded') continue;
    for (const unit of read.body.units) {
      const key = unitKey(read.body.sale, unit);
      if (!first.has(key)) first.set(key, read.first);
    }
  }
  return first;
}

function unitKey(sale: string, { line, unit }: { readonly line: number; readonly unit: number }): string {
  return `${sale}:${line}:${unit}`;
}
