import type { Minor } from '../../money.ts';

/** The layouts of catalogue files we read. */
export type DialectName = 'shopify' | 'shopify-legacy' | 'woocommerce' | 'square' | 'etsy' | 'imago';

export type WorkKind = 'print' | 'merch';

/** Runs of copy numbers, both ends included: `[[1, 12], [14, 14]]`. Ascending and merged. */
export type NumberRuns = [number, number][];

/** One sellable form as a file can say it. Empty text, null and empty lists mean: the file does not say. */
export interface CatalogueVariant {
  readonly sku: string;
  readonly size: string;
  readonly paper: string;
  readonly frame: string;
  /** Minor units of the collective's currency, above zero. */
  readonly price: Minor;
  readonly barcode: string;
  readonly quantity: number | null;
  /** Millionths; [] is untaxed, null is not said. */
  readonly taxRates: readonly number[] | null;
  /** Copy numbers that are already on the paper. */
  readonly written: NumberRuns;
}

/** One work as a file can say it. Texts are tidy (see plain-text.ts). */
export interface CatalogueWork {
  /** Stable within the file and over repeated exports of it: the handle where there is one, else made from the title. */
  readonly key: string;
  readonly title: string;
  /** A name, not an id. */
  readonly photographer: string;
  readonly kind: WorkKind | null;
  readonly description: string;
  /** What the first picture shows. */
  readonly alt: string;
  readonly tags: readonly string[];
  readonly editionSize: number | null;
  /** Addresses, in order. */
  readonly pictures: readonly string[];
  readonly variants: readonly CatalogueVariant[];
}

export interface VariantDraft extends CatalogueVariant {
  /** Line in the file, as an editor counts. */
  readonly row: number;
}

/** One work as a file describes it; not yet compared with what is here. */
export interface WorkDraft extends CatalogueWork {
  readonly variants: readonly VariantDraft[];
  readonly row: number;
}

export type RowProblemKind =
  | 'tooFewFields'
  | 'tooManyFields'
  | 'quotesBroken'
  | 'characterLost'
  | 'keyMissing'
  | 'titleMissing'
  | 'differs'
  | 'tooLong'
  | 'priceMissing'
  | 'priceUnreadable'
  | 'priceUnclear'
  | 'priceNegative'
  | 'priceZero'
  | 'priceTooHigh'
  | 'priceTooManyDecimals'
  | 'otherCurrency'
  | 'quantityUnreadable'
  | 'quantityNegative'
  | 'quantityTooHigh'
  | 'editionUnreadable'
  | 'numbersUnreadable'
  | 'numbersWithoutEdition'
  | 'numberBeyondEdition'
  | 'numberTwice'
  | 'taxUnreadable'
  | 'skuTwice'
  | 'variantTwice'
  | 'tooManyVariants'
  | 'noVariant'
  | 'parentMissing'
  | 'skusOfTwoWorks'
  | 'workTwice'
  | 'editionFixed';

/** Why a row cannot be taken. Its work is set aside whole. */
export interface RowProblem {
  readonly kind: RowProblemKind;
  /** Line in the file, as an editor counts: the header is 1. */
  readonly row: number;
  /** The file's own column name; '' where the whole row is meant. */
  readonly column: string;
  /** What stands there, shortened. */
  readonly value: string;
  /** Key of the work that is set aside for it; '' when none can be told. */
  readonly work: string;
  /** The earlier row this one is at odds with (skuTwice, variantTwice, differs, numberTwice). */
  readonly firstRow?: number;
  /** How many fields, variants or characters were expected at most. */
  readonly expected?: number;
  readonly found?: number;
}

/** What was read otherwise than it stands there, or left out, without harm. `row` 0 is the whole file. */
export interface ReadingNotice {
  readonly kind:
    | 'encodingGuessed'
    | 'headerRepeated'
    | 'shortened'
    | 'pictureLeftOut'
    | 'optionMoved'
    | 'onePriceForAll'
    | 'salePriceLeftOut'
    | 'leftOut'
    | 'severalPlaces';
  readonly row: number;
  readonly column: string;
  readonly value: string;
}

/** A work that is not taken because at least one of its rows cannot be. */
export interface SetAside {
  readonly key: string;
  readonly title: string;
  readonly row: number;
}

export interface ImportReading {
  readonly dialect: DialectName;
  readonly currency: string;
  readonly separator: Separator;
  /** Works whose every row could be read. */
  readonly works: readonly WorkDraft[];
  readonly setAside: readonly SetAside[];
  readonly problems: readonly RowProblem[];
  readonly notices: readonly ReadingNotice[];
  /** Rows with something in them, without the header. */
  readonly rows: number;
}

export type Separator = ',' | ';' | '\t';

/** Why a whole file is refused; nothing of it is taken. */
export type CatalogueFileProblem =
  | { readonly kind: 'fileEmpty' }
  | { readonly kind: 'fileTooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'fileIsSpreadsheet' }
  | { readonly kind: 'fileNotText' }
  | { readonly kind: 'noRows' }
  | { readonly kind: 'tooManyRows'; readonly limit: number }
  | {
      readonly kind: 'layoutUnknown';
      readonly columns: readonly string[];
      readonly nearest: DialectName;
      readonly missing: readonly string[];
    }
  | { readonly kind: 'columnTwice'; readonly column: string }
  /** A quotation mark opened in this line is never closed, or swallows other lines. */
  | { readonly kind: 'quoteNotClosed'; readonly row: number }
  | { readonly kind: 'importCancelled' }
  /** The file went away while it was read (a stick pulled out, a cloud's file that is not here), or the worker ended. */
  | { readonly kind: 'fileNotRead' }
  /** The worker ended while it wrote: all of the import is here, or nothing. */
  | { readonly kind: 'importCut' };
