import { describe, expect, it } from 'vitest';
import {
  readEditionSize,
  readNumbers,
  readQuantity,
  readTaxRates,
  writeNumbers,
  writeTaxRates,
} from '../../../../src/domain/catalogue/import/numbers.ts';

describe('numbers already written', () => {
  it.each([
    ['1-12', [[1, 12]]],
    ['No. 1–12, 15', [[1, 12], [15, 15]]], // prettier-ignore
    ['no 3', [[3, 3]]],
    ['7; 1 to 3; 4..6', [[1, 7]]],
    ['2,1', [[1, 2]]],
    ['', []],
  ])('reads %s', (text, runs) => {
    expect(readNumbers(text)).toEqual({ ok: true, value: runs });
  });

  it.each([
    ['12-1', 'numbersUnreadable'],
    ['0', 'numbersUnreadable'],
    ['1-Dec', 'numbersUnreadable'],
    ['1-5, 3', 'numberTwice'],
  ])('refuses %s', (text, problem) => {
    expect(readNumbers(text)).toEqual({ ok: false, problem });
  });

  it('writes what a spreadsheet makes no date of', () => {
    expect(writeNumbers([[1, 12], [15, 15]])).toBe('No. 1–12, 15'); // prettier-ignore
  });
});

describe('counts and rates', () => {
  it.each([
    ['21', 21],
    ['21.0', 21],
    ['1 200', 1200],
    ['0', 0],
    ['', null],
  ])('reads a quantity of "%s"', (text, quantity) => {
    expect(readQuantity(text)).toEqual({ ok: true, value: quantity });
  });

  it.each([
    ['1000001', 'quantityTooHigh'],
    ['-1', 'quantityNegative'],
    ['many', 'quantityUnreadable'],
    ['1 2', 'quantityUnreadable'],
  ])('refuses a quantity of "%s"', (text, problem) => {
    expect(readQuantity(text)).toEqual({ ok: false, problem });
  });

  it('takes editions from 1 to 5000', () => {
    expect(['1', '5000', '25.0', ''].map(readEditionSize).map((read) => read.ok && read.value)).toEqual([
      1,
      5000,
      25,
      null,
    ]);
    expect(['0', '5001', '-3', '2.5', '1e3'].every((text) => !readEditionSize(text).ok)).toBe(true);
  });

  it.each([
    ['7%', [70_000]],
    ['7 %  2,5%', [70_000, 25_000]],
    ['9.975%', [99_750]],
    ['none', []],
    ['', null],
  ])('reads tax rates of "%s"', (text, rates) => {
    expect(readTaxRates(text)).toEqual({ ok: true, value: rates });
    expect(readTaxRates(writeTaxRates(rates, ','))).toEqual({ ok: true, value: rates });
  });

  it.each(['7', '101%', '-7%', 'yes'])('refuses a tax rate of "%s"', (text) => {
    expect(readTaxRates(text)).toEqual({ ok: false, problem: 'taxUnreadable' });
  });
});
