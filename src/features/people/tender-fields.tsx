import { FormattedMessage, useIntl } from 'react-intl';
import { readIban } from '../../domain/payments/bank-code.ts';
import { randomText } from '../../store/device.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { FormHead } from '../../ui/form-head.tsx';
import { defineMessages } from '../../ui/messages.ts';
import type { TypedTender } from './collective-form.ts';

const text = defineMessages({
  title: { id: 'tenders.title', defaultMessage: 'Ways of paying' },
  lead: { id: 'tenders.lead', defaultMessage: 'Cash and card are always there. Name what else you take.' },
  name: { id: 'tenders.name', defaultMessage: 'Name on the button' },
  kind: { id: 'tenders.kind', defaultMessage: 'What it is' },
  qr: { id: 'tenders.qr', defaultMessage: 'A code the shopper pays to' },
  voucher: { id: 'tenders.voucher', defaultMessage: 'Voucher' },
  other: { id: 'tenders.other', defaultMessage: 'Something else' },
  iban: { id: 'tenders.iban', defaultMessage: 'Account (IBAN)' },
  ibanHint: {
    id: 'tenders.ibanHint',
    defaultMessage: 'The till then shows a code with the amount inside. Empty: you show your own.',
  },
  ibanWrong: { id: 'tenders.ibanWrong', defaultMessage: 'The check digits do not fit. Look at it once more.' },
  holder: { id: 'tenders.holder', defaultMessage: 'Whose account' },
  holderHint: { id: 'tenders.holderHint', defaultMessage: 'Empty: the collective’s.' },
  add: { id: 'tenders.add', defaultMessage: 'One more way' },
  remove: { id: 'tenders.remove', defaultMessage: 'Take {name} out' },
});

/** Ways of paying besides cash and card. */
export function TenderFields({
  tenders,
  problem,
  hasBankCode,
  onChange,
}: {
  readonly tenders: readonly TypedTender[];
  readonly problem: string | undefined;
  /** Whether the collective's currency has codes that banking apps read. */
  readonly hasBankCode: boolean;
  readonly onChange: (tenders: readonly TypedTender[]) => void;
}) {
  const intl = useIntl();
  return (
    <div className="form-part">
      <FormHead title={<FormattedMessage {...text.title} />} lead={<FormattedMessage {...text.lead} />} />
      {tenders.map((tender, at) => (
        <div className="tender" key={tender.key}>
          <div className="fields">
            <Field
              label={intl.formatMessage(text.name)}
              value={tender.name}
              onChange={(event) => onChange(tenders.with(at, { ...tender, name: event.target.value }))}
            />
            <Select
              label={intl.formatMessage(text.kind)}
              value={tender.kind}
              onChoose={(kind) => onChange(tenders.with(at, { ...tender, kind: kind as TypedTender['kind'] }))}
              choices={(['qr', 'voucher', 'other'] as const).map((id) => ({ id, label: intl.formatMessage(text[id]) }))}
            />
            {tender.kind === 'qr' && hasBankCode && (
              <>
                <Field
                  label={intl.formatMessage(text.iban)}
                  hint={intl.formatMessage(text.ibanHint)}
                  problem={
                    tender.iban.trim() !== '' && problem && !readIban(tender.iban) && intl.formatMessage(text.ibanWrong)
                  }
                  autoComplete="off"
                  value={tender.iban}
                  onChange={(event) => onChange(tenders.with(at, { ...tender, iban: event.target.value }))}
                />
                <Field
                  label={intl.formatMessage(text.holder)}
                  hint={intl.formatMessage(text.holderHint)}
                  value={tender.holder}
                  onChange={(event) => onChange(tenders.with(at, { ...tender, holder: event.target.value }))}
                />
              </>
            )}
          </div>
          <IconButton
            icon="close"
            label={intl.formatMessage(text.remove, { name: tender.name || at + 1 })}
            onClick={() => onChange(tenders.toSpliced(at, 1))}
          />
        </div>
      ))}
      {problem && (
        <p className="note field-problem" role="alert">
          {problem}
        </p>
      )}
      {tenders.length < 12 && (
        <div>
          <Button
            icon="plus"
            onClick={() => onChange([...tenders, { key: randomText(), name: '', kind: 'qr', iban: '', holder: '' }])}
          >
            <FormattedMessage {...text.add} />
          </Button>
        </div>
      )}
    </div>
  );
}
