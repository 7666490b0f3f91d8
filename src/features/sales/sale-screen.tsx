import { useState } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { Link, useParams } from 'wouter';
import type { UnitRef } from '../../domain/sales/cart.ts';
import type { Tender } from '../../domain/sales/facts.ts';
import { saleHistory, unitsLeft } from '../../domain/sales/sale-history.ts';
import { isExchange } from '../../domain/sales/tenders.ts';
import { readAbout } from '../../store/read.ts';
import { useLive, useStall } from '../../store/stall.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { useSaleTime } from './use-sale-time.ts';
import { RefundSide } from './refund-side.tsx';
import { UnitRow } from './unit-row.tsx';
import './sales.css';
import './trouble.css';

const text = defineMessages({
  sales: { id: 'sale.toSales', defaultMessage: 'Sales' },
  title: { id: 'sale.title', defaultMessage: 'Sale {receipt}' },
  lead: { id: 'sale.lead', defaultMessage: '{time}, {tenders}' },
  leadBy: { id: 'sale.leadBy', defaultMessage: '{time}, {tenders}, {name} at tablet {letters}' },
  missing: { id: 'sale.missing', defaultMessage: 'This sale is not on this tablet' },
  together: {
    id: 'sale.together',
    defaultMessage: '“{name}” applied. Each piece comes back at what was paid for it.',
  },
  voided: { id: 'sale.voidedLead', defaultMessage: 'Undone. Nothing is to give back.' },
  receipt: { id: 'sale.receiptAgain', defaultMessage: 'Receipt again' },
});

const tenderText = defineMessages({
  cash: { id: 'sale.tenderCash', defaultMessage: 'cash {amount}' },
  card: { id: 'sale.tenderCard', defaultMessage: 'card {amount}' },
  exchange: { id: 'sale.tenderExchange', defaultMessage: 'exchange {amount}' },
  other: { id: 'sale.tenderOther', defaultMessage: '{name} {amount}' },
});

/** One sale: what was in it, how it was paid, and what of it comes back. */
export function SaleScreen() {
  const { id = '' } = useParams();
  const intl = useIntl();
  const { db, catalogue } = useStall();
  const timeOf = useSaleTime();
  const money = useMoney();
  const read = useLive(async () => ({ history: saleHistory(await readAbout(db, id)) }), [db, id]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (!read) return null;
  const back = (
    <BackLink href="/sales" isButton>
      <FormattedMessage {...text.sales} />
    </BackLink>
  );
  const { history } = read;
  if (!history) {
    return (
      <Page title={intl.formatMessage(text.sales)} back={back}>
        <EmptyState title={<FormattedMessage {...text.missing} />} />
      </Page>
    );
  }
  const { body, by } = history.sale;
  const left = new Set(unitsLeft(history).map(String));
  const units = [...chosen].filter((unit) => left.has(unit)).map(toRef);
  const name = catalogue.people.find((person) => person.id === by)?.name.split(' ')[0];
  const values = {
    time: timeOf(history),
    tenders: intl.formatList(body.tenders.map((tender) => tenderWords(intl, tender, money.text(tender.amount)))),
    name,
    letters: body.receipt.split('-')[0],
  };
  const toggle = (unit: string) => {
    const next = new Set(chosen);
    if (!next.delete(unit)) next.add(unit);
    setChosen(next);
  };
  return (
    <Page
      title={<FormattedMessage {...text.title} values={{ receipt: body.receipt }} />}
      lead={<FormattedMessage {...(name ? text.leadBy : text.lead)} values={values} />}
      back={back}
      aside={<RefundSide history={history} units={units} onDone={() => setChosen(new Set())} />}
    >
      <ul className="unit-list">
        {body.lines.flatMap((line, at) =>
          line.units.map((_, n) => (
            <UnitRow
              key={`${at},${n}`}
              history={history}
              at={[at, n]}
              chosen={chosen.has(`${at},${n}`)}
              onToggle={() => toggle(`${at},${n}`)}
            />
          )),
        )}
      </ul>
      {history.voided && (
        <p className="q">
          <FormattedMessage {...text.voided} />
        </p>
      )}
      {body.rows[0] && left.size > 0 && (
        <p className="q">
          <FormattedMessage {...text.together} values={{ name: body.rows[0].name }} />
        </p>
      )}
      <div className="row">
        <Link href={`/sales/${id}/receipt`} className="btn plain normal">
          <FormattedMessage {...text.receipt} />
        </Link>
      </div>
    </Page>
  );
}

function tenderWords(intl: IntlShape, tender: Tender, amount: string): string {
  if (tender.kind === 'cash' || tender.kind === 'card') return intl.formatMessage(tenderText[tender.kind], { amount });
  if (isExchange(tender)) return intl.formatMessage(tenderText.exchange, { amount });
  return intl.formatMessage(tenderText.other, { name: tender.name ?? tender.kind, amount });
}

function toRef(unit: string): UnitRef {
  const [line = 0, at = 0] = unit.split(',').map(Number);
  return [line, at];
}
