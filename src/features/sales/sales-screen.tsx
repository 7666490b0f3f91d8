import { useEffect, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, Redirect } from 'wouter';
import { foldText } from '../../domain/catalogue/fold-text.ts';
import { sum } from '../../domain/money.ts';
import { readReceiptNumber, receiptNumber } from '../../domain/sales/complete-sale.ts';
import { saleHistories, saleHistory, unitsLeft, type SaleHistory } from '../../domain/sales/sale-history.ts';
import { madeAt } from '../../domain/sales/made-at.ts';
import { wallClock } from '../../domain/time.ts';
import { usePicture } from '../../store/pictures.tsx';
import { findSale } from '../../store/find-sale.ts';
import { readAbout, readDay } from '../../store/read.ts';
import { useLive, useStall } from '../../store/stall.tsx';
import { useDayForSale } from '../../store/use-day-for-sale.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money, useMoney } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { useSaleTime } from './use-sale-time.ts';
import './sales.css';

const text = defineMessages({
  title: { id: 'sales.title', defaultMessage: 'Sales' },
  till: { id: 'sales.toTill', defaultMessage: 'Till' },
  find: { id: 'sales.find', defaultMessage: 'Find by number, amount, time or title' },
  none: { id: 'sales.none', defaultMessage: 'No sale yet' },
  noneHint: { id: 'sales.noneHint', defaultMessage: 'Sales of the day stand here, the newest first.' },
  noneFound: { id: 'sales.noneFound', defaultMessage: 'No sale like that today' },
  noneFoundHint: {
    id: 'sales.noneFoundHint',
    defaultMessage:
      'A sale of an earlier day is found by its whole number, such as {sample}, or by scanning its receipt.',
  },
  older: { id: 'sales.older', defaultMessage: 'Of an earlier day' },
  voided: { id: 'sales.voided', defaultMessage: 'undone' },
  exchange: { id: 'sales.exchange', defaultMessage: 'exchange' },
  allBack: { id: 'sales.allBack', defaultMessage: 'all came back' },
  someBack: { id: 'sales.someBack', defaultMessage: '{count, plural, one {# piece} other {# pieces}} came back' },
});

/** What was sold today, the newest first; search by what somebody can read off a receipt or remember. */
export function SalesScreen() {
  const intl = useIntl();
  const money = useMoney();
  const { zone } = useStall();
  const [query, setQuery] = useState('');
  const sales = useSales();
  const older = useOlderSale(query, sales);
  const found = useMemo(() => {
    const words = foldText(query).split(/\s+/).filter(Boolean);
    return sales?.filter((sale) => {
      const { body } = sale.sale;
      const words_ = [
        body.receipt,
        wallClock(madeAt(sale.sale), zone).time,
        ...body.tenders.map((tender) => money.text(tender.amount)),
        money.text(totalOf(sale)),
        ...body.lines.map((line) => line.title),
      ];
      const folded = foldText(words_.join('\n'));
      return words.every((word) => folded.includes(word));
    });
  }, [sales, query, zone, money]);
  if (!sales || !found) return null;
  return (
    <Page
      title={<FormattedMessage {...text.title} />}
      back={
        <BackLink href="/" isButton>
          <FormattedMessage {...text.till} />
        </BackLink>
      }
    >
      <Field
        label={intl.formatMessage(text.find)}
        type="search"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <ul className="sale-list">
        {found.map((sale) => (
          <SaleRow key={sale.sale.body.sale} sale={sale} />
        ))}
      </ul>
      {older && (
        <>
          <h2>
            <FormattedMessage {...text.older} />
          </h2>
          <ul className="sale-list">
            <SaleRow sale={older} />
          </ul>
        </>
      )}
      {found.length === 0 && !older && <NoneFound isAsked={query.trim() !== ''} />}
    </Page>
  );
}

function NoneFound({ isAsked }: { readonly isAsked: boolean }) {
  const { device } = useStall();
  return isAsked ? (
    <EmptyState title={<FormattedMessage {...text.noneFound} />}>
      <FormattedMessage {...text.noneFoundHint} values={{ sample: receiptNumber(device.letters, 43) }} />
    </EmptyState>
  ) : (
    <EmptyState title={<FormattedMessage {...text.none} />}>
      <FormattedMessage {...text.noneHint} />
    </EmptyState>
  );
}

/** The newest sale, opened: where most refunds begin. */
export function LatestSale() {
  const sales = useSales();
  if (!sales) return null;
  const [newest] = sales;
  return <Redirect to={newest ? `/sales/${newest.sale.body.sale}` : '/sales'} replace />;
}

function SaleRow({ sale }: { readonly sale: SaleHistory }) {
  const intl = useIntl();
  const { catalogue } = useStall();
  const timeOf = useSaleTime();
  const { body } = sale.sale;
  const url = usePicture(catalogue.workById.get(body.lines[0]?.work ?? '')?.picture?.small);
  const back = body.lines.flatMap((line) => line.units).length - unitsLeft(sale).length;
  return (
    <li>
      <Link href={`/sales/${body.sale}`} className="sale-row">
        <span className="sale-picture">{url && <img src={url} alt="" />}</span>
        <span className="sale-words">
          <b>{body.receipt}</b>
          <span className="q">
            {timeOf(sale)} · {body.lines.map((line) => line.title).join(', ')}
          </span>
        </span>
        <span className="sale-state">
          {intl.formatList(
            [
              body.exchangeOf && intl.formatMessage(text.exchange),
              sale.voided
                ? intl.formatMessage(text.voided)
                : back > 0 &&
                  intl.formatMessage(unitsLeft(sale).length === 0 ? text.allBack : text.someBack, { count: back }),
            ].filter((words) => typeof words === 'string'),
            { type: 'unit' },
          )}
        </span>
        <span className={sale.voided ? 'sale-amount gone' : 'sale-amount'}>
          <Money minor={totalOf(sale)} />
        </span>
      </Link>
    </li>
  );
}

/** Of the day that a sale made now would enter. */
function useSales(): readonly SaleHistory[] | undefined {
  const { db } = useStall();
  const day = useDayForSale()?.day;
  return useLive(
    async () => (day === undefined ? undefined : saleHistories(await readDay(db, day)).toReversed()),
    [db, day],
  );
}

/** The sale of a whole receipt number that is not among today's. */
function useOlderSale(query: string, today: readonly SaleHistory[] | undefined): SaleHistory | undefined {
  const { db } = useStall();
  const receipt = readReceiptNumber(query);
  const isToday = today?.some(({ sale }) => sale.body.receipt === receipt) ?? true;
  const [found, setFound] = useState<SaleHistory>();
  useEffect(() => {
    if (!receipt || isToday) return;
    let current = true;
    const look = async () => {
      const sale = await findSale(db, { receipt });
      const history = sale && saleHistory(await readAbout(db, sale));
      if (current && history) setFound(history);
    };
    void look();
    return () => void (current = false);
  }, [db, receipt, isToday]);
  return found?.sale.body.receipt === receipt && !isToday ? found : undefined;
}

/** What was paid for it, rounding included. */
export function totalOf({ sale }: SaleHistory): number {
  return sum(sale.body.tenders.map((tender) => tender.amount));
}
