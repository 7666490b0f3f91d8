import { useEffect, useState, type Dispatch, type SetStateAction } from 'react';
import { decimalMarkOf } from '../../domain/amount-text.ts';
import type { VariantForm, WorkForm } from '../../domain/catalogue/work-form.ts';
import type { Variant, Work } from '../../domain/catalogue/catalogue.ts';
import { writeTaxRates } from '../../domain/catalogue/import/numbers.ts';
import { decimalText, minorDigits, type Minor } from '../../domain/money.ts';
import type { Stall } from '../../store/stall.tsx';

/** The form of a work as it is, or an empty one. */
export function workToForm(stall: Stall, work: Work | undefined): WorkForm {
  const variants = (work?.variants ?? []).filter(({ retired }) => !retired);
  return {
    title: work?.title ?? '',
    photographer: work?.photographer ?? stall.catalogue.photographers.find(({ retired }) => !retired)?.id ?? '',
    newPhotographer: '',
    kind: work?.kind ?? 'print',
    alt: work?.alt ?? '',
    story: work?.story ?? '',
    takenAt: work?.takenAt ?? '',
    picture: work?.picture ?? null,
    editionSize: work?.edition ? String(work.edition.size) : '',
    variants: variants.length > 0 ? variants.map((variant) => variantToForm(stall, variant)) : [emptyVariant(stall)],
  };
}

/** One more row; what is nearly always the same as elsewhere stands in it. */
export function emptyVariant(stall: Stall): VariantForm {
  const { collective, works } = stall.catalogue;
  const rates = works.find(({ variants }) => variants.length > 0)?.variants[0]?.taxRates ?? [];
  const taxes = rates.length > 0 ? writeTaxRates(rates, decimalMarkOf(collective.locale)) : '';
  return {
    id: null,
    size: '',
    paper: '',
    frame: '',
    sku: '',
    price: '',
    floor: '',
    cost: '',
    taxes,
    stock: '',
    written: '',
  };
}

function variantToForm(stall: Stall, variant: Variant): VariantForm {
  const { currency, locale } = stall.catalogue.collective;
  const mark = decimalMarkOf(locale);
  const typed = (amount: Minor | null) => (amount === null ? '' : decimalText(amount, minorDigits(currency), mark));
  const { id, size, paper, frame, sku, price, floor, cost, taxRates } = variant;
  return {
    id,
    size,
    paper,
    frame,
    sku,
    price: typed(price),
    floor: typed(floor),
    cost: typed(cost),
    taxes: taxRates.length > 0 ? writeTaxRates(taxRates, mark) : '',
    stock: '',
    written: '',
  };
}

/**
 * A form's state that a reload does not lose: kept for this window until it is saved or given up.
 * @param key unlike any other form's
 */
export function useKeptForm<Form>(
  key: string,
  initial: () => Form,
): readonly [Form, Dispatch<SetStateAction<Form>>, () => void] {
  const [form, setForm] = useState<Form>(() => (readKept(key) as Form | undefined) ?? initial());
  const [isTouched, setTouched] = useState(false);
  useEffect(() => {
    if (isTouched) sessionStorage.setItem(key, JSON.stringify(form));
  }, [key, form, isTouched]);
  const change = (next: SetStateAction<Form>) => {
    setTouched(true);
    setForm(next);
  };
  const forget = () => {
    setTouched(false);
    sessionStorage.removeItem(key);
  };
  return [form, change, forget];
}

function readKept(key: string): unknown {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === null ? undefined : JSON.parse(kept);
  } catch {
    return undefined;
  }
}
