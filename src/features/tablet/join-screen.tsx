import { useEffect, useRef, useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSearch } from 'wouter';
import { useTablet, type HubProblem } from '../../store/tablet.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Page } from '../../ui/page.tsx';
import { CodeField } from './code-field.tsx';

const text = defineMessages({
  till: { id: 'tablet.backToTill', defaultMessage: 'The till' },
  title: { id: 'join.title', defaultMessage: 'Join a collective' },
  lead: {
    id: 'join.lead',
    defaultMessage:
      'A lead’s tablet shows the code: the letter in the corner, then “One more tablet”. It lets one tablet in, for 15 minutes.',
  },
  exampleTitle: { id: 'join.exampleTitle', defaultMessage: 'Open the example wall' },
  exampleLead: {
    id: 'join.exampleLead',
    defaultMessage:
      'Where the hub was started, it has printed a link “Open as its lead”. Open that link on this tablet, or paste it here.',
  },
  code: { id: 'join.code', defaultMessage: 'Code or link' },
  name: { id: 'join.name', defaultMessage: 'What this tablet is called' },
  nameHint: {
    id: 'join.nameHint',
    defaultMessage: 'Leads see it in the list of tablets. Its letter is given by the hub.',
  },
  usual: { id: 'join.usualName', defaultMessage: 'Tablet' },
  join: { id: 'join.join', defaultMessage: 'Join' },
  joining: { id: 'join.joining', defaultMessage: 'Asking the hub …' },
  again: { id: 'join.again', defaultMessage: 'Try again' },
  kept: {
    id: 'join.kept',
    defaultMessage: 'What is on this tablet stays as it is: each collective has its own place, nothing is mixed.',
  },
});

/** In by a code, typed or pasted, or at once by the link that led here (`#code`). */
export function JoinScreen() {
  const intl = useIntl();
  const tablet = useTablet();
  const isExample = new URLSearchParams(useSearch()).has('example');
  const [code, setCode] = useState(() => location.hash.slice(1));
  const [name, setName] = useState(() => intl.formatMessage(text.usual));
  const [problem, setProblem] = useState<HubProblem>();
  const [isAsking, setAsking] = useState(false);
  const ask = async () => {
    setAsking(true);
    setProblem(undefined);
    const joined = await tablet.join(code, name.trim() || intl.formatMessage(text.usual));
    if (joined.ok) return;
    setAsking(false);
    setProblem(joined.problem);
  };
  const first = useRef(ask);
  useEffect(() => {
    if (location.hash.length < 2) return;
    // The secret does not stay in the address, where the next person could read it.
    history.replaceState(history.state, '', location.pathname);
    void first.current();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void ask();
  };
  return (
    <Page
      title={<FormattedMessage {...(isExample ? text.exampleTitle : text.title)} />}
      lead={<FormattedMessage {...(isExample ? text.exampleLead : text.lead)} />}
      back={
        <BackLink href="/">
          <FormattedMessage {...text.till} />
        </BackLink>
      }
    >
      <form className="form" onSubmit={submit}>
        <CodeField label={intl.formatMessage(text.code)} code={code} onCode={setCode} problem={problem} />
        {!isExample && (
          <Field
            label={intl.formatMessage(text.name)}
            hint={intl.formatMessage(text.nameHint)}
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.target.value)}
          />
        )}
        <div className="form-end">
          <Button kind="go" type="submit">
            <FormattedMessage {...(isAsking ? text.joining : problem ? text.again : text.join)} />
          </Button>
          {problem?.kind === 'other-hub' && (
            <a className="btn plain normal" href={code}>
              {problem.detail}
            </a>
          )}
        </div>
        <p className="note q">
          <FormattedMessage {...text.kept} />
        </p>
      </form>
    </Page>
  );
}
