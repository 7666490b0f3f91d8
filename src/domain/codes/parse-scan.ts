import { readCartCode, type CartCode, type CartCodeProblem } from './cart-code.ts';
import { readPrintedCode } from './printed-code.ts';

/** What a camera, a scanner or a keyboard handed over. Nothing in it is trusted; it is only ever looked up. */
export type Scan =
  /** A code of ours: what it stands for is looked up, not encoded. `host` is null when it was typed bare. */
  | { readonly kind: 'code'; readonly code: string; readonly host: string | null }
  /** The address on a receipt. */
  | { readonly kind: 'receipt'; readonly secret: string }
  /** An invitation to join a hub. */
  | { readonly kind: 'join'; readonly origin: string; readonly code: string }
  | { readonly kind: 'cart'; readonly cart: CartCode }
  /** Looks like ours, but a sign of it was misread, or a newer till made it. */
  | { readonly kind: 'unreadable'; readonly why: CartCodeProblem }
  /** Somebody else's code: a barcode, another shop's address. The text is cleaned for showing and looking up. */
  | { readonly kind: 'foreign'; readonly text: string };

/** More than any code of ours holds; what is longer is not looked at. */
const MOST_SIGNS = 4_000;
const MOST_SHOWN = 200;

/**
 * Reads a scanned or typed text. Any text gives an answer; none throws.
 * @param knownHosts hosts whose addresses are ours, with port if any; case does not matter
 */
export function parseScan(text: string, knownHosts: readonly string[]): Scan {
  const trimmed = text.slice(0, MOST_SIGNS).trim();
  const foreign: Scan = { kind: 'foreign', text: shown(trimmed) };
  if (text.length > MOST_SIGNS) return foreign;
  const cart = readCartCode(trimmed.toUpperCase());
  if (cart !== undefined) return typeof cart === 'string' ? { kind: 'unreadable', why: cart } : { kind: 'cart', cart };
  const address = /^(https?):\/\/([^/?#@\s\\]{1,255})\/([^\s]*)$/i.exec(trimmed);
  if (address) return parseAddress(address, knownHosts) ?? foreign;
  const code = readPrintedCode(trimmed);
  if (code === 'misread') return { kind: 'unreadable', why: 'misread' };
  return code === 'not-a-code' ? foreign : { kind: 'code', code: code.code, host: null };
}

function parseAddress(
  [, scheme = '', host = '', path = '']: RegExpExecArray,
  knownHosts: readonly string[],
): Scan | undefined {
  const join = /^app\/join\/?#([A-Za-z0-9_-]{8,64})$/.exec(path)?.[1];
  // A hub is joined before it is known.
  if (join) return { kind: 'join', origin: `${scheme.toLowerCase()}://${host.toLowerCase()}`, code: join };
  if (!knownHosts.some((known) => known.toLowerCase() === host.toLowerCase())) return undefined;
  const secret = /^r\/([A-Za-z0-9_-]{20,64})\/?$/.exec(path)?.[1];
  if (secret) return { kind: 'receipt', secret };
  const code = readPrintedCode(path.replace(/[/?#].*$/, ''));
  if (code === 'misread') return { kind: 'unreadable', why: 'misread' };
  return code === 'not-a-code' ? undefined : { kind: 'code', code: code.code, host: host.toLowerCase() };
}

/** Without what could change how a line is drawn or read: controls, direction marks, joiners. */
function shown(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, ' ').replaceAll(/\s+/g, ' ');
  return Array.from(plain.trim()).slice(0, MOST_SHOWN).join('');
}
