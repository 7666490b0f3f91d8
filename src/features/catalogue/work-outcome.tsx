import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { writeTaxRates } from '../../domain/catalogue/import/numbers.ts';
import type { FieldChange, FieldValue, WorkOutcome } from '../../domain/catalogue/import/preview.ts';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';

const text = defineMessages({
  forms: { id: 'review.forms', defaultMessage: '{count, plural, one {# form} other {# forms}}' },
  newForm: { id: 'review.newForm', defaultMessage: 'new: {form}, {price}' },
  change: { id: 'review.change', defaultMessage: '{field}: {from} → {to}' },
  back: { id: 'review.back', defaultMessage: 'was put away and hangs again' },
  none: { id: 'review.none', defaultMessage: 'nothing' },
  title: { id: 'review.title', defaultMessage: 'Title' },
  photographer: { id: 'review.photographer', defaultMessage: 'Photographer' },
  kind: { id: 'review.kind', defaultMessage: 'Kind' },
  description: { id: 'review.description', defaultMessage: 'Description' },
  alt: { id: 'review.alt', defaultMessage: 'What the picture shows' },
  tags: { id: 'review.tags', defaultMessage: 'Tags' },
  editionSize: { id: 'review.edition', defaultMessage: 'Edition' },
  pictureAddresses: { id: 'review.pictures', defaultMessage: 'Pictures' },
  sku: { id: 'review.sku', defaultMessage: 'SKU' },
  size: { id: 'review.size', defaultMessage: 'Size' },
  paper: { id: 'review.paper', defaultMessage: 'Paper' },
  frame: { id: 'review.frame', defaultMessage: 'Frame' },
  price: { id: 'review.price', defaultMessage: 'Price' },
  barcode: { id: 'review.barcode', defaultMessage: 'Barcode' },
  taxRates: { id: 'review.tax', defaultMessage: 'Tax' },
});

/** A work that an import would hang: title, maker, forms, prices. */
export function Created({ work: { draft } }: { readonly work: WorkOutcome }) {
  const money = useMoney();
  const prices = [...new Set(draft.variants.map(({ price }) => money.short(price)))];
  return (
    <>
      <span className="t">{draft.title}</span>
      <span className="q">
        {draft.photographer && ` · ${draft.photographer}`} ·{' '}
        <FormattedMessage {...text.forms} values={{ count: draft.variants.length }} />
        {prices.length > 0 && ` · ${prices.slice(0, 4).join(', ')}`}
        {draft.editionSize !== null && (
          <>
            {' · '}
            <FormattedMessage {...text.editionSize} /> {draft.editionSize}
          </>
        )}
      </span>
    </>
  );
}

/** What an import would change in a work, field by field: from → to. */
export function Changed({ work }: { readonly work: WorkOutcome }) {
  const intl = useIntl();
  const money = useMoney();
  const say = (change: FieldChange) => {
    if (change.field === 'retired') return intl.formatMessage(text.back);
    const write = (value: FieldValue) => valueText(intl, change.field, value, money.text);
    const name = change.field in text ? intl.formatMessage(text[change.field as keyof typeof text]) : change.field;
    return intl.formatMessage(text.change, { field: name, from: write(change.from), to: write(change.to) });
  };
  return (
    <>
      <span className="t">{work.draft.title}</span>
      {work.changes.map((change) => (
        <div key={change.field}>{say(change)}</div>
      ))}
      {work.variants
        .filter(({ outcome }) => outcome !== 'left')
        .map(({ draft, outcome, changes }) => {
          const form = [draft.size, draft.paper, draft.frame].filter(Boolean).join(', ') || draft.sku;
          return (
            <div key={draft.row}>
              {outcome === 'created'
                ? intl.formatMessage(text.newForm, { form, price: money.text(draft.price) })
                : `${form}: ${changes.map(say).join(' · ')}`}
            </div>
          );
        })}
    </>
  );
}

function valueText(intl: IntlShape, field: string, value: FieldValue, money: (amount: number) => string): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return intl.formatMessage(text.none);
  }
  if (field === 'price') return money(value as number);
  if (field === 'taxRates') return writeTaxRates(value as readonly number[], '.');
  const written = Array.isArray(value) ? value.join(', ') : String(value);
  return written.length > 80 ? `${written.slice(0, 79)}…` : written;
}
