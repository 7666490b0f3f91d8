/** @jsxImportSource hono/jsx */
import type { FC } from 'hono/jsx';
import type { IntlShape } from 'react-intl';
import { decimalText, minorDigits, sum } from '../../domain/money.ts';
import type { Discount, SaleCompleted, SaleLine, SaleRefunded, SaleUnit, Tender } from '../../domain/sales/facts.ts';
import { listInstead } from '../../domain/sales/list-price.ts';
import { isExchange } from '../../domain/sales/tenders.ts';
import type { Receipt } from '../storage/receipts.ts';
import { Page } from './page.tsx';
import { text } from './receipt-words.ts';
import { intlFor, languageOf } from './words.ts';

/** Until the sale has arrived. */
export const NotYet: FC<{ intl: IntlShape }> = ({ intl }) => (
  <Page title={intl.formatMessage(text.yours)} lang={languageOf(intl)}>
    <h1>{intl.formatMessage(text.notYet)}</h1>
    <p>{intl.formatMessage(text.notYetLead)}</p>
  </Page>
);

/** The sale as it was made, in the collective's language, with what became of it. */
export const ReceiptPage: FC<{ receipt: Receipt }> = ({ receipt }) => {
  const { sale, collective } = receipt;
  const { currency, lines, rounding, tenders } = sale.body;
  const intl = intlFor(collective.locale ?? '');
  const money = (amount: number) => decimalText(amount, minorDigits(currency), decimalSign(intl.locale));
  const total = sum(lines.flatMap((line) => line.units.map((unit) => unit.paid))) + rounding;
  const date = (at: number) => dateText(at, intl.locale, collective.zone ?? 'UTC');
  const number = { receipt: sale.body.receipt };
  return (
    <Page title={intl.formatMessage(text.receipt, number)} lang={languageOf(intl)}>
      {receipt.isExample && <span class="tag">{intl.formatMessage(text.example)}</span>}
      <h1>{collective.name ?? intl.formatMessage(text.receipt, number)}</h1>
      {collective.receiptHead && <p class="quiet lines">{collective.receiptHead}</p>}
      <p class="quiet">{intl.formatMessage(text.receiptOf, { ...number, date: date(sale.body.soldAt ?? sale.at) })}</p>
      {receipt.isVoided && <p>{intl.formatMessage(text.voided)}</p>}
      <section class="slip">
        <table>
          {lines.map((line, at) => (
            <LineRow key={at} line={line} isTaxIn={sale.body.taxIncluded} intl={intl} money={money} />
          ))}
        </table>
        <Reductions sale={sale.body} intl={intl} money={money} />
        <table>
          {rounding !== 0 && <AmountRow name={intl.formatMessage(text.rounded)} amount={money(rounding)} />}
          <tr class="total">
            <th scope="row">{intl.formatMessage(text.total)}</th>
            <td>{`${currency} ${money(total)}`}</td>
          </tr>
          {taxesOf(lines).map(({ rate, tax }) => (
            <AmountRow
              key={rate}
              name={intl.formatMessage(text.tax, { rate: rateText(rate, intl.locale) })}
              amount={money(tax)}
            />
          ))}
          {tenders.map((tender, at) => (
            <AmountRow
              key={at}
              name={isExchange(tender) ? intl.formatMessage(text.exchanged) : tenderName(tender, intl, PAID)}
              amount={money(tender.amount)}
            />
          ))}
        </table>
        {receipt.exchanged && <CameBack refund={receipt.exchanged} intl={intl} money={money} />}
        {receipt.refunds.map((refund) => (
          <table key={refund.hash}>
            <AmountRow
              name={intl.formatMessage(text.givenBack, { date: date(refund.at), receipt: refund.body.receipt })}
              amount={money(-sum(refund.body.tenders.map((tender) => tender.amount)))}
            />
          </table>
        ))}
      </section>
      {sale.body.note && <p class="quiet lines">{sale.body.note}</p>}
      {collective.receiptFoot && <p class="quiet lines">{collective.receiptFoot}</p>}
    </Page>
  );
};

interface Said {
  readonly intl: IntlShape;
  readonly money: (amount: number) => string;
}

const LineRow: FC<Said & { line: SaleLine; isTaxIn: boolean }> = ({ line, isTaxIn, intl, money }) => {
  const paid = sum(line.units.map((unit) => unit.paid));
  const list = listInstead(line, isTaxIn);
  const words = [
    line.label,
    ...line.units.flatMap((unit) => copyText(unit, intl)),
    line.note,
    line.discount && discountText(line.discount, intl, money),
    list === null ? '' : intl.formatMessage(text.insteadOf, { list: money(list) }),
  ];
  return (
    <tr>
      <td>
        {line.units.length > 1 && `${line.units.length} × `}
        {line.title}
        <small>{words.filter(Boolean).join(', ')}</small>
      </td>
      <td>{money(paid)}</td>
    </tr>
  );
};

