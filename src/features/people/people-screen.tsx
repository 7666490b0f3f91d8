import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Person, Photographer } from '../../domain/catalogue/catalogue.ts';
import { useStall } from '../../store/stall.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Page } from '../../ui/page.tsx';
import { PersonSheet } from './person-sheet.tsx';
import { PhotographerSheet } from './photographer-sheet.tsx';
import { useShare } from './share.ts';

const text = defineMessages({
  title: { id: 'people.title', defaultMessage: 'People' },
  makers: { id: 'people.makers', defaultMessage: 'Photographers' },
  makersLead: {
    id: 'people.makersLead',
    defaultMessage: 'Whose pictures hang here, and how a sale is shared. Shares are seen on lead tablets only.',
  },
  addMaker: { id: 'people.addMaker', defaultMessage: 'Add a photographer' },
  noMaker: { id: 'people.noMaker', defaultMessage: 'Nobody named yet. Sales go to the collective until somebody is.' },
  works: { id: 'people.works', defaultMessage: '{count, plural, one {# print} other {# prints}}' },
  staff: { id: 'people.staff', defaultMessage: 'At the tablet' },
  staffLead: {
    id: 'people.staffLead',
    defaultMessage: 'Who sells, counts and closes. Each sale remembers who was there.',
  },
  addPerson: { id: 'people.addPerson', defaultMessage: 'Add somebody' },
  noPerson: { id: 'people.noPerson', defaultMessage: 'Nobody named yet. The till sells all the same.' },
  edit: { id: 'people.edit', defaultMessage: 'Change {name}' },
  away: { id: 'people.away', defaultMessage: 'no longer here' },
  lead: { id: 'people.lead', defaultMessage: 'Lead' },
  photographer: { id: 'people.photographer', defaultMessage: 'Photographer' },
  volunteer: { id: 'people.volunteer', defaultMessage: 'Volunteer' },
});

type Open =
  | { readonly kind: 'photographer'; readonly id: string | undefined }
  | { readonly kind: 'person'; readonly id: string | undefined };

/** Photographers with their terms, and the people who stand at the tablets. */
export function PeopleScreen() {
  const { catalogue } = useStall();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <Page title={<FormattedMessage {...text.title} />}>
      <section className="form">
        <div>
          <h2>
            <FormattedMessage {...text.makers} />
          </h2>
          <p className="q">
            <FormattedMessage {...(catalogue.photographers.length > 0 ? text.makersLead : text.noMaker)} />
          </p>
        </div>
        {catalogue.photographers.length > 0 && (
          <ul className="entries">
            {catalogue.photographers.map((each) => (
              <PhotographerLine
                key={each.id}
                photographer={each}
                onEdit={() => setOpen({ kind: 'photographer', id: each.id })}
              />
            ))}
          </ul>
        )}
        <div>
          <Button kind="go" icon="plus" onClick={() => setOpen({ kind: 'photographer', id: undefined })}>
            <FormattedMessage {...text.addMaker} />
          </Button>
        </div>
      </section>
      <section className="form">
        <div>
          <h2>
            <FormattedMessage {...text.staff} />
          </h2>
          <p className="q">
            <FormattedMessage {...(catalogue.people.length > 0 ? text.staffLead : text.noPerson)} />
          </p>
        </div>
        {catalogue.people.length > 0 && (
          <ul className="entries">
            {catalogue.people.map((each) => (
              <PersonLine key={each.id} person={each} onEdit={() => setOpen({ kind: 'person', id: each.id })} />
            ))}
          </ul>
        )}
        <div>
          <Button icon="plus" onClick={() => setOpen({ kind: 'person', id: undefined })}>
            <FormattedMessage {...text.addPerson} />
          </Button>
        </div>
      </section>
      {open?.kind === 'photographer' && <PhotographerSheet id={open.id} onClose={close} />}
      {open?.kind === 'person' && <PersonSheet id={open.id} onClose={close} />}
    </Page>
  );
}

function PhotographerLine({
  photographer,
  onEdit,
}: {
  readonly photographer: Photographer;
  readonly onEdit: () => void;
}) {
  const intl = useIntl();
  const { catalogue, device } = useStall();
  const share = useShare();
  const count = catalogue.works.filter((work) => work.photographer === photographer.id && !work.retired).length;
  const terms = catalogue.terms.find(({ id }) => id === photographer.terms);
  return (
    <li>
      <div className="grow">
        <b>{photographer.name}</b>
        {photographer.retired && (
          <span className="q">
            {' '}
            · <FormattedMessage {...text.away} />
          </span>
        )}
        <div className="q">
          {device.class === 'lead' && <>{share(photographer.name, terms?.photographerKeeps)} · </>}
          <FormattedMessage {...text.works} values={{ count }} />
        </div>
      </div>
      <IconButton icon="edit" label={intl.formatMessage(text.edit, { name: photographer.name })} onClick={onEdit} />
    </li>
  );
}

function PersonLine({ person, onEdit }: { readonly person: Person; readonly onEdit: () => void }) {
  const intl = useIntl();
  return (
    <li>
      <div className="grow">
        <b>{person.name}</b>
        {person.retired && (
          <span className="q">
            {' '}
            · <FormattedMessage {...text.away} />
          </span>
        )}
        <div className="q">
          <FormattedMessage {...text[person.role]} />
        </div>
      </div>
      <IconButton icon="edit" label={intl.formatMessage(text.edit, { name: person.name })} onClick={onEdit} />
    </li>
  );
}
