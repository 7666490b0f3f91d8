import { fact } from '../domain/fact.ts';
import { done } from '../domain/result.ts';
import { cashOf } from '../domain/sales/currency.ts';
import { commit } from '../store/commit.ts';
import { StallDb } from '../store/db.ts';
import { ownDevice, randomText } from '../store/device.ts';

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
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const device = await ownDevice(db, { letters: 'A', name: 'Tablet A', class: 'lead', now }, seed);
  const author = { device: device.key.device, by: '', day: '', now: () => now, salt: () => randomText() };
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const region = new Intl.Locale(navigator.language || locale).maximize().region ?? '';
  const currency = currencyByRegion[region] ?? 'EUR';
  const { step } = cashOf(currency);
  const fields = {
    name: '',
    locale: navigator.language || locale,
    zone: timeZone,
    currency,
    cashRounding: step > 1 ? step : 0,
  };
  const written = await commit<never>(db, author, () =>
    Promise.resolve(done({ facts: [fact('collective.revised', 'own', { fields })] })),
  );
  if (!written.ok) throw new Error(`first collective: ${written.problem.kind}`);
  return db;
}
