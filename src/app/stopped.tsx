import { FormattedMessage } from 'react-intl';
import type { StallDb } from '../store/db.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { defineMessages } from '../ui/messages.ts';
import { RescueLink } from './rescue-link.tsx';
import { serviceWorker } from './service-worker.ts';

const text = defineMessages({
  closed: { id: 'app.storageTitle', defaultMessage: 'This browser does not let the till keep anything' },
  closedBody: {
    id: 'app.storageBody',
    defaultMessage:
      'Sales need a place on this tablet before they can be made, so none can be made here. Private windows and full tablets have no place: open the till in a normal window, or take photos or apps off the tablet, then open it again. What was sold before is still where it was.',
  },
  bug: { id: 'app.bugTitle', defaultMessage: 'The till could not start' },
  bugBody: {
    id: 'app.bugBody',
    defaultMessage:
      'Every sale made so far is still on this tablet; nothing was taken away. Open the till again. If it stops again, sell on paper, save the rescue file and show it to a lead.',
  },
  again: { id: 'app.openAgain', defaultMessage: 'Open the till again' },
  detail: { id: 'app.stoppedDetail', defaultMessage: 'For whoever looks into it: {detail}' },
});

/** Why no collective is open. `db` where there is one to save entries from. */
export interface Unopened {
  readonly kind: 'closed' | 'bug';
  readonly detail: string;
  readonly db?: StallDb;
}

/** The till did not open: what happened, what is safe, and the way to try again. */
export function Stopped({ why }: { readonly why: Unopened }) {
  return (
    <main className="page stopped">
      <EmptyState
        title={<FormattedMessage {...text[why.kind]} />}
        action={
          <>
            <Button kind="go" onClick={() => serviceWorker.openNewest()}>
              <FormattedMessage {...text.again} />
            </Button>
            {why.db && <RescueLink db={why.db} />}
          </>
        }
      >
        <FormattedMessage {...text[`${why.kind}Body`]} />
        <br />
        <span className="note">
          <FormattedMessage {...text.detail} values={{ detail: why.detail }} />
        </span>
      </EmptyState>
    </main>
  );
}
