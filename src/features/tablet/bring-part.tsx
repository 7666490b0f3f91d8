import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useTablet, type HubProblem } from '../../store/tablet.tsx';
import { Button } from '../../ui/button.tsx';
import { FormHead } from '../../ui/form-head.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { CodeField } from './code-field.tsx';

const text = defineMessages({
  title: { id: 'bring.title', defaultMessage: 'Bring this collective to the hub' },
  lead: {
    id: 'bring.lead',
    defaultMessage:
      'So far everything is on this tablet only. At the hub there is a copy, and more tablets can join. Where the hub was started it has printed a code for this.',
  },
  code: { id: 'bring.code', defaultMessage: 'Code' },
  bring: { id: 'bring.bring', defaultMessage: 'Bring it' },
  asking: { id: 'bring.asking', defaultMessage: 'Asking the hub …' },
});

/** A collective that one tablet started alone gets its hub: nothing changes on the tablet, its journal is sent. */
export function BringPart() {
  const intl = useIntl();
  const tablet = useTablet();
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<HubProblem>();
  const [isAsking, setAsking] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsking(true);
    const brought = await tablet.bring(code);
    setAsking(false);
    setProblem(brought.ok ? undefined : brought.problem);
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <FormHead title={<FormattedMessage {...text.title} />} lead={<FormattedMessage {...text.lead} />} />
      <CodeField label={intl.formatMessage(text.code)} code={code} onCode={setCode} problem={problem} />
      <div>
        <Button kind="go" type="submit">
          <FormattedMessage {...(isAsking ? text.asking : text.bring)} />
        </Button>
      </div>
    </form>
  );
}
