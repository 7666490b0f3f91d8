import { expect, test } from 'vitest';
import { catalogueFrom } from '../../src/domain/catalogue/catalogue.ts';
import { fact, parseFact } from '../../src/domain/fact.ts';
import { usableLocale } from '../../src/domain/locale.ts';
import type { RecordRow } from '../../src/domain/record.ts';

const STAMP = '000000000000001:0000:device' as RecordRow['fields'][string]['stamp'];

function catalogueSaying(locale: string) {
  const fields = { locale: { value: locale, stamp: STAMP } };
  return catalogueFrom([{ key: 'collective:own', kind: 'collective', id: 'own', fields } as unknown as RecordRow]);
}

test.each([
  ['de-CH', 'de-CH'],
  ['en_GB', 'en-GB'],
  ['en-US@posix', 'en-US'],
  ['pt_BR.UTF-8', 'pt-BR'],
  [' fr ', 'fr'],
])('what a system calls %s is written as %s', (said, usable) => {
  expect(usableLocale(said)).toBe(usable);
});

test.each(['', 'C', 'not a language', 'x', '🤷', '-', 'en-'])(
  'a locale such as "%s" never reaches an amount: the catalogue falls back and keeps what was said',
  (said) => {
    const { collective } = catalogueSaying(said);
    expect(new Intl.NumberFormat(collective.locale).format(1.5)).toBe('1.5');
    expect(collective.saidLocale).toBe(said);
  },
);

test('a locale that can be used is nobody’s trouble', () => {
  expect(catalogueSaying('de-DE').collective).toMatchObject({ locale: 'de-DE' });
  expect(catalogueSaying('de-DE').collective.saidLocale).toBeUndefined();
});

test.each(['EURO', 'E1R', 'eur', '', '€'])('a currency such as "%s" is stopped at the edge', (currency) => {
  const said = fact('collective.revised', 'own', { fields: { currency } });
  const read = { type: said.type, about: said.about, body: said.body } as Parameters<typeof parseFact>[0];
  expect(parseFact(read)).toBeUndefined();
});
