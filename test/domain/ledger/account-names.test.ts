import { expect, test } from 'vitest';
import { accountPart, photographerAccounts } from '../../../src/domain/ledger/account-names.ts';
import { sampleNames } from './sample-day.ts';

/** Each of these was read by Beancount 2.3.5 and hledger 1.25 as a part of an account. */
test.each([
  ['Ana Ruiz', 'Ana-Ruiz'],
  ['ana', 'Ana'],
  ['  “Ana”: Ruiz; ', 'Ana-Ruiz'],
  ['Jo Müller', 'Jo-Müller'],
  ['Jo Mu\u0308ller', 'Jo-Müller'],
  ['Éva Kiss', 'Eva-Kiss'],
  ['ßen', 'SSen'],
  ['Øystein', 'P-Øystein'],
  ['Иван Петров', 'P-Иван-Петров'],
  ['田中', 'P-田中'],
  ['𠮷野', 'P-𠮷野'],
  ['अनीता', 'P-अनीता'],
  ['7 Seas', '7-Seas'],
  ['qr:ラインペイ', 'Qr-ラインペイ'],
  [' …!', ''],
  ['', ''],
])('%j is %j in an account', (text, part) => {
  expect(accountPart(text)).toBe(part);
});

test('names that look alike and names without a letter are told apart by their ids, others stay as they are', () => {
  const photographers = new Map([
    ['kX-3f_9QmmA', 'Ana Ruiz'],
    ['b7Lw2e00000', 'ana  ruiz'],
    ['c00000aaaaa', '…'],
    ['d00000aaaaa', 'Ben Okafor'],
    ['e00000aaaaa', 'Collective'],
  ]);
  const accountOf = photographerAccounts({ ...sampleNames, photographers });
  expect([...photographers.keys(), '', 'unknown'].map(accountOf)).toEqual([
    'Ana-Ruiz-kX3f9Q',
    'Ana-ruiz-b7Lw2e',
    'P-c00000',
    'Ben-Okafor',
    'Collective-e00000',
    'Collective',
    'Unknown',
  ]);
});
