import type { Minor } from '../money.ts';
import type { EditionId, PhotographerId, TermsId, VariantId, WorkId } from '../parts.ts';

/**
 * What is sold, as the till knew it when it went into the cart: a price changed later applies to later lines.
 * A custom amount has variant and work ''; what belongs to the collective has photographer and terms ''.
 */
export interface Goods {
  readonly variant: VariantId;
  readonly work: WorkId;
  readonly photographer: PhotographerId;
  readonly terms: TermsId;
  readonly sku: string;
  readonly title: string;
  /** Size, paper, frame, as read on the label. */
  readonly label: string;
  /** Of one unit, before the ladder; with or without tax as the market day says. */
  readonly price: Minor;
  /** The photographer's lowest price; under it the till asks. */
  readonly floor: Minor | null;
  /** Millionths, all of the same net: 70000 is 7 %. */
  readonly taxRates: readonly number[];
  readonly edition: GoodsEdition | null;
}

interface GoodsEdition {
  readonly edition: EditionId;
  readonly size: number;
  /** From this copy number on, this much is added to the variant's price. */
  readonly ladder: readonly { readonly from: number; readonly add: Minor }[];
}

/**
 * What one unit costs. Without a number yet ("number follows") the price is that of the first copy: a number the
 * shopper could not see must not make the print dearer afterwards.
 */
export function unitPrice(goods: Goods, copyNumber: number | null): Minor {
  const steps = goods.edition?.ladder ?? [];
  let best: GoodsEdition['ladder'][number] | undefined;
  for (const step of steps) if (step.from <= (copyNumber ?? 1) && (!best || step.from >= best.from)) best = step;
  return goods.price + (best?.add ?? 0);
}

/** An amount typed by hand, credited to a photographer, or to the collective with ''. */
export function customGoods(
  title: string,
  price: Minor,
  whose: { readonly photographer: PhotographerId; readonly terms: TermsId; readonly taxRates: readonly number[] },
): Goods {
  return {
    variant: '',
    work: '',
    sku: '',
    label: '',
    floor: null,
    edition: null,
    title: title.trim().slice(0, 200),
    price,
    ...whose,
  };
}
