import type { DeviceId } from '../../journal/device-key.ts';
import type { Instant } from '../../journal/stamp.ts';
import type { FactRead } from '../fact.ts';
import type { Minor } from '../money.ts';
import type { DrawerId } from '../parts.ts';
import { inOrder } from '../sales/sale-history.ts';

/** Cash that entered or left a drawer without a sale, and its counts. */
export interface CashMove {
  readonly kind: 'float' | 'paidIn' | 'paidOut' | 'counted';
  readonly drawer: DrawerId;
  readonly at: Instant;
  readonly device: DeviceId;
  readonly by: string;
  readonly fact: string;
  /** Signed; null: the float was not counted. */
  readonly amount: Minor | null;
  /** Of a count: counted − expected. */
  readonly variance: Minor;
  readonly z: string;
  readonly reason: string;
}

/** Floats, cash paid in and out, and counts of a day, in the order of their stamps. */
export function cashMoves(reads: readonly FactRead[]): CashMove[] {
  return inOrder(reads).flatMap((read): CashMove[] => {
    const { at, device, by, first } = read;
    const whence = { at, device, by, fact: first };
    const plain = { variance: 0, z: '', reason: '' };
    switch (read.type) {
      case 'drawer.opened':
        return [{ ...whence, ...plain, kind: 'float', drawer: read.body.drawer, amount: read.body.counted }];
      case 'cash.paidIn':
      case 'cash.paidOut': {
        const { drawer, amount, reason } = read.body;
        const isIn = read.type === 'cash.paidIn';
        return [
          { ...whence, ...plain, kind: isIn ? 'paidIn' : 'paidOut', drawer, amount: isIn ? amount : -amount, reason },
        ];
      }
      case 'drawer.closed': {
        const { drawer, counted, expected, z, reason = '' } = read.body;
        return [{ ...whence, kind: 'counted', drawer, amount: counted, variance: counted - expected, z, reason }];
      }
      default:
        return [];
    }
  });
}
