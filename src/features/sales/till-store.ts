import { liveQuery } from 'dexie';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Minor } from '../../domain/money.ts';
import { emptyCart, type Cart } from '../../domain/sales/cart.ts';
import type { SaleProblem } from '../../domain/sales/complete-sale.ts';
import type { Tender } from '../../domain/sales/facts.ts';
import { closures } from '../../store/closed.ts';
import { askStorage } from '../../store/commit.ts';
import type { DraftRow, StallDb } from '../../store/db.ts';
import { randomText } from '../../store/device.ts';
import { withRoom } from '../../store/make-room.ts';
import { readAbout } from '../../store/read.ts';
import { attemptsOf, openBeside } from '../../domain/payments/attempts.ts';
import { dropStash, stashCart, stashedCart } from './cart-stash.ts';

/** An amount that left for a reader or a code, and nobody has said yet what became of it. */
export interface OpenAttempt {
  readonly id: string;
  readonly amount: Minor;
  readonly kind: 'card' | 'qr';
  /** The tender's name, as the lead gave it. */
  readonly name?: string;
  /** What the till's code put into the transfer's text. */
  readonly reference?: string;
}

/** What survives a reload: the cart and how far its payment has come. */
export interface Draft {
  readonly cart: Cart;
  /** Parts of a split that are paid already. */
  readonly parts: readonly Tender[];
  readonly attempt: OpenAttempt | null;
  /** A parked cart's remark. */
  readonly remark?: string;
  /** Answers to "it is in my hand": keys of copies. */
  readonly inHand: readonly string[];
}

/** What the undo bar says, and the draft as it was before. */
export interface Undoable {
  readonly words: string;
  readonly since: number;
  readonly before: Draft;
}

/** What came back with a sale, and the money that went back for it. */
export interface GivenBack {
  readonly receipt: string;
  readonly amount: Minor;
  readonly by: 'cash' | 'card';
}

/** A sale just made; stands in the cart column until the next begins. */
export interface DoneSale {
  readonly sale: string;
  readonly receipt: string;
  readonly secret: string;
  /** In money: what was exchanged is not in it. */
  readonly total: Minor;
  readonly given: Minor | null;
  readonly change: Minor;
  readonly tenders: readonly Tender[];
  readonly at: number;
  readonly copies: readonly string[];
  readonly works: readonly string[];
  readonly unclear: boolean;
  /** The other half, where it was an exchange. */
  readonly back: GivenBack | null;
}

/** What stands where the wall is. */
export type View =
  | { readonly kind: 'wall' }
  | { readonly kind: 'variants'; readonly work: string }
  /** Numbers of a variant's edition; `line`: another number for this line. */
  | { readonly kind: 'copies'; readonly variant: string; readonly line?: string }
  | { readonly kind: 'payment'; readonly by: PayBy }
  /** The reader did not say: three answers. */
  | { readonly kind: 'unclear'; readonly instead: PayBy }
  | { readonly kind: 'turned' };

/** A way of paying: the three of the pay bar, split, or a tender the lead named. */
export type PayBy = 'card' | 'cash' | 'split' | `named:${string}`;

/** What slides over the wall. */
type SheetKind =
  | { readonly kind: 'amount' | 'discount' | 'note' | 'park' | 'more' | 'scan' }
  | { readonly kind: 'line'; readonly line: string };

export interface TillState {
  readonly view: View;
  readonly sheet: SheetKind | null;
  /** What could not be done, in words, until the next step. */
  readonly trouble: string | null;
  /** A number that could not be sold as it stands: a person decides. */
  readonly conflict: Extract<SaleProblem, { readonly key: string }> | null;
  readonly draft: Draft;
  /** The line touched last: it is open and shows its sentence. */
  readonly newest: string | null;
  /** Newest first: each step can be taken back until it is paid. */
  readonly steps: readonly Undoable[];
  readonly done: DoneSale | null;
  /** The sale before, if the next one began on top of it: its change is still to be read in *Recent*. */
  readonly early: DoneSale | null;
  /** Whether *Recent* is open, in the place of the lines. */
  readonly recent: boolean;
}

