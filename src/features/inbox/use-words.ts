import { useIntl } from 'react-intl';
import { marketDayList } from '../../domain/market-days/day-list.ts';
import { wallClock, type Instant } from '../../domain/time.ts';
import { readMarketDays } from '../../store/read.ts';
import { useLive, useStall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useDates, useDayName } from '../../ui/use-dates.ts';

const tenders = defineMessages({
  cash: { id: 'inbox.tenderCash', defaultMessage: 'cash' },
  card: { id: 'inbox.tenderCard', defaultMessage: 'card' },
  qr: { id: 'inbox.tenderQr', defaultMessage: 'bank code' },
  voucher: { id: 'inbox.tenderVoucher', defaultMessage: 'voucher' },
  other: { id: 'inbox.tenderOther', defaultMessage: 'other' },
  exchange: { id: 'inbox.tenderExchange', defaultMessage: 'exchange' },
});
const text = defineMessages({
  thisDay: { id: 'inbox.aDay', defaultMessage: 'a market day' },
});

/** Names for what facts only know by id: people, tablets, days, times on the stall's clock. */
export function useWords() {
  const intl = useIntl();
  const dates = useDates();
  const nameOf = useDayName();
  const { db, catalogue, device, zone, now } = useStall();
  const rows = useLive(() => readMarketDays(db), [db]) ?? [];
  const days = marketDayList(catalogue.plans, rows, catalogue.collective, wallClock(now(), zone).date);
  return {
    time: (at: Instant) =>
      intl.formatDate(at, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    date: (at: Instant) => intl.formatDate(at, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'long' }),
    tender: (kind: string) =>
      intl.formatMessage(kind in tenders ? tenders[kind as keyof typeof tenders] : tenders.other),
    person: (id: string) => catalogue.people.find((each) => each.id === id)?.name ?? '',
    tablet: (id: string) =>
      id === device.key.device ? device.letters : (catalogue.tablets.find((each) => each.id === id)?.letters ?? '?'),
    day: (id: string) => {
      const found = days.find((each) => each.id === id);
      return found ? nameOf(found) : intl.formatMessage(text.thisDay);
    },
    dayDate: (id: string) => dates.short(days.find((each) => each.id === id)?.date ?? ''),
  };
}
