import { done, refused, type Result } from '../../result.ts';
import type { CatalogueFileProblem } from './draft.ts';

/** Part of the WHATWG Encoding standard that every browser and Node have; domain is compiled without DOM types. */
declare const TextDecoder: new (
  label: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };

/** Larger files are refused; a catalogue of 10,000 rows has some 5 MB. */
export const FILE_LIMIT = 60 * 1024 * 1024;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

interface DecodedFile {
  /** Line breaks are `\n`, no byte-order mark. U+FFFD stands where a character was lost. */
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * Turns a chosen file into text: UTF-8 with or without mark, UTF-16 with mark, else windows-1252.
 * Refuses `fileEmpty`, `fileTooLarge`, `fileIsSpreadsheet` and `fileNotText`.
 */
export function decodeFile(bytes: Uint8Array): Result<DecodedFile, CatalogueFileProblem> {
  if (bytes.length > FILE_LIMIT) return refused({ kind: 'fileTooLarge', bytes: bytes.length, limit: FILE_LIMIT });
  if (SPREADSHEETS.some((magic) => startsWith(bytes, magic))) return refused({ kind: 'fileIsSpreadsheet' });
  const decoded = decodeText(bytes);
  if (decoded === undefined) return refused({ kind: 'fileNotText' });
  const text = decoded.text.includes('\r') ? decoded.text.replace(/\r\n?/g, '\n') : decoded.text;
  return text.trim() === '' ? refused({ kind: 'fileEmpty' }) : done({ text, encoding: decoded.encoding });
}

/** Zip (xlsx, ods, numbers) and the compound files of old Excel. */
const SPREADSHEETS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function decodeText(bytes: Uint8Array): DecodedFile | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return { text: decode('utf-16le', bytes), encoding: 'utf-16le' };
  if (startsWith(bytes, [0xfe, 0xff])) return { text: decode('utf-16be', bytes), encoding: 'utf-16be' };
  if (bytes.includes(0) || startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return undefined;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return decodeDamaged(bytes);
  }
}

/**
 * Not valid UTF-8: either an older encoding, or UTF-8 in which a few bytes are broken (a cut or glued file).
 * The second is told by how much of it does make sense as UTF-8: read as windows-1252, each of its accents is two signs.
 */
function decodeDamaged(bytes: Uint8Array): DecodedFile {
  const lenient = decode('utf-8', bytes);
  let [lost, whole] = [0, 0];
  for (let at = 0; at < lenient.length; at++) {
    const code = lenient.charCodeAt(at);
    if (code === 0xfffd) lost++;
    else if (code >= 0x80) whole++;
  }
  if (whole > lost) return { text: lenient, encoding: 'utf-8' };
  return { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
}

/**
 * Node 20.18.3 to 20.20 and some later releases decode 0x80 to 0x9f as control signs
 * (https://github.com/nodejs/node/issues/60888), so that range is set right here.
 */
function decodeWindows1252(bytes: Uint8Array): string {
  return decode('windows-1252', bytes).replace(/[\u0080-\u009f]/g, (sign) => C1.charAt(sign.charCodeAt(0) - 0x80));
}

/** 0x80 to 0x9f of windows-1252 by https://encoding.spec.whatwg.org/index-windows-1252.txt */
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decode(encoding: Encoding, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}
