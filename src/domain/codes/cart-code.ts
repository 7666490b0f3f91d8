import { toBase32 } from '../../journal/base32.ts';
import { fromBase64Url, hashText } from '../../journal/hash.ts';

/** A shopper's cart as it stands in a code: no prices, those are the tablet's. */
export interface CartCode {
  /** The short name of the market whose codes these are. */
  readonly market: string;
  readonly items: readonly { readonly id: string; readonly quantity: number }[];
}

const MOST_ITEMS = 30;
const VERSION = 'IS1';
const SHAPE = /^IS1:([A-Z0-9]{1,12}):([A-Z0-9.-]+):([A-Z2-9]{3})$/;
const ITEM = /^([A-Z0-9]{1,12})\.([1-9]\d?)$/;

/** Why a text that says it is a cart is none. */
export type CartCodeProblem = 'other-version' | 'misread' | 'too-many';

/** `IS1:<market>:<id.quantity-id.quantity>:<check>`, all in signs a QR code packs tightly. */
export function writeCartCode({ market, items }: CartCode): string {
  const text = `${VERSION}:${market}:${items.map(({ id, quantity }) => `${id}.${quantity}`).join('-')}`;
  return `${text}:${checkOf(text)}`;
}

/** @returns undefined if the text does not even claim to be a cart */
export function readCartCode(text: string): CartCode | CartCodeProblem | undefined {
  const version = /^IS(\d{1,3}):/.exec(text)?.[1];
  if (version === undefined) return undefined;
  if (version !== '1') return 'other-version';
  const [, market = '', list = '', check = ''] = SHAPE.exec(text) ?? [];
  if (check === '' || checkOf(text.slice(0, -4)) !== check) return 'misread';
  const items = list.split('-').map((item) => ITEM.exec(item));
  if (items.length > MOST_ITEMS) return 'too-many';
  const read = items.flatMap((item) => (item?.[1] ? [{ id: item[1], quantity: Number(item[2]) }] : []));
  const isWhole = read.length === items.length && new Set(read.map(({ id }) => id)).size === read.length;
  return isWhole ? { market, items: read } : 'misread';
}

/** 15 bits of SHA-256 as three signs: a smudged or altered code passes once in 32,768 times. It is no signature. */
function checkOf(text: string): string {
  return toBase32(fromBase64Url(hashText(text)).slice(0, 2)).slice(0, 3);
}
