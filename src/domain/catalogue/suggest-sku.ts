import { foldText } from './fold-text.ts';
import type { VariantForm } from './work-form.ts';

/** Short, readable and free: letters of the title, then what tells the variant apart. */
export function suggestSku(title: string, variant: Pick<VariantForm, 'size' | 'paper' | 'frame'>): string {
  const plain = (text: string) =>
    foldText(text)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  const name = plain(title)
    .split(' ')
    .filter((word) => word !== 'the' && word !== 'a')
    .join('')
    .slice(0, 8);
  if (name === '') return '';
  const size = plain(variant.size)
    .replace(/\s?x\s?/g, 'x')
    .replaceAll(' ', '');
  const rest = [variant.paper, variant.frame].map((text) => plain(text).replaceAll(' ', '').slice(0, 4));
  return [name, size, ...rest]
    .filter((part) => part !== '')
    .join('-')
    .toUpperCase()
    .slice(0, 40);
}

/** The SKU itself, or the first of SKU-2, SKU-3 … that neither the others nor this form have. */
export function freeSku(base: string, others: ReadonlySet<string>, here: ReadonlySet<string>): string {
  if (base === '') return '';
  let sku = base;
  for (let n = 2; others.has(sku) || here.has(sku); n++) sku = `${base}-${n}`;
  return sku;
}
