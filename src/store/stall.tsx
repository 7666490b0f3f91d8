import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, useContext } from 'react';
import type { Catalogue, MarketPlan } from '../domain/catalogue/catalogue.ts';
import type { MarketDayRow } from '../domain/market-days/days.ts';
import type { MarketDayId, PersonId, PlaceId } from '../domain/parts.ts';
import type { Instant } from '../journal/stamp.ts';
import type { Author } from './commit.ts';
import type { OwnDevice, StallDb } from './db.ts';

/** What this tablet's user chose; kept on the tablet, of no interest to others. */
export interface Preferences {
  readonly theme: 'light' | 'dark' | 'sun';
  readonly hand: 'left' | 'right';
  readonly sound: boolean;
  /** Single-letter keys (C, E, K, Q, P); off for people who speak to their device. */
  readonly letterKeys: boolean;
  /** A language there is a text for: en, de. */
  readonly language: string;
}

/** The open collective on this tablet: what every screen needs and no screen owns. */
export interface Stall {
  readonly db: StallDb;
  readonly device: OwnDevice;
  readonly catalogue: Catalogue;
  /** Who is at the tablet; '' until somebody said. */
  readonly person: PersonId;
  /** The market day selected on this tablet, '' outside one. */
  readonly day: MarketDayId;
  readonly marketDay: MarketDayRow | undefined;
  readonly plan: MarketPlan | undefined;
  /** The stock place this tablet sells from. */
  readonly place: PlaceId;
  /** IANA zone of the day, else of the collective. */
  readonly zone: string;
  /** Where codes on receipts lead, '' while the hub is unknown. */
  readonly publicUrl: string;
  readonly preferences: Preferences;
  /** For `commit`: this person, this day, the corrected clock. Take a new one for each commit. */
  readonly author: () => Author;
  /** The corrected clock: the tablet's, plus what was last learnt from the hub. */
  readonly now: () => Instant;
  readonly selectDay: (day: MarketDayId) => Promise<void>;
  readonly selectPerson: (person: PersonId) => Promise<void>;
  readonly prefer: (change: Partial<Preferences>) => void;
}

const Context = createContext<Stall | null>(null);
export const StallProvider = Context.Provider;

/** @throws outside the app's session: a screen without a stall is a programmer's slip */
export function useStall(): Stall {
  const stall = useContext(Context);
  if (!stall) throw new Error('useStall: no open collective above this screen');
  return stall;
}

/** A query that runs again whenever what it read changes; undefined while it loads the first time. */
export function useLive<T>(query: () => Promise<T>, deps: readonly unknown[]): T | undefined {
  return useLiveQuery(query, [...deps]);
}
