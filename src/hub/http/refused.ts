import type { Head } from '../../journal/entry.ts';
import type { Refusal } from '../../sync/protocol.ts';

/**
 * Ends a request, and with it the transaction it runs in: nothing of it is stored.
 * An exception and not a Result, because only an exception rolls a Kysely transaction back.
 */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(kind: Refusal['kind'], detail: string, more: Omit<Refusal, 'kind' | 'detail'> = {}) {
    super(detail);
    this.refusal = { kind, detail, ...more };
  }
}

/** The tablet's journal and the hub's do not agree; the head lets the tablet check that it is still so. */
export function forked(head: Head | undefined, detail: string): Refused {
  return new Refused('forked', detail, head ? { head } : {});
}

export const STATUS = {
  'not-enrolled': 401,
  malformed: 400,
  'unsigned-foreign-entry': 422,
  forked: 409,
  'protocol-too-old': 426,
  'hub-too-old': 409,
  'older-life': 409,
  'too-large': 413,
  'slow-down': 429,
  'hub-busy': 503,
  'not-found': 404,
  'code-unknown': 404,
  'code-expired': 410,
  'code-used': 410,
  'not-allowed': 403,
  'collective-taken': 409,
} as const satisfies Record<Refusal['kind'], number>;
