import { FormattedMessage, useIntl } from 'react-intl';
import { merged, writeNumbers } from '../../domain/catalogue/import/numbers.ts';
import { suggestSku } from '../../domain/catalogue/suggest-sku.ts';
import type {
  FormProblem,
  VariantField,
  VariantForm,
  WorkForm,
  WorkFormContext,
} from '../../domain/catalogue/work-form.ts';
import { useStall } from '../../store/stall.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { formWords } from './form-words.tsx';

const text = defineMessages({
  size: { id: 'variant.size', defaultMessage: 'Size' },
  sizeExample: { id: 'variant.sizeExample', defaultMessage: '30 × 45 cm' },
  paper: { id: 'variant.paper', defaultMessage: 'Paper' },
  frame: { id: 'variant.frame', defaultMessage: 'Frame' },
  form: { id: 'variant.form', defaultMessage: 'Form, colour or size' },
  price: { id: 'variant.price', defaultMessage: 'Price, {currency}' },
  floor: { id: 'variant.floor', defaultMessage: 'Lowest price' },
  floorHint: { id: 'variant.floorHint', defaultMessage: 'Under it the till asks. Empty: none.' },
  cost: { id: 'variant.cost', defaultMessage: 'Cost of making one' },
  costHint: { id: 'variant.costHint', defaultMessage: 'Reorder reckons with it. Empty: 30 % of the price.' },
  taxes: { id: 'variant.taxes', defaultMessage: 'Tax' },
  taxesHint: { id: 'variant.taxesHint', defaultMessage: '7 % · two rates: 5 % 9.975 % · empty: none' },
  sku: { id: 'variant.sku', defaultMessage: 'SKU' },
  skuHint: { id: 'variant.skuHint', defaultMessage: 'Empty: {suggestion}' },
  stock: { id: 'variant.stock', defaultMessage: 'How many are here' },
  stockHint: { id: 'variant.stockHint', defaultMessage: 'Counted now, at {place}.' },
  stockKnown: {
    id: 'variant.stockKnown',
    defaultMessage: '{level, plural, other {# here}} by the book, at {place}. Write a count to correct it.',
  },
  written: { id: 'variant.written', defaultMessage: 'Already numbered' },
  writtenHint: { id: 'variant.writtenHint', defaultMessage: 'Numbers that are on the paper, at {place}: 1–12, 14' },
  writtenKnown: { id: 'variant.writtenKnown', defaultMessage: '{numbers} are written and here. Add more like 13–15.' },
  remove: { id: 'variant.remove', defaultMessage: 'Take this size out' },
  legend: { id: 'variant.legend', defaultMessage: 'No. {n}' },
  more: { id: 'variant.more', defaultMessage: 'Paper, frame, SKU, lowest price, cost, tax' },
  stall: { id: 'variant.stall', defaultMessage: 'the stall' },
});

/** One sellable form: what it is, what it costs, how many are here and which numbers are on them. */
export function VariantFields({
  at,
  form,
  variant,
  context,
  problems,
  onChange,
  onRemove,
}: {
  readonly at: number;
  readonly form: WorkForm;
  readonly variant: VariantForm;
  readonly context: WorkFormContext | undefined;
  readonly problems: readonly FormProblem[];
  readonly onChange: (variant: VariantForm) => void;
  readonly onRemove: (() => void) | undefined;
}) {
  const intl = useIntl();
  const { catalogue, place } = useStall();
  const placeName = catalogue.places.find(({ id }) => id === place)?.name || intl.formatMessage(text.stall);
  const isPrint = form.kind === 'print';
  const level = variant.id === null ? undefined : context?.levels.get(variant.id);
  const writtenHere = (context?.copies ?? [])
    .filter((copy) => copy.isMarked && !copy.isSold && copy.variant === variant.id)
    .map(({ number }): [number, number] => [number, number])
    .toSorted((a, b) => a[0] - b[0]);
  const field = (name: VariantField) => {
    const problem = problems.find((each) => each.field === name);
    return {
      value: variant[name],
      onChange: (event: { target: { value: string } }) => onChange({ ...variant, [name]: event.target.value }),
      problem: problem && formWords(intl, problem),
    };
  };
  const hidden: readonly VariantField[] = ['paper', 'frame', 'sku', 'floor', 'cost', 'taxes'];
  const suggestion = suggestSku(form.title, variant);
  return (
    <fieldset className="variant">
      {form.variants.length > 1 && (
        <div className="variant-head">
          <h3>
            <FormattedMessage {...text.legend} values={{ n: at + 1 }} />
          </h3>
          <span className="sp" />
          {onRemove && <IconButton icon="close" label={intl.formatMessage(text.remove)} onClick={onRemove} />}
        </div>
      )}
      <div className="fields">
        <Field
          label={intl.formatMessage(isPrint ? text.size : text.form)}
          placeholder={isPrint ? intl.formatMessage(text.sizeExample) : ''}
          {...field('size')}
        />
        <Field
          label={intl.formatMessage(text.price, { currency: catalogue.collective.currency })}
          inputMode="decimal"
          {...field('price')}
        />
      </div>
      <div className="fields">
        {isPrint && form.editionSize.trim() !== '' && (
          <Field
            label={intl.formatMessage(text.written)}
            hint={
              writtenHere.length > 0
                ? intl.formatMessage(text.writtenKnown, { numbers: writeNumbers(merged(writtenHere)) })
                : intl.formatMessage(text.writtenHint, { place: placeName })
            }
            {...field('written')}
          />
        )}
        <Field
          label={intl.formatMessage(text.stock)}
          inputMode="numeric"
          hint={
            level === undefined
              ? intl.formatMessage(text.stockHint, { place: placeName })
              : intl.formatMessage(text.stockKnown, { level, place: placeName })
          }
          {...field('stock')}
        />
      </div>
      <details className="variant-more" open={problems.some((each) => hidden.includes(each.field as VariantField))}>
        <summary>
          <FormattedMessage {...text.more} />
        </summary>
        <div className="fields">
          {isPrint && <Field label={intl.formatMessage(text.paper)} {...field('paper')} />}
          {isPrint && <Field label={intl.formatMessage(text.frame)} {...field('frame')} />}
          <Field
            label={intl.formatMessage(text.floor)}
            hint={intl.formatMessage(text.floorHint)}
            inputMode="decimal"
            {...field('floor')}
          />
          <Field
            label={intl.formatMessage(text.cost)}
            hint={intl.formatMessage(text.costHint)}
            inputMode="decimal"
            {...field('cost')}
          />
          <Field label={intl.formatMessage(text.taxes)} hint={intl.formatMessage(text.taxesHint)} {...field('taxes')} />
          <Field
            label={intl.formatMessage(text.sku)}
            hint={variant.sku === '' && suggestion ? intl.formatMessage(text.skuHint, { suggestion }) : undefined}
            {...field('sku')}
          />
        </div>
      </details>
    </fieldset>
  );
}
