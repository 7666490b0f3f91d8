import { FormattedMessage, useIntl } from 'react-intl';
import { randomText } from '../../store/device.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
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
  add: { id: 'tenders.add', defaultMessage: 'One more way' },
  remove: { id: 'tenders.remove', defaultMessage: 'Take {name} out' },
});

/** Ways of paying besides cash and card. */
export function TenderFields({
  tenders,
  problem,
  onChange,
}: {
  readonly tenders: readonly TypedTender[];
  readonly problem: string | undefined;
  readonly onChange: (tenders: readonly TypedTender[]) => void;
}) {
  const intl = useIntl();
  return (
    <div className="form-part">
      <div>
        <h2>
          <FormattedMessage {...text.title} />
        </h2>
        <p className="q">
          <FormattedMessage {...text.lead} />
        </p>
      </div>
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
          <Button icon="plus" onClick={() => onChange([...tenders, { key: randomText(), name: '', kind: 'qr' }])}>
            <FormattedMessage {...text.add} />
          </Button>
        </div>
      )}
    </div>
  );
}
