import { createStore } from 'zustand/vanilla';

/**
 * Databases of this page that the browser or another window has closed. `lost`: a connection that may be opened again
 * here; `taken`: a newer build or a removal in another window took it, and only a new page may open it.
 */
type Closure = 'lost' | 'taken';

/** As much of a StallDb as is needed here; StallDb imports this file. */
interface Connection {
  close(): void;
  open(): PromiseLike<unknown>;
  readonly heads: { count(): PromiseLike<number> };
}

/** By database; one that is open is not in it. */
export const closures = createStore<ReadonlyMap<Connection, Closure>>(() => new Map());

/** The first word stands: what another window took stays taken. */
export function noteClosed(db: Connection, how: Closure = 'lost'): void {
  if (closures.getState().has(db)) return;
  closures.setState(new Map(closures.getState()).set(db, how), true);
}

/** The connection is there again. */
export function noteOpen(db: Connection): void {
  if (!closures.getState().has(db)) return;
  const left = new Map(closures.getState());
  left.delete(db);
  closures.setState(left, true);
}

/** Opens a lost connection again, in place: the cart on the screen is not touched. False: only a new page can. */
export async function openAgain(db: Connection): Promise<boolean> {
  if (closures.getState().get(db) === 'taken') return false;
  try {
    db.close();
    await db.open();
    // A storage that opens and cannot be read is not open.
    await db.heads.count();
  } catch {
    return false;
  }
  noteOpen(db);
  return true;
}
