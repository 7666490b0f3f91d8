import type { DecimalMark } from '../amount-text.ts';
import type { Currency } from '../money.ts';
import type { PlaceId, VariantId } from '../parts.ts';
import type { Work } from './catalogue.ts';
import type { Picture } from './facts.ts';
import type { RowProblemKind } from './import/draft.ts';

/** One sellable form as typed; every field is text. `id` is null for a new one. */
export interface VariantForm {
  readonly id: VariantId | null;
  readonly size: string;
  readonly paper: string;
  readonly frame: string;
  readonly sku: string;
  readonly price: string;
  readonly floor: string;
  /** What one costs to have made; empty: nobody has said. */
  readonly cost: string;
  readonly taxes: string;
  /** How many lie at the place now; empty: not counted. */
  readonly stock: string;
  /** Numbers already on the paper, at the place: `1-12, 14`. */
  readonly written: string;
}

/** A work as typed. `photographer` is an id, '' for the collective's own, or NEW_PHOTOGRAPHER with a name beside it. */
export interface WorkForm {
  readonly title: string;
  readonly photographer: string;
  readonly newPhotographer: string;
  readonly kind: 'print' | 'merch';
  readonly alt: string;
  readonly story: string;
  readonly takenAt: string;
  readonly picture: Picture | null;
  /** Empty: not numbered. */
  readonly editionSize: string;
  readonly variants: readonly VariantForm[];
}

/** Chosen instead of an id: the name stands in `newPhotographer`. */
export const NEW_PHOTOGRAPHER = '+';

export type WorkField = Exclude<keyof WorkForm, 'variants' | 'picture' | 'kind'>;
export type VariantField = Exclude<keyof VariantForm, 'id'>;

/** What stands at one field cannot be taken. `variant` is the position in the form; undefined: the work's own field. */
export interface FormProblem {
  readonly variant?: number;
  readonly field: WorkField | VariantField;
  readonly kind:
    | RowProblemKind
    | 'nameMissing'
    | 'floorAbovePrice'
    | 'fewerThanWritten'
    | 'editionStays'
    | 'numberSold'
    | 'numberElsewhere'
    | 'editionTooSmall';
  /** A number, size or title the words need. */
  readonly detail?: string;
}

/** A numbered copy as far as the form must know it. */
interface KnownCopy {
  readonly number: number;
  /** As what it lies, '' if nowhere. */
  readonly variant: VariantId;
  readonly isMarked: boolean;
  readonly isSold: boolean;
}

/** What the form is held against. */
export interface WorkFormContext {
  readonly currency: Currency;
  readonly mark: DecimalMark;
  readonly present: Work | undefined;
  /** Numbered copies of the work's edition. */
  readonly copies: readonly KnownCopy[];
  /** Level per variant at the place; a variant never counted or moved is not in it. */
  readonly levels: ReadonlyMap<VariantId, number>;
  /** SKUs of all other works. */
  readonly otherSkus: ReadonlySet<string>;
  readonly place: PlaceId;
  readonly newId: () => string;
}
