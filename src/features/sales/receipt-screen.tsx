import { Fragment, useEffect } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams, useSearch } from 'wouter';
import { sum } from '../../domain/money.ts';
import { listInstead } from '../../domain/sales/list-price.ts';
import type { SaleCompleted } from '../../domain/sales/facts.ts';
import { tenderKey } from '../../domain/sales/tenders.ts';
import { saleHistory } from '../../domain/sales/sale-history.ts';
import { madeAt } from '../../domain/sales/made-at.ts';
import { wallClock } from '../../domain/time.ts';
import { readAbout } from '../../store/read.ts';
import { useLive, useStall } from '../../store/stall.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money, useMoney } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { percent } from '../../ui/percent.ts';
import { printPage } from '../../ui/print-page.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { tenderWords } from '../../ui/tender-text.ts';
import { ReceiptBack, useExchanged } from './receipt-back.tsx';
import { ReceiptRow } from './receipt-row.tsx';
import { totalOf } from './sales-screen.tsx';
import './sales.css';

const text = defineMessages({
  till: { id: 'receipt.toTill', defaultMessage: 'Till' },
  title: { id: 'receipt.title', defaultMessage: 'Receipt {receipt}' },
  narrow: { id: 'receipt.narrow', defaultMessage: 'Print, 80 mm' },
  page: { id: 'receipt.page', defaultMessage: 'Print, A4' },
  total: { id: 'receipt.total', defaultMessage: 'Total' },
  rounding: { id: 'receipt.rounding', defaultMessage: 'Cash rounding' },
  tax: { id: 'receipt.tax', defaultMessage: 'Tax {rate} in {net}' },
  given: { id: 'receipt.given', defaultMessage: 'Given' },
  change: { id: 'receipt.change', defaultMessage: 'Back' },
  insteadOf: { id: 'receipt.insteadOf', defaultMessage: 'instead of {list}' },
  reductions: { id: 'receipt.reductions', defaultMessage: 'Taken off already: {what}' },
  row: { id: 'receipt.row', defaultMessage: '“{name}” {saved}' },
  wholeDiscount: { id: 'receipt.wholeDiscount', defaultMessage: 'discount on everything {off}' },
  copy: { id: 'receipt.copy', defaultMessage: 'copy {number}' },
  code: { id: 'receipt.code', defaultMessage: 'Code that opens this receipt' },
  voided: { id: 'receipt.voided', defaultMessage: 'This sale was undone.' },
  refunded: { id: 'receipt.refunded', defaultMessage: '{amount} came back, {receipt}' },
});