export type Till = StoreApi<TillState> & {
  /** Settles when everything shown is on the disk. */
  readonly flush: () => Promise<void>;
  /** Leaves the cart behind: paid, parked or emptied. Nothing of it is written again. */
  readonly leave: (next?: Draft) => void;
  /** Nothing of the open cart is written until it is left, or until what this returns is called. */
  readonly hold: () => () => void;
};

/** The next sale begins: what stood in the cart column moves to *Recent*. */
export function beginNext({ done, early }: TillState): Pick<TillState, 'done' | 'early'> {
  return { done: null, early: done ?? early };
}

export function newDraft(): Draft {
  return { cart: emptyCart(randomText()), parts: [], attempt: null, inHand: [] };
}

/** Whether there is anything to lose in it. */
export function isUsed({ cart, parts, attempt }: Draft): boolean {
  const { lines, note, exchange } = cart;
  return lines.length > 0 || parts.length > 0 || attempt !== null || note !== undefined || exchange !== undefined;
}

const tills = new WeakMap<StallDb, Promise<Till>>();

/**
 * The till of a database: one a page, filled from the draft kept there.
 * @throws what the storage throws where it cannot be read; asked again, it is read again
 */
export function tillOf(db: StallDb): Promise<Till> {
  const known = tills.get(db);
  if (known) return known;
  const made = openTill(db);
  tills.set(db, made);
  made.catch(() => tills.delete(db));
  return made;
}

async function openTill(db: StallDb): Promise<Till> {
  const row = await unsold(db, (await db.drafts.where('state').equals('open').sortBy('changedAt')).at(-1));
  const stashed = await unsold(db, stashedCart(db.collective));
  const kept = stashed && stashed.changedAt >= (row?.changedAt ?? 0) ? stashed : row;
  const known = kept && readDraft(kept);
  const first = known ? await withHeldAttempt(db, known) : newDraft();
  // Else the kept row would be followed as another window's word, and the question would lose what it is about.
  if (known && first !== known) await askStorage(db, () => withRoom(db, () => keepDraft(db, first)));
  const store = createStore<TillState>(() => ({
    // A reload in the middle of a card payment comes back to its question.
    view: first.attempt ? { kind: 'unclear', instead: 'card' } : { kind: 'wall' },
    sheet: null,
    trouble: null,
    conflict: null,
    draft: first,
    newest: first.cart.lines.at(-1)?.id ?? null,
    steps: [],
    done: null,
    early: null,
    recent: false,
  }));
  const left = new Set<string>();
  let writing: Promise<unknown> = Promise.resolve();
  let isWritten = row !== undefined && row === kept;
  const write = (draft: Draft) => {
    writing = writing
      .then(() => askStorage(db, () => keep(draft)))
      .then((kept) => kept.ok || stash(draft))
      // A bug in keeping a draft must not stand in the way of its sale, nor of what is kept after it.
      .catch((thrown: unknown) => (console.error(thrown), stash(draft)));
  };
  store.subscribe(({ draft }, before) => {
    if (draft !== before.draft) write(draft);
  });
  async function keep(draft: Draft): Promise<void> {
    // Only the newest counts; the others were overtaken while they waited.
    if (left.has(draft.cart.id) || store.getState().draft !== draft) return;
    await withRoom(db, () => keepDraft(db, draft));
    isWritten = isUsed(draft);
    dropStash(db.collective);
  }
  /** The database did not take it. */
  function stash(draft: Draft): void {
    if (store.getState().draft === draft) stashCart(db.collective, openRow(draft));
  }
  if (kept && kept === stashed) write(first);
  closures.subscribe((now, before) => {
    if (before.has(db) && !now.has(db)) write(store.getState().draft);
  });
  // Another tab may pay, park or change the same cart.
  const openRows = () => db.drafts.where('state').equals('open').toArray();
  liveQuery(openRows).subscribe({ next: () => void look().catch(() => undefined), error: () => undefined });
  /** Reads again once nothing is being written: rows from before a write would take the cart away that it kept. */
  async function look(): Promise<void> {
    const settled = writing;
    await settled;
    const rows = await openRows();
    if (writing !== settled) return look();
    follow(rows);
  }
  function follow(rows: readonly DraftRow[]): void {
    const { draft } = store.getState();
    const row = rows.find(({ id }) => id === draft.cart.id);
    const theirs = row && readDraft(row);
    if (theirs && JSON.stringify(theirs) !== JSON.stringify(draft) && isForeign(row)) {
      store.setState({ draft: theirs, steps: [], newest: theirs.cart.lines.at(-1)?.id ?? null });
    } else if (!row && isWritten && isUsed(draft) && rows.length === 0) {
      isWritten = false;
      left.add(draft.cart.id);
      store.setState({ draft: newDraft(), steps: [], newest: null });
    }
  }
  return Object.assign(store, {
    flush: () => writing.then(() => undefined),
    leave: (next: Draft = newDraft()) => {
      left.add(store.getState().draft.cart.id);
      left.delete(next.cart.id);
      isWritten = false;
      store.setState({ draft: next, steps: [], recent: false, newest: next.cart.lines.at(-1)?.id ?? null });
    },
    hold: () => {
      const { id } = store.getState().draft.cart;
      left.add(id);
      // Its row is about to go, and not by another tab.
      isWritten = false;
      return () => {
        if (store.getState().draft.cart.id !== id) return;
        left.delete(id);
        write(store.getState().draft);
      };
    },
  });
}

