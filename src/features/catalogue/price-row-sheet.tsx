import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { decimalMarkOf } from '../../domain/amount-text.ts';
import type { PriceRowFields } from '../../domain/catalogue/facts.ts';
import { readPrice } from '../../domain/catalogue/import/price.ts';
import { fact } from '../../domain/fact.ts';
import { decimalText, minorDigits } from '../../domain/money.ts';
import type { CommitProblem } from '../../store/commit.ts';
import { randomText } from '../../store/device.ts';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { NotSaved } from '../../ui/saving.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useOnce } from '../../ui/use-once.ts';
import { writeFacts } from '../../store/write-facts.ts';
import { rowWords } from './row-words.tsx';
import { VariantChoice } from './variant-choice.tsx';
import './catalogue.css';

const text = defineMessages({
  new: { id: 'row.new', defaultMessage: 'A price row' },
  name: { id: 'row.name', defaultMessage: 'Name on the receipt' },
  nameHint: { id: 'row.nameHint', defaultMessage: '“Any 2 small prints for 45”' },
  nameMissing: { id: 'row.nameMissing', defaultMessage: 'A name is needed: shoppers read it on the receipt.' },
  quantity: { id: 'row.many', defaultMessage: 'How many' },
  quantityProblem: { id: 'row.manyProblem', defaultMessage: 'A whole number from 2 on.' },
  price: { id: 'row.price', defaultMessage: 'For, {currency}' },
  none: { id: 'row.none', defaultMessage: 'Choose at least one form below.' },
  tooMany: { id: 'row.tooManyForms', defaultMessage: 'Up to 2,000 forms in one price row.' },
  save: { id: 'row.save', defaultMessage: 'Save' },
  away: { id: 'row.away', defaultMessage: 'No longer use it' },
  again: { id: 'row.again', defaultMessage: 'Use it again' },
});

/** A price row: how many, for how much, of which forms. */
export function PriceRowSheet({ id, onClose }: { readonly id: string | undefined; readonly onClose: () => void }) {
  const intl = useIntl();
  const stall = useStall();
  const once = useOnce();
  const { currency, locale } = stall.catalogue.collective;
  const present = stall.catalogue.priceRows.find((row) => row.id === id);
  const mark = decimalMarkOf(locale);
  const [name, setName] = useState(present?.name ?? '');
  const [quantity, setQuantity] = useState(String(present?.quantity ?? 2));
  const [price, setPrice] = useState(present ? decimalText(present.price, minorDigits(currency), mark) : '');
  const [variants, setVariants] = useState<ReadonlySet<string>>(new Set(present?.variants));
  const [isAsked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<CommitProblem['kind']>();
  const many = /^\d{1,3}$/.test(quantity.trim()) ? Number(quantity) : 0;
  const amount = readPrice(price.trim(), currency, mark);
  const isFine = name.trim() !== '' && many >= 2 && amount.ok && variants.size > 0 && variants.size <= 2_000;
  const save = async (fields: PriceRowFields) => {
    const changed = Object.entries(fields).filter(
      ([field, value]) => JSON.stringify(present?.[field as keyof PriceRowFields]) !== JSON.stringify(value),
    );
    const priceRow = id ?? randomText();
    const body = { priceRow, fields: Object.fromEntries(changed) };
    const saved = await writeFacts(stall, changed.length > 0 ? [fact('priceRow.revised', priceRow, body)] : []);
    if (saved.ok) onClose();
    else setRefusal(saved.problem.kind);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!isFine || !amount.ok) return;
    const { value } = amount;
    void once(() =>
      save({
        name: name.trim().slice(0, 200),
        quantity: many,
        price: value,
        variants: [...variants].toSorted(),
        ...(present?.retired ? { retired: false } : {}),
      }),
    );
  };
  return (
    <Sheet title={present?.name || <FormattedMessage {...text.new} />} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <div className="fields">
          <Field
            label={intl.formatMessage(text.quantity)}
            inputMode="numeric"
            value={quantity}
            onChange={(event) => setQuantity(event.target.value)}
            problem={isAsked && many < 2 ? intl.formatMessage(text.quantityProblem) : undefined}
          />
          <Field
            label={intl.formatMessage(text.price, { currency })}
            inputMode="decimal"
            value={price}
            onChange={(event) => setPrice(event.target.value)}
            problem={
              isAsked && !amount.ok
                ? rowWords(intl, { kind: amount.problem, row: 0, column: '', value: price, work: '' })
                : undefined
            }
          />
        </div>
        <Field
          label={intl.formatMessage(text.name)}
          hint={intl.formatMessage(text.nameHint)}
          value={name}
          onChange={(event) => setName(event.target.value)}
          problem={isAsked && name.trim() === '' ? intl.formatMessage(text.nameMissing) : undefined}
        />
        {isAsked && (variants.size === 0 || variants.size > 2_000) && (
          <p className="form-problem" role="alert">
            <FormattedMessage {...(variants.size === 0 ? text.none : text.tooMany)} />
          </p>
        )}
        <VariantChoice chosen={variants} onChange={setVariants} />
        {refusal && <NotSaved kind={refusal} />}
        <div className="form-end row-save">
          <Button kind="go" type="submit">
            <FormattedMessage {...text.save} />
          </Button>
          {present && (
            <Button kind="quiet" onClick={() => void once(() => save({ retired: !present.retired }))}>
              <FormattedMessage {...(present.retired ? text.again : text.away)} />
            </Button>
          )}
        </div>
      </form>
    </Sheet>
  );
}
