import { Component, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { defineMessages } from '../ui/messages.ts';

const text = defineMessages({
  title: { id: 'shell.brokenTitle', defaultMessage: 'This page stopped' },
  body: {
    id: 'shell.brokenBody',
    defaultMessage:
      'Every sale made so far is saved on this tablet, and so is the open cart. Open the till and go on selling.',
  },
  till: { id: 'shell.brokenTill', defaultMessage: 'Open the till' },
  detail: { id: 'shell.brokenDetail', defaultMessage: 'For whoever looks into it: {detail}' },
});

/** Catches what a screen throws, and says what is safe. `path` given anew clears it. */
export class Boundary extends Component<
  { readonly path: string; readonly children: ReactNode },
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
      <main className="page">
        <EmptyState
          title={<FormattedMessage {...text.title} />}
          action={
            <Button kind="go" onClick={() => location.assign('/app/')}>
              <FormattedMessage {...text.till} />
            </Button>
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
