import { readPrice } from '../../domain/catalogue/import/price.ts';
import type { Collective } from '../../domain/catalogue/catalogue.ts';
import { decimalText, minorDigits } from '../../domain/money.ts';
import { readIban } from '../../domain/payments/bank-code.ts';
import type { CollectiveFields } from '../../domain/people/facts.ts';
import { cashOf } from '../../domain/sales/currency.ts';
import { done, refused, type Result } from '../../domain/result.ts';
import { isZone } from '../../domain/time.ts';

type TenderKind = Collective['tenders'][number]['kind'];

/** A way of paying as typed; `key` tells them apart until they have names. An account only where a code is paid to. */
export interface TypedTender {
  readonly key: string;
  readonly name: string;
  readonly kind: TenderKind;
  readonly iban: string;
  readonly holder: string;
}

/** The collective's settings as typed. */
export interface CollectiveForm {
  readonly name: string;
  readonly currency: string;
  readonly locale: string;
  readonly zone: string;
  readonly taxIncluded: boolean;
  readonly cashRounding: string;
  readonly tenders: readonly TypedTender[];
  readonly receiptHead: string;
  readonly receiptFoot: string;
}

type CollectiveProblem =
  | 'name-long'
  | 'currency-unknown'
  | 'locale-unknown'
  | 'zone-unknown'
  | 'rounding-unreadable'
  | 'tender-unnamed'
  | 'tender-twice'
  | 'tender-account'
  | 'receipt-long';

export interface FieldProblem {
  readonly field: keyof CollectiveForm;
  readonly kind: CollectiveProblem;
}

/** The settings as they stand, as texts for fields. */
export function collectiveToForm(collective: Collective): CollectiveForm {
  const { name, currency, zone, taxIncluded, cashRounding, tenders, receiptHead, receiptFoot } = collective;
  return {
    name,
    currency,
    locale: saidLocale(collective),
    zone,
    taxIncluded,
    cashRounding: cashRounding > 1 ? decimalText(cashRounding, minorDigits(currency)) : '',
    tenders: tenders.map(({ name, kind, account }) => ({
      key: name,
      name,
      kind,
      iban: account?.iban.replaceAll(/(.{4})(?=.)/g, '$1 ') ?? '',
      holder: account?.holder ?? '',
    })),
    receiptHead,
    receiptFoot,
  };
}

function saidLocale({ locale, saidLocale: said }: Collective): string {
  return said ?? locale;
}

/** Only what differs from before; every field that cannot be taken, with why. */
export function readCollective(
  form: CollectiveForm,
  before: Collective,
): Result<CollectiveFields, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const check = (isFine: boolean, field: keyof CollectiveForm, kind: CollectiveProblem) => {
    if (!isFine) problems.push({ field, kind });
  };
  const currency = form.currency.trim().toUpperCase();
  const [name, locale, zone] = [form.name.trim(), form.locale.trim(), form.zone.trim()];
  const hasCurrency = isCurrency(currency);
  const tenders = form.tenders
    .map((tender) => ({ ...tender, name: tender.name.trim(), iban: tender.iban.trim() }))
    .filter((tender, at, all) => tender.name !== '' || at < all.length - 1);
  const names = tenders.map((tender) => tender.name.toLowerCase());
  check(name.length <= 200, 'name', 'name-long');
  check(hasCurrency, 'currency', 'currency-unknown');
  check(isLocale(locale), 'locale', 'locale-unknown');
  check(isZone(zone), 'zone', 'zone-unknown');
  check(
    tenders.every((tender) => tender.name !== '' && tender.name.length <= 200),
    'tenders',
    'tender-unnamed',
  );
  check(new Set(names).size === names.length, 'tenders', 'tender-twice');
  check(
    tenders.every(({ iban }) => iban === '' || readIban(iban)),
    'tenders',
    'tender-account',
  );
  check(form.receiptHead.length <= 2_000, 'receiptHead', 'receipt-long');
  check(form.receiptFoot.length <= 2_000, 'receiptFoot', 'receipt-long');
  const step =
    form.cashRounding.trim() === '' || !hasCurrency
      ? done(usualStep(currency, hasCurrency))
      : readPrice(form.cashRounding.trim(), currency, '.');
  check(step.ok, 'cashRounding', 'rounding-unreadable');
  if (problems.length > 0 || !step.ok) return refused(problems);
  const said: CollectiveFields = {
    name,
    currency,
    locale,
    zone,
    taxIncluded: form.taxIncluded,
    cashRounding: step.value,
    tenders: tenders.map((tender) => readTender(tender, name)),
    receiptHead: form.receiptHead.trim(),
    receiptFoot: form.receiptFoot.trim(),
  };
  const was = { ...before, locale: saidLocale(before) };
  const changed = Object.entries(said).filter(
    ([field, value]) => JSON.stringify(was[field as keyof typeof was]) !== JSON.stringify(value),
  );
  return done(Object.fromEntries(changed));
}

/** Whose account it is goes without saying where it is the collective's own. */
function readTender({ name, kind, iban, holder }: TypedTender, collective: string): Collective['tenders'][number] {
  const known = kind === 'qr' ? readIban(iban) : undefined;
  return known ? { name, kind, account: { iban: known, holder: holder.trim() || collective } } : { name, kind };
}

/** The smallest coin there is, where that is more than the smallest unit. */
function usualStep(currency: string, isKnown: boolean): number {
  const step = isKnown ? cashOf(currency).step : 0;
  return step > 1 ? step : 0;
}

/** Known to the platform's own tables. */
function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf('currency').includes(code);
}

function isLocale(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}
