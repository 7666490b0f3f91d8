import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { believedOffset, makeClock } from '../store/clock.ts';
import { NOT_SENT, randomText, readMeta, writeMeta } from '../store/device.ts';
import { readCatalogue } from '../store/read.ts';
import { StallProvider, useLive, type Preferences, type Stall } from '../store/stall.tsx';
import { MoneyProvider } from '../ui/money.tsx';
import type { OpenStall } from './open-stall.ts';
import { keepPreferences } from './registry.ts';

/** Fills the contract every screen works with; renders nothing until the catalogue is read once. */
export function Session({
  open,
  preferences,
  onPrefer,
  children,
}: {
  readonly open: OpenStall;
  readonly preferences: Preferences;
  readonly onPrefer: (preferences: Preferences) => void;
  readonly children: ReactNode;
}) {
  const { db, device } = open;
  const [clock] = useState(() => makeClock(0, Date.now, () => performance.now()));
  const catalogue = useLive(() => readCatalogue(db), [db]);
  const own = useLive(() => readOwn(db), [db]);
  const marketDay = useLive(async () => (own?.day ? db.marketDays.get(own.day) : undefined), [db, own?.day]);
  const offset = own?.offset ?? 0;
  useEffect(() => clock.correct(offset), [clock, offset]);
  const prefer = useCallback(
    (change: Partial<Preferences>) => {
      const next = { ...preferences, ...change };
      onPrefer(next);
      void keepPreferences(next);
    },
    [preferences, onPrefer],
  );
  const stall = useMemo<Stall | undefined>(() => {
    if (!catalogue || !own) return undefined;
    const { day, person, publicUrl } = own;
    const plan = catalogue.plans.find((each) => each.id === day);
    return {
      db,
      device,
      catalogue,
      person,
      day,
      marketDay,
      plan,
      place: plan?.place ?? marketDay?.opened?.fields.place ?? 'stall',
      zone: plan?.zone || marketDay?.opened?.fields.zone || catalogue.collective.zone,
      publicUrl,
      preferences,
      now: () => clock.now(),
      author: () => ({ device: device.key.device, by: person, day, now: () => clock.now(), salt: () => randomText() }),
      selectDay: (chosen) => writeMeta(db, 'day', chosen),
      selectPerson: (chosen) => writeMeta(db, 'person', chosen),
      prefer,
    };
  }, [db, device, catalogue, own, marketDay, preferences, prefer, clock]);
  useMarkExample(stall?.catalogue.collective.example ?? false);
  if (!stall) return null;
  const { currency, locale } = stall.catalogue.collective;
  return (
    <StallProvider value={stall}>
      <MoneyProvider currency={currency} locale={locale}>
        {children}
      </MoneyProvider>
    </StallProvider>
  );
}

async function readOwn(db: OpenStall['db']) {
  const [day, person, sync = NOT_SENT, hub, device] = await Promise.all([
    readMeta(db, 'day'),
    readMeta(db, 'person'),
    readMeta(db, 'sync'),
    readMeta(db, 'hub'),
    readMeta(db, 'device'),
  ]);
  return {
    day: day ?? '',
    person: person ?? '',
    // Joining is the first time it is learnt.
    offset: believedOffset(sync.offset, sync.lastSentAt ?? device?.madeAt ?? null, Date.now()),
    publicUrl: hub?.publicUrl || hub?.url || '',
  };
}

function useMarkExample(example: boolean): void {
  useEffect(() => {
    document.documentElement.toggleAttribute('data-example', example);
  }, [example]);
}
