import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalMarkShown, readPrice } from '../../../../src/domain/catalogue/import/price.ts';

describe('prices as people write them', () => {
  const taken: [string, string, '.' | ',' | null, number][] = [
    ['45', 'EUR', '.', 4500],
    ['45.5', 'EUR', '.', 4550],
    ['45,50', 'EUR', '.', 4550],
    ['£4,250.00', 'GBP', '.', 425_000],
    ['4.250,00 €', 'EUR', '.', 425_000],
    ["CHF 1'234.50", 'CHF', '.', 123_450],
    ['45,-', 'EUR', ',', 4500],
    ['45.–', 'CHF', '.', 4500],
    ['.50', 'EUR', '.', 50],
    ['US$12.00', 'USD', '.', 1200],
    ['45EUR', 'EUR', '.', 4500],
    ['1 234,50', 'EUR', ',', 123_450],
    ['1\u202f234,50', 'EUR', ',', 123_450],
    ['45.00', 'JPY', '.', 45],
    ['12.345', 'KWD', '.', 12_345],
    ['1,234', 'EUR', '.', 123_400],
    ['1.234', 'EUR', ',', 123_400],
    ['1234.5', 'EUR', null, 123_450],
    ['1000000', 'EUR', '.', 100_000_000],
  ];
  it.each(taken)('reads %s in %s', (text, currency, mark, amount) => {
    expect(readPrice(text, currency, mark)).toEqual({ ok: true, value: amount });
  });

  const refusedPrices: [string, string, '.' | ',' | null, string][] = [
    ['', 'EUR', '.', 'priceMissing'],
    ['-45', 'EUR', '.', 'priceNegative'],
    ['−45', 'EUR', '.', 'priceNegative'],
    ['(45.00)', 'EUR', '.', 'priceNegative'],
    ['€ -45', 'EUR', '.', 'priceNegative'],
    ['45-', 'EUR', '.', 'priceNegative'],
    ['-0', 'EUR', '.', 'priceZero'],
    ['1.234.567', 'JPY', '.', 'priceTooHigh'],
    ['99999999999999999999', 'EUR', '.', 'priceTooHigh'],
    ['12.345', 'EUR', '.', 'priceTooManyDecimals'],
    ['45.50', 'JPY', '.', 'priceTooManyDecimals'],
    ['1.234', 'EUR', null, 'priceUnclear'],
    ['10-20', 'EUR', '.', 'priceUnreadable'],
    ['12 34', 'EUR', '.', 'priceUnreadable'],
    ['1,23,456.00', 'EUR', '.', 'priceUnreadable'],
    ['1e5', 'EUR', '.', 'priceUnreadable'],
    ['0x10', 'EUR', '.', 'priceUnreadable'],
    ['.', 'EUR', '.', 'priceUnreadable'],
    ['€', 'EUR', '.', 'priceUnreadable'],
    ['USD 45', 'EUR', '.', 'otherCurrency'],
    ['€45', 'USD', '.', 'otherCurrency'],
  ];
  it.each(refusedPrices)('refuses "%s" in %s', (text, currency, mark, problem) => {
    expect(readPrice(text, currency, mark)).toEqual({ ok: false, problem });
  });

  it('shows its decimal mark only where it is beyond doubt', () => {
    const texts = ['45.00', '4.250,00', '1,234,567', '1.234', '45', '0.125', '12345.678'];
    expect(texts.map(decimalMarkShown)).toEqual(['.', ',', '.', undefined, undefined, '.', '.']);
  });

  it('reads back every amount however its thousands are marked', () => {
    const amounts = fc.integer({ min: 1, max: 100_000_000 });
    fc.assert(
      fc.property(amounts, fc.constantFrom('en', 'de', 'de-CH', 'fr', 'pl'), (amount, locale) => {
        const text = (amount / 100).toLocaleString(locale, { minimumFractionDigits: 2 });
        expect(readPrice(text, 'EUR', '.')).toEqual({ ok: true, value: amount });
      }),
    );
  });
});