/** The receipt on the screen and on paper, 80 mm or A4, by the browser's own print. */
export function ReceiptScreen() {
  const { id = '' } = useParams();
  const search = useSearch();
  const intl = useIntl();
  const money = useMoney();
  const { db, zone, catalogue, publicUrl } = useStall();
  const history = useLive(async () => saleHistory(await readAbout(db, id)), [db, id]);
  const isReady = history !== undefined;
  useEffect(() => {
    if (isReady && search.includes('print')) printPage('roll');
  }, [isReady, search]);
  if (!history) return null;
  const { body } = history.sale;
  const { date, time } = wallClock(madeAt(history.sale), zone);
  const { collective } = catalogue;
  const taxes = body.lines.flatMap((line) => line.taxes);
  const rates = [...new Set(taxes.map(({ rate }) => rate))].toSorted((a, b) => a - b);
  const amountOf = (pick: 'net' | 'tax', rate: number) =>
    sum(taxes.filter((each) => each.rate === rate).map((each) => each[pick]));
  return (
    <Page
      title={<FormattedMessage {...text.title} values={{ receipt: body.receipt }} />}
      back={
        <BackLink href="/" isButton>
          <FormattedMessage {...text.till} />
        </BackLink>
      }
      actions={
        <>
          <Button icon="print" onClick={() => printPage('roll')}>
            <FormattedMessage {...text.narrow} />
          </Button>
          <Button icon="print" onClick={() => printPage('a4')}>
            <FormattedMessage {...text.page} />
          </Button>
        </>
      }
    >
      <article className="receipt">
        <header>
          <b>{collective.name}</b>
          {collective.receiptHead && <p>{collective.receiptHead}</p>}
          <p>
            {body.receipt} · {date} {time.slice(0, 5)}
          </p>
        </header>
        <ul>
          {body.lines.map((line, at) => {
            const numbers = line.units.flatMap(({ copy }) => (copy?.number ? [copy.number] : []));
            const list = listInstead(line, body.taxIncluded);
            return (
              // Lines of a finished sale never move.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={at}>
                <span>
                  {line.units.length > 1 && `${line.units.length} × `}
                  <span className="t">{line.title}</span>
                  <small>
                    {[
                      line.label,
                      ...numbers.map((number) => intl.formatMessage(text.copy, { number })),
                      line.note,
                      list !== null && intl.formatMessage(text.insteadOf, { list: money.text(list) }),
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </small>
                </span>
                <Money minor={sum(line.units.map((unit) => unit.paid))} />
              </li>
            );
          })}
        </ul>
        <Reductions sale={body} />
        <dl>
          {body.rounding !== 0 && <ReceiptRow label={intl.formatMessage(text.rounding)} amount={body.rounding} />}
          <div className="receipt-total">
            <dt>
              <FormattedMessage {...text.total} />
            </dt>
            <dd>
              <Money minor={totalOf(history)} sign />
            </dd>
          </div>
          {body.tenders.map((tender, at) => (
            // Tenders of a finished sale never move.
            // oxlint-disable-next-line react/no-array-index-key
            <Fragment key={at}>
              <ReceiptRow label={tenderWords(intl, tenderKey(tender))} amount={tender.amount} />
              {(tender.change ?? 0) > 0 && (
                <>
                  <ReceiptRow label={intl.formatMessage(text.given)} amount={tender.given ?? 0} />
                  <ReceiptRow label={intl.formatMessage(text.change)} amount={tender.change ?? 0} />
                </>
              )}
            </Fragment>
          ))}
          {rates.map((rate) => (
            <ReceiptRow
              key={rate}
              label={intl.formatMessage(text.tax, {
                rate: percent(intl, rate / 1_000_000),
                net: money.text(amountOf('net', rate)),
              })}
              amount={amountOf('tax', rate)}
            />
          ))}
        </dl>
        {body.exchangeOf && <ExchangedPart sale={body} />}
        {history.voided && (
          <p>
            <FormattedMessage {...text.voided} />
          </p>
        )}
        {history.refunds.map(({ hash, body: back }) => (
          <p key={hash}>
            <FormattedMessage
              {...text.refunded}
              values={{ amount: money.text(sum(back.tenders.map((tender) => tender.amount))), receipt: back.receipt }}
            />
          </p>
        ))}
        {body.note && <p>{body.note}</p>}
        {publicUrl && (
          <QrCode content={`${publicUrl}/r/${body.secret}`} label={intl.formatMessage(text.code)} size={180} />
        )}
        {collective.receiptFoot && <p>{collective.receiptFoot}</p>}
      </article>
    </Page>
  );
}

function ExchangedPart({ sale }: { readonly sale: SaleCompleted }) {
  const refund = useExchanged(sale);
  return refund ? <ReceiptBack refund={refund} /> : null;
}

/** What price rows and a discount on everything took off; the lines above are what is left. */
function Reductions({ sale: { rows, discount } }: { readonly sale: SaleCompleted }) {
  const intl = useIntl();
  const money = useMoney();
  if (rows.length === 0 && !discount) return null;
  const off =
    discount && (discount.kind === 'percent' ? percent(intl, discount.value / 10_000) : money.text(discount.value));
  return (
    <p className="q">
      <FormattedMessage
        {...text.reductions}
        values={{
          what: intl.formatList(
            [
              ...rows.map(({ name, saved }) => intl.formatMessage(text.row, { name, saved: money.text(saved) })),
              ...(off ? [intl.formatMessage(text.wholeDiscount, { off })] : []),
            ],
            { type: 'unit' },
          ),
        }}
      />
    </p>
  );
}
