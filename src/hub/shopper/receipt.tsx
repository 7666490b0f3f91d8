/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { decimalText, minorDigits, sum } from '../../domain/money.ts';
import type { SaleLine, SaleRefunded, SaleUnit, Tender } from '../../domain/sales/facts.ts';
import { isExchange } from '../../domain/sales/tenders.ts';
import type { Hub } from '../hub.ts';
import { readReceipt, type Receipt } from '../storage/receipts.ts';
import { NothingHere } from './nothing-here.tsx';
import { Page } from './page.tsx';

/** `GET /r/<secret>`: the receipt that a shopper's phone opens from the QR, as soon as the sale has arrived. */
export function receiptRoutes(hub: Hub): Hono {
  const routes = new Hono();
  routes.get('/r/:secret', async (c) => {
    const secret = c.req.param('secret');
    c.header('x-robots-tag', 'noindex');
    c.header('cache-control', 'no-store');
    if (!/^[A-Za-z0-9_-]{16,64}$/.test(secret)) return c.html(<NothingHere />, 404);
    const receipt = await readReceipt(hub, secret);
    // 200 in both cases: the address is right, the tablet has only not been online yet.
    return c.html(receipt ? <ReceiptPage receipt={receipt} /> : <NotYet />);
  });
  return routes;
}

const NotYet: FC = () => (
  <Page title="Your receipt" lang="en">
    <h1>Your receipt is on its way</h1>
    <p>
      The sale is safe on the stall's tablet. It comes here when the tablet is next online: at some markets that is in
      the evening. Keep this page, and open it again then.
    </p>
  </Page>
);

const ReceiptPage: FC<{ receipt: Receipt }> = ({ receipt }) => {
  const { sale, collective } = receipt;
  const { currency, lines, rounding, tenders } = sale.body;
  const locale = localeOf(collective.locale);
  const money = (amount: number) => decimalText(amount, minorDigits(currency), decimalSign(locale));
  const total = sum(lines.flatMap((line) => line.units.map((unit) => unit.paid))) + rounding;
  return (
    <Page title={`Receipt ${sale.body.receipt}`} lang="en">
      {receipt.isExample && <span class="tag">Example: nothing was sold</span>}
      <h1>{collective.name ?? 'Receipt'}</h1>
      {collective.receiptHead && <p class="quiet lines">{collective.receiptHead}</p>}
      <p class="quiet">
        {`Receipt ${sale.body.receipt}, ${dateText(sale.body.soldAt ?? sale.at, locale, collective.zone ?? 'UTC')}`}
      </p>
      {receipt.isVoided && <p>This sale was undone at the till. Nothing is owed.</p>}
      <section class="slip">
        <table>
          {lines.map((line, at) => (
            <LineRow key={at} line={line} money={money} />
          ))}
        </table>
        <table>
          {rounding !== 0 && <AmountRow name="Rounded" amount={money(rounding)} />}
          <tr class="total">
            <th scope="row">Total</th>
            <td>{`${currency} ${money(total)}`}</td>
          </tr>
          {taxesOf(lines).map(({ rate, tax }) => (
            <AmountRow key={rate} name={`of it tax ${rateText(rate, locale)}`} amount={money(tax)} />
          ))}
          {tenders.map((tender, at) => (
            <AmountRow
              key={at}
              name={isExchange(tender) ? 'Exchanged' : `Paid ${tenderName(tender)}`}
              amount={money(tender.amount)}
            />
          ))}
        </table>
        {receipt.exchanged && <CameBack refund={receipt.exchanged} money={money} />}
        {receipt.refunds.map((refund) => (
          <table key={refund.hash}>
            <AmountRow
              name={`Given back ${dateText(refund.at, locale, collective.zone ?? 'UTC')} (${refund.body.receipt})`}
              amount={money(-sum(refund.body.tenders.map((tender) => tender.amount)))}
            />
          </table>
        ))}
      </section>
      {collective.receiptFoot && <p class="quiet lines">{collective.receiptFoot}</p>}
    </Page>
  );
};

const LineRow: FC<{ line: SaleLine; money: (amount: number) => string }> = ({ line, money }) => (
  <tr>
    <td>
      {line.units.length > 1 && `${line.units.length} × `}
      {line.title}
      <small>{[line.label, ...line.units.flatMap(copyText)].filter(Boolean).join(', ')}</small>
    </td>
    <td>{money(sum(line.units.map((unit) => unit.paid)))}</td>
  </tr>
);

/** The other half of an exchange: what came back, and what money went back for it. */
const CameBack: FC<{ refund: SaleRefunded; money: (amount: number) => string }> = ({ refund, money }) => (
  <table>
    <AmountRow name={`Came back from ${refund.saleReceipt} (${refund.receipt})`} amount="" />
    {refund.units.map(({ line, unit, title, copy, paid }) => (
      <AmountRow
        key={`${line},${unit}`}
        name={copy?.number ? `${title}, copy ${copy.number}` : title}
        amount={money(-paid)}
      />
    ))}
    {refund.rounding !== 0 && <AmountRow name="Rounded" amount={money(-refund.rounding)} />}
    {refund.tenders
      .filter((tender) => !isExchange(tender))
      .map((tender, at) => (
        <AmountRow key={at} name={`Given back ${tenderName(tender)}`} amount={money(tender.amount)} />
      ))}
  </table>
);

const AmountRow: FC<{ name: string; amount: string }> = ({ name, amount }) => (
  <tr>
    <td>{name}</td>
    <td>{amount}</td>
  </tr>
);

function copyText({ copy }: SaleUnit): string[] {
  if (!copy) return [];
  return [copy.number === null ? 'number follows' : `copy ${copy.number}`];
}

function tenderName({ kind, name }: Tender): string {
  if (kind === 'cash') return 'in cash';
  if (kind === 'card') return 'by card';
  return `by ${name ?? (kind === 'qr' ? 'QR' : kind)}`;
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

/** The collective's locale for dates and numbers; the page's words are English until they are translated. */
function localeOf(locale: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(locale ?? 'en-GB')[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}

function decimalSign(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';
}
