import type { Logger } from 'pino';
import type { Instant } from '../journal/stamp.ts';
import type { Db } from './storage/schema.ts';

/** What every part of the hub works with; tests bring their own clock, randomness and database. */
export interface Hub {
  readonly db: Db;
  readonly dataDir: string;
  readonly version: string;
  /** Where tablets reach it, without a trailing slash; `http://localhost:4173` until PUBLIC_URL says otherwise. */
  readonly address: string;
  /** What goes on labels and receipts; '' while the hub only knows itself as localhost. */
  readonly publicUrl: string;
  readonly log: Logger;
  now(): Instant;
  randomBytes(count: number): Uint8Array;
  /** Says something to the person at the console (links and codes; never logged). */
  announce(text: string): void;
}
