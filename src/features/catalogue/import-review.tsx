import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportPreview } from '../../domain/catalogue/import/preview.ts';
import type { CommitProblem } from '../../store/commit.ts';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { NotSaved } from '../../ui/saving.tsx';
import { noticeWords } from './file-words.tsx';
import { Changed, Created } from './work-outcome.tsx';
import { rowWords } from './row-words.tsx';

const text = defineMessages({
  created: { id: 'review.created', defaultMessage: 'new on the wall' },
  changed: { id: 'review.changed', defaultMessage: 'changed' },
  left: { id: 'review.left', defaultMessage: 'as they are' },
  setAside: { id: 'review.setAside', defaultMessage: 'set aside' },
  setAsideHead: { id: 'review.setAsideHead', defaultMessage: 'Set aside: mend these lines and bring the file again' },
  setAsideLead: {
    id: 'review.setAsideLead',
    defaultMessage: 'A print with a line that cannot be taken is left out whole. The others can be hung now.',
  },
  line: { id: 'review.line', defaultMessage: 'Line {row}' },
  lineColumn: { id: 'review.lineColumn', defaultMessage: 'Line {row}, {column}' },
  createdHead: { id: 'review.createdHead', defaultMessage: 'New' },
  changedHead: { id: 'review.changedHead', defaultMessage: 'Changed' },
  noticesHead: { id: 'review.noticesHead', defaultMessage: 'Read a little otherwise' },
  makers: { id: 'review.makers', defaultMessage: 'New makers: {names}. Say how you share with them under People.' },
  more: { id: 'review.more', defaultMessage: 'Show all {count}' },
  first: { id: 'review.first', defaultMessage: 'Show the first {count, number}' },
  rest: { id: 'review.rest', defaultMessage: 'And {count, number} more like these.' },
  hang: { id: 'review.hang', defaultMessage: 'Hang these {count}' },
  nothing: {
    id: 'review.nothing',
    defaultMessage: 'There is nothing to hang: everything is here already, or set aside.',
  },
  leave: { id: 'review.leave', defaultMessage: 'Leave it' },
});

/** What an import would do, before it does: sums first, then what needs a person, then the rest. */
export function ImportReview({
  preview,
  refusal,
  onHang,
  onLeave,
}: {
  readonly preview: ImportPreview;
  readonly refusal: CommitProblem['kind'] | undefined;
  readonly onHang: () => void;
  readonly onLeave: () => void;
}) {
  const intl = useIntl();
  const { counts, works, problems, notices, newPhotographers } = preview;
  const count = counts.created + counts.changed;
  return (
    <>
      <ul className="import-sums">
        {(['created', 'changed', 'left', 'setAside'] as const).map((which) => (
          <li key={which}>
            <b>{counts[which]}</b>
            <FormattedMessage {...text[which]} />
          </li>
        ))}
      </ul>
      {problems.length > 0 && (
        <Part title={<FormattedMessage {...text.setAsideHead} />} lead={<FormattedMessage {...text.setAsideLead} />}>
          <Some
            items={problems.map((problem) => ({
              key: `${problem.row}/${problem.column}/${problem.kind}`,
              body: (
                <>
                  <b>
                    {problem.column
                      ? intl.formatMessage(text.lineColumn, { row: problem.row, column: problem.column })
                      : intl.formatMessage(text.line, { row: problem.row })}
                  </b>
                  {problem.value && <span className="q"> “{problem.value}”</span>}
                  <br />
                  {rowWords(intl, problem)}
                </>
              ),
            }))}
          />
        </Part>
      )}
      {counts.changed > 0 && (
        <Part title={<FormattedMessage {...text.changedHead} />}>
          <Some
            items={works
              .filter(({ outcome }) => outcome === 'changed')
              .map((work) => ({ key: work.draft.key, body: <Changed work={work} /> }))}
            total={counts.changed}
          />
        </Part>
      )}
      {counts.created > 0 && (
        <Part
          title={<FormattedMessage {...text.createdHead} />}
          lead={
            newPhotographers.length > 0 && (
              <FormattedMessage {...text.makers} values={{ names: newPhotographers.slice(0, 12).join(', ') }} />
            )
          }
        >
          <Some
            items={works
              .filter(({ outcome }) => outcome === 'created')
              .map((work) => ({ key: work.draft.key, body: <Created work={work} /> }))}
            total={counts.created}
          />
        </Part>
      )}
      {notices.length > 0 && (
        <Part title={<FormattedMessage {...text.noticesHead} />}>
          <Some
            items={notices.map((notice) => ({
              key: `${notice.row}/${notice.column}/${notice.kind}/${notice.value}`,
              body: noticeWords(intl, notice),
            }))}
          />
        </Part>
      )}
      {refusal && <NotSaved kind={refusal} />}
      <div className="import-end">
        {count > 0 ? (
          <Button kind="go" onClick={onHang}>
            <FormattedMessage {...text.hang} values={{ count }} />
          </Button>
        ) : (
          <p>
            <FormattedMessage {...text.nothing} />
          </p>
        )}
        <Button kind="quiet" onClick={onLeave}>
          <FormattedMessage {...text.leave} />
        </Button>
      </div>
    </>
  );
}

function Part({
  title,
  lead,
  children,
}: {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section>
      <h2>{title}</h2>
      {lead && <p className="q">{lead}</p>}
      {children}
    </section>
  );
}

const FIRST = 20;

/** The first of a long list; more by one tap. `total`: how many there are, where the rest is not here to be shown. */
function Some({
  items,
  total = items.length,
}: {
  readonly items: readonly { readonly key: string; readonly body: ReactNode }[];
  readonly total?: number;
}) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? items : items.slice(0, FIRST);
  return (
    <>
      <ul className="import-list">
        {shown.map(({ key, body }) => (
          <li key={key}>{body}</li>
        ))}
      </ul>
      {items.length > shown.length && (
        <Button kind="text" size="small" onClick={() => setWhole(true)}>
          <FormattedMessage {...(total > items.length ? text.first : text.more)} values={{ count: items.length }} />
        </Button>
      )}
      {items.length === shown.length && total > items.length && (
        <p className="q">
          <FormattedMessage {...text.rest} values={{ count: total - items.length }} />
        </p>
      )}
    </>
  );
}
