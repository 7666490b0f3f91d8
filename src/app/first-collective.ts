import { fact } from '../domain/fact.ts';
import { usableLocale } from '../domain/locale.ts';
import { done } from '../domain/result.ts';
import { cashOf } from '../domain/sales/currency.ts';
import { commit } from '../store/commit.ts';
import { StallDb } from '../store/db.ts';
import { ownDevice, randomText, readMeta } from '../store/device.ts';

/** Where prices are not in euro; a lead can change it before the first sale. */
const currencyByRegion: Readonly<Record<string, string>> = {
  GB: 'GBP',
  US: 'USD',
  CH: 'CHF',
  LI: 'CHF',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  HU: 'HUF',
  RO: 'RON',
  JP: 'JPY',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
};

/**
 * A collective of its own for a tablet that starts alone: tablet A, lead. It can be uploaded to a hub later.
 * Currency, zone and spelling are guessed from the system and can be changed.
 */
export async function makeFirstCollective(now: number): Promise<StallDb> {
  const db = new StallDb(randomText());
  await beginCollective(db, now);
  return db;
}

/**
 * What a collective that starts alone begins with. Written once, however many tabs ask and however often: a start that
 * was broken off is finished by the next one. A joined collective, or one with entries, stays as it is.
 */
export async function beginCollective(db: StallDb, now: number): Promise<void> {
  // Each start asks, and all but the first are over here.
  if ((await db.journal.count()) > 0) return;
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const device = await ownDevice(db, { letters: 'A', name: 'Tablet A', class: 'lead', now }, seed);
  const author = { device: device.key.device, by: '', day: '', now: () => now, salt: () => randomText() };
  const written = await commit<never>(db, author, async () => {
    const isBegun = (await db.journal.count()) > 0 || (await readMeta(db, 'hub')) !== undefined;
    return done({ facts: isBegun ? [] : [fact('collective.revised', 'own', { fields: guessedFields() })] });
  });
  if (!written.ok) throw new Error(`first collective: ${written.problem.kind}`);
}

function guessedFields() {
  const { locale: system, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const locale = usableLocale(navigator.language) ?? system;
  const region = new Intl.Locale(locale).maximize().region ?? '';
  const currency = currencyByRegion[region] ?? 'EUR';
  const { step } = cashOf(currency);
  return {
    name: '',
    locale,
    zone: timeZone,
    currency,
    cashRounding: step > 1 ? step : 0,
  };
}
