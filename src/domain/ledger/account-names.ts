import type { PhotographerId } from '../parts.ts';
import type { LedgerNames } from './ledger-names.ts';

const COLLECTIVE = 'Collective';

/** Too short to be met twice under one name by chance, short enough to be read out. */
const ID_SIGNS = 6;

/**
 * What each photographer is called in accounts. Depends on who is in the catalogue (retired ones too) and on nothing
 * of the day, so that an account is the same person's in every file. Of names that look alike each gets the first
 * signs of its id, `Ana-Ruiz-kX3f9Q`: hledger's queries do not tell capitals apart, so neither is it done here.
 * A name of neither letters nor digits is `P-kX3f9Q`. '' is the collective; who is in no catalogue is named by id.
 */
export function photographerAccounts(names: LedgerNames): (id: PhotographerId) => string {
  const parts = new Map([...names.photographers].map(([id, name]) => [id, accountPart(name)]));
  const met = new Map([[COLLECTIVE.toLowerCase(), 1]]);
  for (const part of parts.values()) met.set(part.toLowerCase(), (met.get(part.toLowerCase()) ?? 0) + 1);
  return (id) => {
    if (id === '') return COLLECTIVE;
    const part = parts.get(id) ?? accountPart(id);
    const isItsOwn = part !== '' && (met.get(part.toLowerCase()) ?? 0) <= 1;
    return isItsOwn ? part : `${part || 'P'}-${id.replace(/[^A-Za-z0-9]/g, '').slice(0, ID_SIGNS)}`;
  };
}

/**
 * Text as one part of an account name, '' if it holds neither letter nor digit: letters and digits of any script with
 * their marks, all else a hyphen. Beancount wants an ASCII capital or digit first (2.3.5 takes any capital, version 3
 * does not: beancount/beancount#733), so `Éva` is `Eva` and what has no such letter is put after `P-`, `P-田中`.
 * hledger takes all of it.
 */
export function accountPart(text: string): string {
  const part = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{Nd}\p{M}]+/gu, '-')
    .replace(/^[\p{M}-]+|-+$/gu, '');
  const [first = '', ...rest] = part;
  const start = first.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  if (start === '') return '';
  return /^[A-Z0-9]+$/.test(start) ? start + rest.join('') : `P-${part}`;
}
