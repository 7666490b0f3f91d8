import type { FactRead } from '../fact.ts';
import type { Instant } from '../time.ts';

/** When a sale was made, for people: by its own word where it stood on paper first, else when it was written down. */
export function madeAt(read: FactRead): Instant {
  return read.type === 'sale.completed' ? (read.body.soldAt ?? read.at) : read.at;
}
