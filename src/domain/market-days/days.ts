import type { Projection } from '../../journal/projection.ts';
import type { Instant, Stamp } from '../../journal/stamp.ts';
import { hashText } from '../../journal/hash.ts';
import type { FactRead } from '../fact.ts';
import type { MarketDayId } from '../parts.ts';
import type { MarketDayFields } from './facts.ts';

/** Whether and since when a market day runs. Opened by two tablets it is open since the earlier one. */
export interface MarketDayRow {
  readonly key: MarketDayId;
  readonly opened: {
    readonly stamp: Stamp;
    readonly at: Instant;
    readonly taxIncluded: boolean;
    readonly fields: MarketDayFields;
  } | null;
  readonly closed: { readonly stamp: Stamp; readonly at: Instant } | null;
}

/** Each market day as opened (the first by stamp) and closed. */
export const marketDays: Projection<MarketDayRow, FactRead<'marketDay.opened' | 'marketDay.closed'>> = {
  table: 'marketDays',
  version: 1,
  types: ['marketDay.opened', 'marketDay.closed'],
  keys: (read) => [read.body.marketDay],
  fold(row, read, key) {
    const { stamp, at } = read;
    const { opened = null, closed = null } = row ?? {};
    if (read.type === 'marketDay.closed') {
      return { key, opened, closed: closed && closed.stamp > stamp ? closed : { stamp, at } };
    }
    if (opened && opened.stamp < stamp) return { key, opened, closed };
    return { key, opened: { stamp, at, taxIncluded: read.body.taxIncluded, fields: read.body.fields }, closed };
  },
};

/** The same for every tablet: two that open the same market offline open one day. */
export function marketDayId(collective: string, market: string, localDate: string, session: string): MarketDayId {
  return hashText(['market-day', collective, market.trim().toLowerCase(), localDate, session].join('\n')).slice(0, 22);
}
