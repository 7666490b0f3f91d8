import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { fact } from '../../domain/fact.ts';
import { BANK_CODE_CURRENCY } from '../../domain/payments/bank-code.ts';
import { cashOf } from '../../domain/sales/currency.ts';
import type { CommitProblem } from '../../store/commit.ts';
import { useLive, useStall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { moneyText } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { NotSaved } from '../../ui/saving.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useFirstProblem } from '../../ui/use-first-problem.ts';
import { writeFacts } from '../../store/write-facts.ts';
import { collectiveToForm, readCollective, type CollectiveForm, type FieldProblem } from './collective-form.ts';
import { PinPart } from './pin-part.tsx';
import { TenderFields } from './tender-fields.tsx';

const text = defineMessages({
  title: { id: 'collective.title', defaultMessage: 'The collective' },
  lead: { id: 'collective.lead', defaultMessage: 'What is the same on every tablet.' },
  name: { id: 'collective.name', defaultMessage: 'Name' },
  nameHint: { id: 'collective.nameHint', defaultMessage: 'As it stands on receipts.' },
  currency: { id: 'collective.currency', defaultMessage: 'Currency' },
  currencyHint: { id: 'collective.currencyHint', defaultMessage: 'Three letters: EUR, GBP, CHF, JPY … Like {sample}.' },
  currencyFixed: {
    id: 'collective.currencyFixed',
    defaultMessage: 'Sales were made in {currency}, so the collective stays with it.',
  },
  locale: { id: 'collective.locale', defaultMessage: 'How amounts are written' },
  localeHint: { id: 'collective.localeHint', defaultMessage: 'Language and country: en-GB, de-DE, fr-CH …' },
  localeUnwritable: {
    id: 'collective.localeUnwritable',
    defaultMessage:
      '“{said}” is no language that amounts can be written in. No amount has changed; they stand as {sample} until you choose another, such as en-GB.',
  },
  zone: { id: 'collective.zone', defaultMessage: 'Time zone' },
  zoneHint: { id: 'collective.zoneHint', defaultMessage: 'Such as Europe/Berlin. A market may have its own.' },
  prices: { id: 'collective.prices', defaultMessage: 'Prices' },
  included: { id: 'collective.included', defaultMessage: 'Tax is in them' },
  added: { id: 'collective.added', defaultMessage: 'Tax comes on top' },
  rounding: { id: 'collective.rounding', defaultMessage: 'Cash is rounded to' },
  roundingHint: {
    id: 'collective.roundingHint',
    defaultMessage: 'Such as 0.05. Empty: as the coins of {currency} ask.',
  },
  roundingUsual: { id: 'collective.roundingUsual', defaultMessage: 'Such as 0.05. Empty: {step}, the smallest coin.' },
  receipt: { id: 'collective.receipt', defaultMessage: 'Receipt' },
  head: { id: 'collective.head', defaultMessage: 'At its head' },
  headHint: { id: 'collective.headHint', defaultMessage: 'Who sells, address, tax number.' },
  foot: { id: 'collective.foot', defaultMessage: 'At its foot' },
  footHint: { id: 'collective.footHint', defaultMessage: 'Thanks, how to come back with a print.' },
  save: { id: 'collective.save', defaultMessage: 'Save' },
  saved: { id: 'collective.saved', defaultMessage: 'Saved on this tablet.' },
});

const problemText = defineMessages({
  'name-long': { id: 'collective.nameLong', defaultMessage: 'Up to 200 letters.' },
  'currency-unknown': {
    id: 'collective.currencyUnknown',
    defaultMessage: 'No currency is called that. Use its three letters, such as EUR.',
  },
  'locale-unknown': {
    id: 'collective.localeUnknown',
    defaultMessage: 'Not known here. Use a form such as en-GB or de.',
  },
  'zone-unknown': {
    id: 'collective.zoneUnknown',
    defaultMessage: 'Not known here. Use a form such as Europe/Berlin.',
  },
  'rounding-unreadable': {
    id: 'collective.roundingUnreadable',
    defaultMessage: 'Write the smallest coin, such as 0.05; leave it empty for none.',
  },
  'tender-unnamed': {
    id: 'collective.tenderUnnamed',
    defaultMessage: 'Give each way of paying a name, or take it out.',
  },
  'tender-twice': { id: 'collective.tenderTwice', defaultMessage: 'Two have the same name. Change one.' },
  'tender-account': {
    id: 'collective.tenderAccount',
    defaultMessage: 'An account number does not fit its check digits. Correct it, or leave it empty.',
  },
  'receipt-long': { id: 'collective.receiptLong', defaultMessage: 'Up to 2,000 letters.' },
});

/** Name, money, tax, ways of paying, receipt, and the lead's PIN. */
export function CollectiveScreen() {
  const intl = useIntl();
  const stall = useStall();
  const { catalogue, db, device } = stall;
  const { collective } = catalogue;
  const [form, setForm] = useState<CollectiveForm>(() => collectiveToForm(collective));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  useFirstProblem(problems);
  const [refusal, setRefusal] = useState<CommitProblem['kind']>();
  const [isSaved, setSaved] = useState(false);
  // Amounts already sold have no other currency to turn into.
  const hasSold = useLive(async () => ((await db.heads.get(device.key.device))?.receipts ?? 0) > 0, [db, device]);
  const set = (part: Partial<CollectiveForm>) => {
    setSaved(false);
    setForm({ ...form, ...part });
  };
  const problemAt = (field: keyof CollectiveForm) => {
    const found = problems.find((each) => each.field === field);
    return found && intl.formatMessage(problemText[found.kind]);
  };
  const typed = (field: 'name' | 'currency' | 'locale' | 'zone' | 'cashRounding' | 'receiptHead' | 'receiptFoot') => ({
    value: form[field],
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
    problem: problemAt(field),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const read = readCollective(form, collective);
    setProblems(read.ok ? [] : read.problem);
    if (!read.ok) return;
    const changed = Object.keys(read.value).length > 0;
    const saved = await writeFacts(stall, changed ? [fact('collective.revised', 'own', { fields: read.value })] : []);
    setRefusal(saved.ok ? undefined : saved.problem.kind);
    setSaved(saved.ok);
    if (saved.ok) announce(intl.formatMessage(text.saved));
  };
  const { step } = cashOf(collective.currency);
  const unwritable =
    collective.saidLocale !== undefined && form.locale === collective.saidLocale
      ? intl.formatMessage(text.localeUnwritable, {
          said: collective.saidLocale,
          sample: moneyText(123450, collective),
        })
      : undefined;
  return (
    <Page title={<FormattedMessage {...text.title} />} lead={<FormattedMessage {...text.lead} />}>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        <Field label={intl.formatMessage(text.name)} hint={intl.formatMessage(text.nameHint)} {...typed('name')} />
        <div className="fields">
          {hasSold ? (
            <div className="field">
              <span className="strong">{intl.formatMessage(text.currency)}</span>
              <p className="q">
                <FormattedMessage {...text.currencyFixed} values={{ currency: collective.currency }} />
              </p>
            </div>
          ) : (
            <Field
              label={intl.formatMessage(text.currency)}
              hint={intl.formatMessage(text.currencyHint, { sample: moneyText(123450, collective) })}
              maxLength={3}
              {...typed('currency')}
            />
          )}
          <Field
            label={intl.formatMessage(text.rounding)}
            hint={
              step > 1
                ? intl.formatMessage(text.roundingUsual, { step: moneyText(step, collective) })
                : intl.formatMessage(text.roundingHint, { currency: collective.currency })
            }
            inputMode="decimal"
            {...typed('cashRounding')}
          />
        </div>
        <div className="fields">
          <Field
            label={intl.formatMessage(text.locale)}
            hint={intl.formatMessage(text.localeHint)}
            {...typed('locale')}
            problem={problemAt('locale') ?? unwritable}
          />
          <Field label={intl.formatMessage(text.zone)} hint={intl.formatMessage(text.zoneHint)} {...typed('zone')} />
        </div>
        <div className="field">
          <span className="strong">{intl.formatMessage(text.prices)}</span>
          <Segmented
            label={intl.formatMessage(text.prices)}
            chosen={form.taxIncluded ? 'in' : 'on'}
            onChoose={(chosen) => set({ taxIncluded: chosen === 'in' })}
            segments={[
              { id: 'in', label: intl.formatMessage(text.included) },
              { id: 'on', label: intl.formatMessage(text.added) },
            ]}
          />
        </div>
        <TenderFields
          tenders={form.tenders}
          problem={problemAt('tenders')}
          hasBankCode={form.currency.trim().toUpperCase() === BANK_CODE_CURRENCY}
          onChange={(tenders) => set({ tenders })}
        />
        <div className="form-part">
          <h2>
            <FormattedMessage {...text.receipt} />
          </h2>
          <TextArea
            label={intl.formatMessage(text.head)}
            hint={intl.formatMessage(text.headHint)}
            {...typed('receiptHead')}
          />
          <TextArea
            label={intl.formatMessage(text.foot)}
            hint={intl.formatMessage(text.footHint)}
            {...typed('receiptFoot')}
          />
        </div>
        {refusal && <NotSaved kind={refusal} />}
        <div className="form-end">
          <Button kind="go" type="submit">
            <FormattedMessage {...text.save} />
          </Button>
          {isSaved && (
            <output>
              <FormattedMessage {...text.saved} />
            </output>
          )}
        </div>
      </form>
      <PinPart />
    </Page>
  );
}
