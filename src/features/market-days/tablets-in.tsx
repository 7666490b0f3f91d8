import { FormattedMessage } from 'react-intl';
import type { DayRead } from '../../store/read-ledger.ts';
import { useStall } from '../../store/stall.tsx';
import { Icon } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { openDrawersIn } from './actions.ts';
import { useTablets } from './use-tablets.ts';
import './tablets-in.css';

const text = defineMessages({
  all: { id: 'tabletsIn.all', defaultMessage: 'Every tablet is in' },
  waiting: { id: 'tabletsIn.waiting', defaultMessage: 'Not every tablet is in' },
  none: { id: 'tabletsIn.none', defaultMessage: '1 to {count, number}, none missing' },
  chain: {
    id: 'tabletsIn.chain',
    defaultMessage: '{count, number} entries, each linked to the one before. Anyone can check the ledger again later.',
  },
});

/** Each tablet's entries as far as they are here: no gap can be, because each is linked to the one before. */
export function TabletsIn({ read }: { readonly read: DayRead }) {
  const { device } = useStall();
  const tablets = useTablets(read);
  if (!tablets) return null;
  const open = openDrawersIn(read.reads);
  const isIn = (id: string) =>
    id === device.key.device ||
    !read.reads.some((each) => each.type === 'drawer.opened' && each.device === id && open.includes(each.body.drawer));
  const count = tablets.reduce((all, { entries }) => all + entries, 0);
  return (
    <section>
      <h2>
        <FormattedMessage {...(tablets.every((tablet) => isIn(tablet.device)) ? text.all : text.waiting)} />
      </h2>
      <ul className="chain">
        {tablets.map(({ device: id, letters, entries }) => (
          <li key={id}>
            <b>{letters}</b>
            <i aria-hidden="true" />
            <span>
              <FormattedMessage {...text.none} values={{ count: entries }} />
            </span>
            <Icon name={isIn(id) ? 'check' : 'clock'} />
          </li>
        ))}
      </ul>
      <p className="note q">
        <FormattedMessage {...text.chain} values={{ count }} />
      </p>
    </section>
  );
}
