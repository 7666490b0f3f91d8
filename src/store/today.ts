import { isFact } from '../domain/fact.ts';
import { dayAtFirstTap, type DayAtFirstTap } from '../domain/market-days/open-day.ts';
import { wallClock } from '../domain/time.ts';
import { ownDrawer } from './drawer.ts';
import { readAbout, readMarketDays } from './read.ts';
import type { Stall } from './stall.tsx';

/** The day a sale made now belongs to, and the facts that must go before it: never a question, never a refusal. */
export async function dayForSale({ db, day, device, catalogue, zone, place, now }: Stall): Promise<DayAtFirstTap> {
  const at = now();
  const drawer = ownDrawer(device);
  const [days, about] = await Promise.all([readMarketDays(db), readAbout(db, drawer)]);
  return dayAtFirstTap({
    collective: db.collective,
    selected: day,
    at,
    date: wallClock(at, zone).date,
    zone,
    place,
    taxIncluded: catalogue.collective.taxIncluded,
    days,
    plans: catalogue.plans,
    own: { drawer, letters: device.letters },
    drawerOpenedIn: new Set(about.filter(isFact('drawer.opened')).map((read) => read.day)),
  });
}
