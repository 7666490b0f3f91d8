import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { wallClock } from '../domain/time.ts';

/** Writes a market's dates (`YYYY-MM-DD`) and times: "Sat 14 June", 24 hours; '' where a date is none. */
export function useDates() {
  const intl = useIntl();
  return useMemo(() => {
    const written = (options: Intl.DateTimeFormatOptions) => (date: string) =>
      // A calendar date has no zone: noon UTC is that date wherever it is written.
      isDate(date) ? intl.formatDate(`${date}T12:00:00Z`, { timeZone: 'UTC', ...options }).replace(',', '') : '';
    return {
      short: written({ weekday: 'short', day: 'numeric', month: 'long' }),
      long: written({ weekday: 'long', day: 'numeric', month: 'long' }),
      dated: written({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' }),
      full: written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
      time: (at: number, zone: string) => wallClock(at, zone).time.slice(0, 5),
    };
  }, [intl]);
}

/** A date field is not always a date while somebody types. */
function isDate(date: string): boolean {
  return !Number.isNaN(Date.parse(`${date}T12:00:00Z`));
}

interface NamedDay {
  readonly name: string;
  readonly date: string;
}

/** A day that a first tap opened has no name but its date: whoever writes both says it twice. */
export function hasOwnName({ name, date }: NamedDay): boolean {
  return name !== '' && name !== date;
}

/** What a day is called: by its date, where it has no name of its own. */
export function useDayName(): (day: NamedDay) => string {
  const dates = useDates();
  return (day) => (hasOwnName(day) ? day.name : dates.long(day.date));
}
