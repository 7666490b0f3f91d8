import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { StallDb } from '../store/db.ts';
import { rescueLines } from '../sync/rescue.ts';
import { Button } from '../ui/button.tsx';
import { defineMessages } from '../ui/messages.ts';
import { isEntryLine, saveLines } from '../ui/save-file.ts';

const text = defineMessages({
  save: { id: 'shell.rescueSave', defaultMessage: 'Save all entries as a rescue file' },
  saved: {
    id: 'shell.rescueSaved',
    defaultMessage:
      '{count, plural, one {# entry} other {# entries}} saved in the downloads. The hub takes the file from any tablet.',
  },
  unread: {
    id: 'shell.rescueUnread',
    defaultMessage: 'The entries could not be read just now. They are still on this tablet: try again in a minute.',
  },
});

/** Where a page stopped: everything this tablet has written, as a file to carry away. */
export function RescueLink({ db }: { readonly db: StallDb }) {
  const [count, setCount] = useState<number | null>();
  const save = async () => {
    try {
      const now = Date.now();
      const name = `rescue-${new Date(now).toISOString().slice(0, 10)}.jsonl`;
      setCount(await saveLines(name, rescueLines(db, now), isEntryLine));
    } catch (thrown) {
      console.error(thrown);
      setCount(null);
    }
  };
  return (
    <>
      <Button kind="quiet" icon="file" onClick={() => void save()}>
        <FormattedMessage {...text.save} />
      </Button>
      {count !== undefined && (
        <output className="note">
          {count === null ? (
            <FormattedMessage {...text.unread} />
          ) : (
            <FormattedMessage {...text.saved} values={{ count }} />
          )}
        </output>
      )}
    </>
  );
}
