import type { AnyProjection } from '../journal/projection.ts';
import { copies } from './editions/copies.ts';
import { marketDays } from './market-days/days.ts';
import { records } from './record.ts';
import { stockCounts, stockMoves } from './stock/levels.ts';

/** Every table folded from the journal. A new one is found by the shuffle test and the rebuild by itself. */
export const projections: readonly AnyProjection[] = [records, stockMoves, stockCounts, copies, marketDays];
