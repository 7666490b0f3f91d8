import { FormattedMessage } from 'react-intl';
import { defineMessages } from '../../ui/messages.ts';

const text = defineMessages({
  held: {
    id: 'thisTablet.held',
    defaultMessage:
      '{count, plural, one {# entry is} other {# entries are}} from before a lead removed this tablet; the hub takes such entries from a lead only. Nothing is lost, all is kept here. Save the rescue file (under the letter, “This tablet”) and let a lead’s tablet bring it to the hub.',
  },
});

/** What stays behind where a tablet that was removed has joined again; nothing where nothing does. */
export function HeldBack({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <p className="form-problem" role="alert">
      <FormattedMessage {...text.held} values={{ count }} />
    </p>
  );
}
