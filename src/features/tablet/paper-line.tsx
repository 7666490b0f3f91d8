import { useIntl } from 'react-intl';
import { randomText } from '../../store/device.ts';
import { useStall } from '../../store/stall.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';

const text = defineMessages({
  what: { id: 'paperLine.what', defaultMessage: 'Print' },
  amountOnly: { id: 'paperLine.amountOnly', defaultMessage: 'An amount, without a print' },
  name: { id: 'paperLine.name', defaultMessage: 'What it was' },
  amount: { id: 'paperLine.amount', defaultMessage: 'Amount' },
  many: { id: 'paperLine.many', defaultMessage: 'How many' },
  number: { id: 'paperLine.number', defaultMessage: 'Number on it' },
  numberHint: { id: 'paperLine.numberHint', defaultMessage: 'of {size}. Empty: not known' },
  remove: { id: 'paperLine.remove', defaultMessage: 'Take this line out' },
});

/** A line as typed. */
export interface TypedLine {
  /** Tells lines apart while they are typed. */
  readonly key: string;
  readonly variant: string;
  readonly title: string;
  readonly amount: string;
  readonly quantity: string;
  readonly number: string;
}

/** One line more, with a key of its own. */
export function emptyLine(): TypedLine {
  return { key: randomText(), variant: '', title: '', amount: '', quantity: '1', number: '' };
}

/** One line of the paper. */
export function PaperLineFields({
  line,
  onChange,
  onRemove,
}: {
  readonly line: TypedLine;
  readonly onChange: (line: TypedLine) => void;
  readonly onRemove: (() => void) | undefined;
}) {
  const intl = useIntl();
  const money = useMoney();
  const { catalogue } = useStall();
  const choices = catalogue.works
    .filter(({ retired }) => !retired)
    .flatMap((work) =>
      work.variants
        .filter(({ retired }) => !retired)
        .map((variant) => ({
          id: variant.id,
          label: [work.title, variant.size, variant.paper, variant.frame, money.text(variant.price)]
            .filter(Boolean)
            .join(' · '),
        })),
    );
  const variant = catalogue.variantById.get(line.variant);
  const edition = variant && catalogue.workById.get(variant.work)?.edition;
  const typed = (field: 'title' | 'amount' | 'quantity' | 'number') => ({
    value: line[field],
    onChange: (event: { target: { value: string } }) => onChange({ ...line, [field]: event.target.value }),
  });
  return (
    <div className="tender">
      <div className="form-part sp">
        <Select
          label={intl.formatMessage(text.what)}
          value={line.variant}
          onChoose={(id) => onChange({ ...line, variant: id, number: '', quantity: '1' })}
          choices={[{ id: '', label: intl.formatMessage(text.amountOnly) }, ...choices]}
        />
        <div className="fields">
          {!variant && <Field label={intl.formatMessage(text.name)} {...typed('title')} />}
          {!variant && <Field label={intl.formatMessage(text.amount)} inputMode="decimal" {...typed('amount')} />}
          {variant && !edition && (
            <Field label={intl.formatMessage(text.many)} inputMode="numeric" {...typed('quantity')} />
          )}
          {edition && (
            <Field
              label={intl.formatMessage(text.number)}
              hint={intl.formatMessage(text.numberHint, { size: edition.size })}
              inputMode="numeric"
              {...typed('number')}
            />
          )}
        </div>
      </div>
      {onRemove && <IconButton icon="close" label={intl.formatMessage(text.remove)} onClick={onRemove} />}
    </div>
  );
}
