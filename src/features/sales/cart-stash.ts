import type { DraftRow } from '../../store/db.ts';

// Where the open cart waits while the database does not take it: with this window, and over the till being opened again.

export function stashCart(collective: string, row: DraftRow): void {
  try {
    sessionStorage.setItem(keyOf(collective), JSON.stringify(row));
  } catch {
    // No room here either: the cart is on the screen and nowhere else.
  }
}

export function stashedCart(collective: string): DraftRow | undefined {
  try {
    const row: unknown = JSON.parse(sessionStorage.getItem(keyOf(collective)) ?? 'null');
    const isRow = typeof row === 'object' && row !== null && 'id' in row && 'value' in row && 'changedAt' in row;
    // Written by stashCart alone; its value is read as any kept draft's is.
    return isRow ? (row as DraftRow) : undefined;
  } catch {
    return undefined;
  }
}

export function dropStash(collective: string): void {
  try {
    sessionStorage.removeItem(keyOf(collective));
  } catch {
    // Nothing can have been put there.
  }
}

function keyOf(collective: string): string {
  return `imago-cart-${collective}`;
}
