import { FormattedMessage } from 'react-intl';
import type { DayRead } from '../../store/read-ledger.ts';
import { Icon } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { openDrawersIn } from './actions.ts';
import { useTablets, type TabletSeen } from './use-tablets.ts';
import './tablets-in.css';

const text = defineMessages({
  all: { id: 'tabletsIn.all', defaultMessage: 'Every tablet is in' },
  waiting: { id: 'tabletsIn.waiting', defaultMessage: 'Not every tablet is in' },
  none: { id: 'tabletsIn.none', defaultMessage: '1 to {count, number}, none missing' },
  unsent: { id: 'tabletsIn.unsent', defaultMessage: '1 to {count, number}, {unsent, number} to send' },
  chain: {
    id: 'tabletsIn.chain',
    defaultMessage: '{count, number} entries, each linked to the one before. Anyone can check the ledger again later.',
  },
});

/** Each tablet's entries as far as they are here: no gap can be, because each is linked to the one before. */
export function TabletsIn({ read }: { readonly read: DayRead }) {
  const tablets = useTablets(read);
  if (!tablets) return null;
  const open = openDrawersIn(read.reads);
  const isCounted = (id: string) =>
    !read.reads.some((each) => each.type === 'drawer.opened' && each.device === id && open.includes(each.body.drawer));
  // What this tablet has not sent is missing everywhere else; another's drawer is open until its Z is here.
  const isIn = (tablet: TabletSeen) => (tablet.isOwn ? tablet.isIn : isCounted(tablet.device));
  const count = tablets.reduce((all, { entries }) => all + entries, 0);
  return (
    <section>
      <h2>
        <FormattedMessage {...(tablets.every(isIn) ? text.all : text.waiting)} />
      </h2>
      <ul className="chain">
        {tablets.map((tablet) => (
          <li key={tablet.device}>
            <b>{tablet.letters}</b>
            <i aria-hidden="true" />
            <span>
              <FormattedMessage
                {...(isIn(tablet) || !tablet.isOwn ? text.none : text.unsent)}
                values={{ count: tablet.entries, unsent: tablet.unsent }}
              />
            </span>
            <Icon name={isIn(tablet) ? 'check' : 'clock'} />
          </li>
        ))}
      </ul>
      <p className="note q">
        <FormattedMessage {...text.chain} values={{ count }} />
      </p>
    </section>
  );
}
