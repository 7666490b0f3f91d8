import { Component, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { StallDb } from '../store/db.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { defineMessages } from '../ui/messages.ts';
import { RescueLink } from './rescue-link.tsx';

const text = defineMessages({
  title: { id: 'shell.brokenTitle', defaultMessage: 'This page stopped' },
  body: {
    id: 'shell.brokenBody',
    defaultMessage:
      'Every sale made so far is saved on this tablet, and so is the open cart. Open the till and go on selling. If it stops again, sell on paper, save the rescue file and show it to a lead.',
  },
  till: { id: 'shell.brokenTill', defaultMessage: 'Open the till' },
  noon: { id: 'shell.brokenNoon', defaultMessage: 'What to do when it breaks' },
  detail: { id: 'shell.brokenDetail', defaultMessage: 'For whoever looks into it: {detail}' },
});

/** Catches what a screen throws, and says what is safe. `path` given anew clears it. */
export class Boundary extends Component<
  { readonly path: string; readonly db: StallDb; readonly children: ReactNode },
  { readonly thrown: Error | null; readonly at: string }
> {
  override state = { thrown: null, at: this.props.path };

  static getDerivedStateFromError(thrown: unknown) {
    return { thrown: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  static getDerivedStateFromProps(props: { readonly path: string }, state: { readonly at: string }) {
    return props.path === state.at ? null : { thrown: null, at: props.path };
  }

  override render() {
    const thrown: Error | null = this.state.thrown;
    if (!thrown) return this.props.children;
    const detail = (thrown as Error).message;
    return (
      <main className="page stopped">
        <EmptyState
          title={<FormattedMessage {...text.title} />}
          action={
            <>
              <Button kind="go" onClick={() => location.assign('/app/')}>
                <FormattedMessage {...text.till} />
              </Button>
              <RescueLink db={this.props.db} />
              <a className="btn quiet normal" href="/app/tablet/noon">
                <FormattedMessage {...text.noon} />
              </a>
            </>
          }
        >
          <FormattedMessage {...text.body} />
          <br />
          <span className="note">
            <FormattedMessage {...text.detail} values={{ detail }} />
          </span>
        </EmptyState>
      </main>
    );
  }
}
