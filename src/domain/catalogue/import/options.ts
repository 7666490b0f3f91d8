/** How a variant differs from its siblings, in the till's three words. */
export interface VariantOptions {
  size: string;
  paper: string;
  frame: string;
}

type Slot = keyof VariantOptions;

const SLOTS: readonly Slot[] = ['size', 'paper', 'frame'];

/** Option names of shops, in the languages our users' shops speak; the start of the name is enough. */
const NAMES: Readonly<Record<Slot, RegExp>> = {
  size: /^(?:size|print size|dimension|format|grö(?:ß|ss)e|grosse|taille|tama|taglia|dimens|formaat|maat|storlek|rozmiar)/i,
  paper: /^(?:paper|material|finish|papier|papel|carta|papper|medium)/i,
  frame: /^(?:frame|framing|rahmen|cadre|encadrement|marco|cornice|lijst|ram|mount|passepartout)/i,
};

/**
 * Puts a shop's named options in our three fields. A name we do not know takes the first field left free; `moved` lists
 * those. Shopify's single `Title` / `Default Title` and Square's `Regular` are no options at all.
 */
export function sortOptions(options: readonly { readonly name: string; readonly value: string }[]): {
  readonly options: VariantOptions;
  readonly moved: readonly string[];
} {
  const sorted: VariantOptions = { size: '', paper: '', frame: '' };
  const unknown: { name: string; value: string }[] = [];
  const moved: string[] = [];
  for (const { name, value } of options) {
    if (value === '' || isNoOption(name, value)) continue;
    const slot = SLOTS.find((each) => NAMES[each].test(name) && sorted[each] === '');
    if (slot) sorted[slot] = value;
    else unknown.push({ name, value });
  }
  for (const { name, value } of unknown) {
    const slot = SLOTS.find((each) => sorted[each] === '');
    if (slot) sorted[slot] = value;
    else sorted.frame += ` · ${value}`;
    if (name !== '') moved.push(name);
  }
  return { options: sorted, moved };
}

function isNoOption(name: string, value: string): boolean {
  return name.toLowerCase() === 'title' && value.toLowerCase() === 'default title';
}
