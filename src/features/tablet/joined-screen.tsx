import { useEffect } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { useLive, useStall } from '../../store/stall.tsx';
import { readSyncStatus, syncActivity } from '../../sync/status.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Page } from '../../ui/page.tsx';
import { ProgressRow } from '../../ui/progress-row.tsx';
import { HeldBack } from './held-back.tsx';

const text = defineMessages({
  title: { id: 'joined.title', defaultMessage: 'This is tablet {letters}' },
  lead: { id: 'joined.lead', defaultMessage: 'It belongs to {name} now.' },
  unnamed: { id: 'joined.unnamed', defaultMessage: 'the collective' },
  lead2: {
    id: 'joined.class',
    defaultMessage:
      '{class, select, lead {A lead’s tablet: everything is here.} other {A stall’s tablet: it sells, counts and closes; plans and shares are on lead tablets.}}',
  },
  coming: {
    id: 'joined.coming',
    defaultMessage: 'Bringing prints and days over: {count, plural, one {# entry} other {# entries}} here',
  },
  here: {
    id: 'joined.here',
    defaultMessage:
      '{works, plural, =0 {No prints yet: hang the first one.} one {# print is on the wall.} other {# prints are on the wall.}}',
  },
  who: { id: 'joined.who', defaultMessage: 'Who is at this tablet?' },
  later: { id: 'joined.later', defaultMessage: 'Say it later' },
  till: { id: 'joined.till', defaultMessage: 'Open the till' },
});

/** After joining: what came over, who stands here. The example opens by itself; a collective is greeted once. */
export function JoinedScreen() {
  const intl = useIntl();
  const { db, device, catalogue, person, selectPerson } = useStall();
  const [, go] = useLocation();
  const sending = useStore(syncActivity, (activity) => activity.sending);
  const status = useLive(() => readSyncStatus(db), [db]);
  const entries = useLive(() => db.journal.count(), [db]) ?? 0;
  const isHere = status !== undefined && status.lastSentAt !== null && !sending;
  const { name, example } = catalogue.collective;
  useEffect(() => {
    if (isHere && example) go('/', { replace: true });
  }, [isHere, example, go]);
  const people = catalogue.people.filter(({ retired }) => !retired);
  const works = catalogue.works.filter(({ retired }) => !retired).length;
  return (
    <Page
      title={<FormattedMessage {...text.title} values={{ letters: device.letters }} />}
      lead={<FormattedMessage {...text.lead} values={{ name: name || intl.formatMessage(text.unnamed) }} />}
    >
      <div className="form">
        <p>
          <FormattedMessage {...text.lead2} values={{ class: device.class }} />
        </p>
        {isHere ? (
          <p>
            <FormattedMessage {...text.here} values={{ works }} />
          </p>
        ) : (
          <ProgressRow label={intl.formatMessage(text.coming, { count: entries })} done={0} total={0} />
        )}
        <HeldBack count={status?.held ?? 0} />
        {people.length > 0 && (
          <Select
            label={intl.formatMessage(text.who)}
            value={person}
            onChoose={(id) => void selectPerson(id)}
            choices={[
              { id: '', label: intl.formatMessage(text.later) },
              ...people.map((each) => ({ id: each.id, label: each.name })),
            ]}
          />
        )}
        <div className="form-end">
          <Button kind="go" onClick={() => go('/')}>
            <FormattedMessage {...text.till} />
          </Button>
        </div>
      </div>
    </Page>
  );
}
