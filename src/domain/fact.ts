import * as v from 'valibot';
import type { FactText, Read } from '../journal/entry.ts';
import * as catalogue from './catalogue/facts.ts';
import * as codes from './codes/facts.ts';
import * as editions from './editions/facts.ts';
import * as floor from './floor/facts.ts';
import * as days from './market-days/facts.ts';
import * as payments from './payments/facts.ts';
import * as people from './people/facts.ts';
import * as replenishment from './replenishment/facts.ts';
import * as sales from './sales/facts.ts';
import * as stock from './stock/facts.ts';

/** Everything that can happen, with the schema of its body. A schema only grows; a changed meaning is a new type. */
export const factSchemas = {
  'collective.revised': people.CollectiveRevised,
  'person.revised': people.PersonRevised,
  'tablet.paired': people.TabletPaired,
  'work.revised': catalogue.WorkRevised,
  'photographer.revised': catalogue.PhotographerRevised,
  'priceRow.revised': catalogue.PriceRowRevised,
  'edition.published': catalogue.EditionPublished,
  'edition.revised': catalogue.EditionRevised,
  'terms.agreed': catalogue.TermsAgreed,
  'code.attached': codes.CodeAttached,
  'copies.placed': editions.CopiesPlaced,
  'copies.marked': editions.CopiesMarked,
  'copy.spoilt': editions.CopySpoilt,
  'place.revised': stock.PlaceRevised,
  'stock.counted': stock.StockCounted,
  'stock.moved': stock.StockMoved,
  'marketDay.revised': days.MarketDayRevised,
  'marketDay.opened': days.MarketDayOpened,
  'marketDay.closed': days.MarketDayClosed,
  'marketDay.amended': days.MarketDayAmended,
  'drawer.opened': days.DrawerOpened,
  'drawer.closed': days.DrawerClosed,
  'cash.paidIn': days.CashPaidIn,
  'cash.paidOut': days.CashPaidOut,
  'sale.completed': sales.SaleCompleted,
  'sale.voided': sales.SaleVoided,
  'sale.refunded': sales.SaleRefunded,
  'payment.handedOff': payments.PaymentHandedOff,
  'payment.resolved': payments.PaymentResolved,
  'window.opened': floor.WindowOpened,
  'window.closed': floor.WindowClosed,
  'pause.started': floor.PauseStarted,
  'pause.moved': floor.PauseMoved,
  'pause.ended': floor.PauseEnded,
  'pause.markedUnsure': floor.PauseMarkedUnsure,
  'floor.undone': floor.FloorUndone,
  'reorder.approved': replenishment.ReorderApproved,
} as const;

export type FactType = keyof typeof factSchemas;
export type FactBody<T extends FactType> = v.InferOutput<(typeof factSchemas)[T]>;

/** Only leads' tablets may read these. */
const privateTypes: ReadonlySet<FactType> = new Set(['terms.agreed', 'reorder.approved']);

/** An entry of ours that could be read, its body parsed. */
export type FactRead<T extends FactType = FactType> = { [K in T]: Read<FactBody<K>> & { readonly type: K } }[T];

/** A fact about to be written. `about` is the id of what it is about: the sale, the work, the drawer, the day. */
export function fact<T extends FactType>(type: T, about: string, body: FactBody<T>): FactText {
  return { type, about, body, isPrivate: privateTypes.has(type) };
}

/**
 * Parses an entry's body by its type's schema.
 * undefined: a type this build does not know, or a body it cannot read; the entry is kept and passed on all the same.
 */
export function parseFact(read: Read): FactRead | undefined {
  if (!isFactType(read.type)) return undefined;
  const body = v.safeParse(factSchemas[read.type], read.body);
  return body.success ? ({ ...read, type: read.type, body: body.output } as FactRead) : undefined;
}

/** Whether this build can read the type; others are kept and passed on. */
export function isFactType(type: string): type is FactType {
  return Object.hasOwn(factSchemas, type);
}

/** Narrows to facts of one type: `reads.filter(isFact('sale.completed'))`. */
export function isFact<T extends FactType>(type: T) {
  return (read: Read): read is Read<FactBody<T>> & { readonly type: T } => read.type === type;
}