/**
 * The draft with the attempt that is out for its sale, where only the journal knows of it: the till ended before the
 * draft was written, or another one was answered first. `draft.attempt` stays where there is no other.
 */
export async function withHeldAttempt(db: StallDb, draft: Draft): Promise<Draft> {
  const { cart, parts, attempt: known } = draft;
  const tenders = [...parts, ...(known ? [{ attempt: known.id }] : [])];
  const held = openBeside(attemptsOf(await readAbout(db, cart.id)), cart.id, tenders);
  if (!held) return draft;
  const { attempt: id, amount, provider, tender, reference } = held;
  const attempt: OpenAttempt = {
    id,
    amount,
    kind: provider === 'manual-card' ? 'card' : 'qr',
    ...(tender === undefined ? {} : { name: tender }),
    ...(reference === '' ? {} : { reference }),
  };
  return { ...draft, attempt };
}

/**
 * Writes the open draft; may be part of a transaction. Not where its sale is written: what was tapped meanwhile would
 * bring the sold cart back.
 */
export function keepDraft(db: StallDb, draft: Draft): PromiseLike<void> {
  return db.transaction('rw', db.drafts, db.journal, async () => {
    if (isUsed(draft) && !(await isSold(db, draft.cart.id))) await db.drafts.put(openRow(draft));
    else await db.drafts.delete(draft.cart.id);
  });
}

/** A cart whose sale is written is not one any more. */
async function unsold(db: StallDb, row: DraftRow | undefined): Promise<DraftRow | undefined> {
  if (!row || !(await isSold(db, row.id))) return row;
  // One that stays, on a full tablet, is in nobody's way.
  await askStorage(db, () => db.drafts.delete(row.id));
  return undefined;
}

/** Whether the sale of this cart is in the journal; may be part of a transaction. */
export async function isSold(db: StallDb, cart: string): Promise<boolean> {
  return (await readAbout(db, cart)).some(({ type }) => type === 'sale.completed');
}

/** Names this page among the tabs of one tablet. */
const tab = randomText(8);

function openRow(draft: Draft): DraftRow {
  return { id: draft.cart.id, state: 'open', changedAt: Date.now(), value: { ...draft, tab } };
}

function isForeign({ value }: DraftRow): boolean {
  return (value as { readonly tab?: string }).tab !== tab;
}

/** A draft as this or an older build wrote it; what is missing has its default. */
export function readDraft({ id, value }: DraftRow): Draft | undefined {
  const { cart, parts, attempt, remark, inHand } = value as Partial<Draft>;
  if (!cart || cart.id !== id || !Array.isArray(cart.lines)) return undefined;
  const known = { cart, parts: parts ?? [], attempt: attempt ?? null, inHand: inHand ?? [] };
  return remark === undefined ? known : { ...known, remark };
}
