import type { CatalogueWork } from '../import/draft.ts';

export type Option = 'size' | 'paper' | 'frame';

export const OPTIONS: readonly Option[] = ['size', 'paper', 'frame'];

/** What shops call them; options.ts reads these names back. */
export const OPTION_NAMES: Readonly<Record<Option, string>> = { size: 'Size', paper: 'Paper', frame: 'Frame' };

/** The options any of its variants has. */
export function optionsOf(work: CatalogueWork): readonly Option[] {
  return OPTIONS.filter((option) => work.variants.some((variant) => variant[option] !== ''));
}
