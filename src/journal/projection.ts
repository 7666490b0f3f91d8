import type { Read } from './entry.ts';

/**
 * A table folded from the journal.
 * `fold` must give the same rows in whatever order entries arrive: make it of sums, sets and latest-by-stamp only,
 * look nothing up, read no clock. The runner calls it once for each fact and key (fold identity, not entry).
 */
export interface Projection<Row extends { readonly key: string }, R extends Read = Read> {
  readonly table: string;
  /** Raise when keys, fold or Row changes: the table is refolded at the next start. */
  readonly version: number;
  /** The types it folds; others are not shown to it. */
  readonly types: readonly string[];
  /** The rows this fact touches, each once. */
  keys(entry: R): readonly string[];
  fold(row: Row | undefined, entry: R, key: string): Row;
}

/** What the runner works with: a projection whose row and fact types it need not know. */
export type AnyProjection = Projection<{ readonly key: string }>;
