import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import { openSales, type CopyRow } from '../../domain/editions/copies.ts';
import type { RivalSale } from '../../store/exceptions.ts';
import { usePicture } from '../../store/pictures.tsx';
import { readCopiesOf } from '../../store/read.ts';
import { useLive, useStall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { NamedTicks } from '../../ui/ticks.tsx';
import { CardFrame } from './card-frame.tsx';
import { useWords } from './use-words.ts';
import { rich } from '../../ui/rich.tsx';

const text = defineMessages({
  title: { id: 'inbox.twiceTitle', defaultMessage: 'Copy {number}/{size} of <t>{title}</t> was sold twice.' },
  safe: {
    id: 'inbox.twiceSafe',
    defaultMessage:
      'Both sales stand and both are paid. There is only one copy {number}, so one buyer gets another number or the money back. <b>Who walked away with it? Open the other sale.</b>',
  },
  which: { id: 'inbox.twiceWhich', defaultMessage: 'Tablet {letters}, {time}' },
  sale: { id: 'inbox.twiceSale', defaultMessage: 'Sale {receipt}, {tenders}, {person} sold it' },
  saleNoName: { id: 'inbox.twiceSaleNoName', defaultMessage: 'Sale {receipt}, {tenders}' },
  read: { id: 'inbox.twiceRead', defaultMessage: 'The number was on the print' },
  written: { id: 'inbox.twiceWritten', defaultMessage: 'The number was written at the sale' },
  of: {
    id: 'inbox.copyOf',
    defaultMessage: 'Copy {number} of {size}. {free, plural, =0 {None is free.} one {# is free.} other {# are free.}}',
  },
});

export function SoldTwiceCard({ copy, sales }: { readonly copy: CopyRow; readonly sales: readonly RivalSale[] }) {
  const intl = useIntl();
  const { db, catalogue } = useStall();
  const words = useWords();
  const rows = useLive(() => readCopiesOf(db, copy.edition), [db, copy.edition]) ?? [];
  const work = catalogue.works.find((each) => each.edition?.id === copy.edition);
  const url = usePicture(work?.picture?.medium);
  const { number } = copy;
  const size = work?.edition?.size ?? number;
  const free = new Set(rows.filter((row) => !row.spoilt && openSales(row).length === 0).map((row) => row.number));
  const values = {
    number,
    size,
    title: work?.title ?? '',
    ...rich,
  };
  return (
    <CardFrame
      title={<FormattedMessage {...text.title} values={values} />}
      safe={<FormattedMessage {...text.safe} values={values} />}
      picture={
        <>
          {url && <img alt="" src={url} />}
          <NamedTicks size={size} left={free} named={[number]} />
          <p className="note q">
            <FormattedMessage {...text.of} values={{ number, size, free: free.size }} />
          </p>
        </>
      }
    >
      <div className="inbox-choices">
        {sales.map((sale) => {
          const person = words.person(sale.by);
          const values = { receipt: sale.receipt, tenders: sale.tenders.map(words.tender).join(', '), person };
          return (
            <Link key={sale.sale} href={`/sales/${sale.sale}`} className="btn inbox-choice">
              <b>{intl.formatMessage(text.which, { letters: words.tablet(sale.device), time: words.time(sale.at) })}</b>
              <span className="q">{intl.formatMessage(person ? text.sale : text.saleNoName, values)}</span>
              <span className="q">{intl.formatMessage(sale.marked ? text.read : text.written)}</span>
            </Link>
          );
        })}
      </div>
    </CardFrame>
  );
}
