import * as v from 'valibot';
import { BasisPoints, Count, HashText, Id, MinorAmount, Rate, ShortText, Text } from '../parts.ts';

/** A picture's renditions by content hash (base64url SHA-256 of the bytes); sizes are those of the largest, in pixels. */
export const Picture = v.object({
  small: HashText,
  medium: HashText,
  large: v.exactOptional(HashText),
  width: Count,
  height: Count,
});

/** The picture itself. `photographer` is '' for what belongs to the collective. */
export const WorkFields = v.partial(
  v.object({
    title: ShortText,
    photographer: v.pipe(v.string(), v.maxLength(64)),
    kind: v.picklist(['print', 'merch']),
    /** One sentence in the maker's voice, shown at the till. */
    story: Text,
    description: Text,
    /** What the picture shows, for people who do not see it. */
    alt: Text,
    /** Where and when it was taken, as the maker says it. */
    takenAt: ShortText,
    series: ShortText,
    tags: v.pipe(v.array(ShortText), v.maxLength(50)),
    picture: v.nullable(Picture),
    /** Where its pictures lie on the net, in order, as an imported file said. Not shown from there: fetched, or written back. */
    pictureAddresses: v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(20)),
    /** Where the wall hangs it; smaller is earlier. */
    position: v.number(),
    /** Key of the row it was imported from. */
    importKey: ShortText,
    retired: v.boolean(),
  }),
);

/** A sellable form, SKU. */
export const VariantFields = v.partial(
  v.object({
    work: Id,
    sku: ShortText,
    size: ShortText,
    paper: ShortText,
    frame: ShortText,
    price: MinorAmount,
    /** The photographer's lowest price; under it the till asks. */
    floor: v.nullable(MinorAmount),
    /** Millionths; several per line are possible. */
    taxRates: v.pipe(v.array(Rate), v.maxLength(5)),
    barcode: ShortText,
    /** What the photographer expects to sell to 1000 visitors. */
    guess: v.nullable(v.number()),
    /** What one costs to have made. */
    cost: v.nullable(MinorAmount),
    position: v.number(),
    retired: v.boolean(),
  }),
);

export const PhotographerFields = v.partial(
  v.object({ name: ShortText, terms: v.pipe(v.string(), v.maxLength(64)), position: v.number(), retired: v.boolean() }),
);

/** "Any `quantity` of `variants` for `price`." */
export const PriceRowFields = v.partial(
  v.object({
    name: ShortText,
    quantity: v.pipe(Count, v.minValue(2)),
    price: MinorAmount,
    variants: v.pipe(v.array(Id), v.maxLength(2_000)),
    retired: v.boolean(),
  }),
);

/** A numbered run over all sizes of a work, from one number pool. Its size is fixed at the first sale. */
export const EditionFields = v.partial(
  v.object({
    work: Id,
    size: v.pipe(Count, v.minValue(1), v.maxValue(5_000)),
    proofs: Count,
    /** Price steps by copy number: from this number on, this much is added to the variant's price. */
    ladder: v.pipe(v.array(v.object({ from: Count, add: MinorAmount })), v.maxLength(50)),
  }),
);

const variants = v.pipe(v.array(v.object({ variant: Id, fields: VariantFields })), v.maxLength(300));

/** Only the changed fields; latest per field. One fact a work, also in an import. */
export const WorkRevised = v.object({ work: Id, fields: WorkFields, variants });
export const PhotographerRevised = v.object({ photographer: Id, fields: PhotographerFields });
export const PriceRowRevised = v.object({ priceRow: Id, fields: PriceRowFields });
/** Publication: all numbers exist from now on as planned, held by the publishing tablet. */
export const EditionPublished = v.object({ edition: Id, fields: v.required(EditionFields, ['work', 'size']) });
export const EditionRevised = v.object({ edition: Id, fields: EditionFields });
/** For leads only. The photographer keeps `photographerKeeps`, the collective the rest. */
export const TermsAgreed = v.object({ terms: Id, photographer: Id, photographerKeeps: BasisPoints });

export type Picture = v.InferOutput<typeof Picture>;
export type WorkFields = v.InferOutput<typeof WorkFields>;
export type VariantFields = v.InferOutput<typeof VariantFields>;
export type PhotographerFields = v.InferOutput<typeof PhotographerFields>;
export type PriceRowFields = v.InferOutput<typeof PriceRowFields>;
export type EditionFields = v.InferOutput<typeof EditionFields>;
export type WorkRevised = v.InferOutput<typeof WorkRevised>;
export type TermsAgreed = v.InferOutput<typeof TermsAgreed>;
