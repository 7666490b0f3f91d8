import type { Catalogue } from '../../domain/catalogue/catalogue.ts';
import { findScanned } from '../../domain/codes/find-scanned.ts';
import { parseScan } from '../../domain/codes/parse-scan.ts';
import { makePrintedCode } from '../../domain/codes/printed-code.ts';
import { fact } from '../../domain/fact.ts';
import type { VariantId } from '../../domain/parts.ts';
import { refused, type Result } from '../../domain/result.ts';
import type { CommitProblem } from '../../store/commit.ts';
import type { Stall } from '../../store/stall.tsx';
import { writeFacts } from '../../store/write-facts.ts';

/** Why a code was not attached. `title`: of what it stands for so far. */
export type CodeProblem =
  | { readonly kind: 'no-code' | 'code-misread' | 'code-already-here' }
  | { readonly kind: 'code-elsewhere'; readonly title: string }
  | CommitProblem;

/** A barcode is no longer than this; what is longer is an address or a text. */
const MOST_SIGNS = 40;

/** Printed codes that stand for a form, in the order of their letters. */
export function codesOf({ codes }: Catalogue, variant: VariantId): readonly string[] {
  return [...codes]
    .flatMap(([code, { kind, ref }]) => (kind === 'variant' && ref === variant ? [code] : []))
    .toSorted();
}

/** A new code of our own for a form. */
export function makeCode(stall: Stall, variant: VariantId): Promise<Result<null, CommitProblem>> {
  const code = makePrintedCode(() => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) & 31);
  return writeFacts(stall, [fact('code.attached', code, { code, kind: 'variant', ref: variant })]);
}

/**
 * Attaches what was scanned or typed to a form: a code of ours as such, somebody else's as its barcode.
 * @param anyway also where it stands for something else so far
 */
export async function attachCode(
  stall: Stall,
  variant: VariantId,
  text: string,
  anyway: boolean,
): Promise<Result<null, CodeProblem>> {
  const { catalogue, publicUrl } = stall;
  const scan = parseScan(text, publicUrl ? [new URL(publicUrl).host] : []);
  if (scan.kind === 'unreadable') return refused({ kind: 'code-misread' });
  const foreign = scan.kind === 'foreign' ? scan.text : '';
  if (scan.kind !== 'code' && (foreign === '' || foreign.length > MOST_SIGNS)) return refused({ kind: 'no-code' });
  const held = findScanned(catalogue, new Map(), scan);
  if (held?.kind === 'variant' && held.variant === variant) return refused({ kind: 'code-already-here' });
  const work = catalogue.variantById.get(variant)?.work ?? '';
  const other = held && catalogue.workById.get(held.kind === 'work' ? held.work : workOf(catalogue, held.variant));
  if (other && !anyway) return refused({ kind: 'code-elsewhere', title: other.title });
  if (scan.kind === 'code') {
    return writeFacts(stall, [fact('code.attached', scan.code, { code: scan.code, kind: 'variant', ref: variant })]);
  }
  return writeFacts(stall, [
    // A barcode stands for one form: the other one gives it up.
    ...(held?.kind === 'variant' && other ? [barcodeOf(other.id, held.variant, '')] : []),
    barcodeOf(work, variant, foreign),
  ]);
}

function barcodeOf(work: string, variant: VariantId, barcode: string) {
  return fact('work.revised', work, { work, fields: {}, variants: [{ variant, fields: { barcode } }] });
}

function workOf({ variantById }: Catalogue, variant: VariantId): string {
  return variantById.get(variant)?.work ?? '';
}
