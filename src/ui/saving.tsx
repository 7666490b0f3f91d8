import { FormattedMessage } from 'react-intl';
import { defineMessages } from './messages.ts';

const text = defineMessages({
  'storage-full': {
    id: 'saving.full',
    defaultMessage:
      'This tablet is full, so nothing was saved. What you typed stays here: free some space, then save again.',
  },
  'storage-closed': {
    id: 'saving.closed',
    defaultMessage:
      'The browser has closed its storage, so nothing was saved. What you typed stays here: tap “Open the till again”, then save.',
  },
  'too-large': {
    id: 'saving.tooLarge',
    defaultMessage: 'This is too much at once, so nothing was saved. Shorten the texts, or do it in parts.',
  },
});

/** Why something was not saved, above the button that saves. */
export function NotSaved({ kind }: { readonly kind: keyof typeof text }) {
  return (
    <p className="form-problem" role="alert">
      <FormattedMessage {...text[kind]} />
    </p>
  );
}