/** What price rows and a discount on everything took off; the lines above are what is left. */
const Reductions: FC<Said & { sale: SaleCompleted }> = ({ sale, intl, money }) => {
  const { rows, discount } = sale;
  if (rows.length === 0 && !discount) return null;
  const percent = discount?.kind === 'percent' ? percentText(discount.value, intl) : 'none';
  return (
    <table>
      <caption>{intl.formatMessage(text.saved)}</caption>
      {rows.map(({ name, saved }, at) => (
        <AmountRow key={at} name={intl.formatMessage(text.row, { name })} amount={money(-saved)} />
      ))}
      {discount && (
        <AmountRow
          name={intl.formatMessage(text.wholeDiscount, { percent, reason: discount.reason || 'none' })}
          amount={discount.kind === 'amount' ? money(-discount.value) : ''}
        />
      )}
    </table>
  );
};

/** The other half of an exchange: what came back, and what money went back for it. */
const CameBack: FC<Said & { refund: SaleRefunded }> = ({ refund, intl, money }) => (
  <table>
    <AmountRow
      name={intl.formatMessage(text.cameBack, { sale: refund.saleReceipt, receipt: refund.receipt })}
      amount=""
    />
    {refund.units.map((unit) => (
      <AmountRow
        key={`${unit.line},${unit.unit}`}
        name={[unit.title, ...(unit.copy?.number ? copyText(unit, intl) : [])].join(', ')}
        amount={money(-unit.paid)}
      />
    ))}
    {refund.rounding !== 0 && <AmountRow name={intl.formatMessage(text.rounded)} amount={money(-refund.rounding)} />}
    {refund.tenders
      .filter((tender) => !isExchange(tender))
      .map((tender, at) => (
        <AmountRow key={at} name={tenderName(tender, intl, BACK)} amount={money(tender.amount)} />
      ))}
  </table>
);

const AmountRow: FC<{ name: string; amount: string }> = ({ name, amount }) => (
  <tr>
    <td>{name}</td>
    <td>{amount}</td>
  </tr>
);

function copyText({ copy }: Pick<SaleUnit, 'copy'>, intl: IntlShape): string[] {
  if (!copy) return [];
  return [intl.formatMessage(copy.number === null ? text.follows : text.copy, { number: copy.number })];
}

function discountText({ kind, value, reason }: Discount, intl: IntlShape, money: Said['money']): string {
  const why = { reason: reason || 'none' };
  if (kind === 'percent') return intl.formatMessage(text.percentOff, { ...why, percent: percentText(value, intl) });
  return intl.formatMessage(text.amountOff, { ...why, amount: money(value) });
}

/** Basis points. */
function percentText(value: number, intl: IntlShape): string {
  return new Intl.NumberFormat(intl.locale, { style: 'percent', maximumFractionDigits: 2 }).format(value / 10_000);
}

const PAID = { cash: text.paidCash, card: text.paidCard, by: text.paidBy };
const BACK = { cash: text.backCash, card: text.backCard, by: text.backBy };

function tenderName({ kind, name }: Tender, intl: IntlShape, words: typeof PAID): string {
  if (kind === 'cash' || kind === 'card') return intl.formatMessage(words[kind]);
  return intl.formatMessage(words.by, { name: name ?? (kind === 'qr' ? 'QR' : kind) });
}

/** Tax per rate over all lines, as stored; nothing is computed anew. */
function taxesOf(lines: readonly SaleLine[]): readonly { readonly rate: number; readonly tax: number }[] {
  const byRate = new Map<number, number>();
  for (const { rate, tax } of lines.flatMap((line) => line.taxes)) byRate.set(rate, (byRate.get(rate) ?? 0) + tax);
  return [...byRate].map(([rate, tax]) => ({ rate, tax })).filter(({ tax }) => tax !== 0);
}

function rateText(rate: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 }).format(rate / 1_000_000);
}

function dateText(at: number, locale: string, zone: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat(locale, { ...options, hour12: false, timeZone: zone }).format(at);
  } catch {
    return new Intl.DateTimeFormat(locale, { ...options, hour12: false, timeZone: 'UTC' }).format(at);
  }
}

function decimalSign(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';
}
