import { useState } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { Link, useLocation, useParams } from 'wouter';
import { roundCash } from '../../domain/money.ts';
import type { UnitRef } from '../../domain/sales/cart.ts';
import type { Tender } from '../../domain/sales/facts.ts';
import { refundAmount, roundingOwed } from '../../domain/sales/refund-sale.ts';
import { saleHistory, unitsLeft, type SaleHistory } from '../../domain/sales/sale-history.ts';
import { cashTender } from '../../domain/sales/tenders.ts';
import { wallClock } from '../../domain/time.ts';
import { usePicture } from '../../store/pictures.tsx';
import { readAbout, readCopiesOf } from '../../store/read.ts';
import { askPin, leadPin } from '../../store/pin.ts';
import { useLive, useStall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PinSheet } from '../../ui/pin-sheet.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money, useMoney } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { NamedTicks } from '../../ui/ticks.tsx';
import { deskOf } from './actions.ts';
import { BackLink } from './back-link.tsx';
import { problemText } from './problem-text.ts';
import { refund } from './refund.ts';
import { leftOf } from './wall-tiles.ts';
import './sales.css';
import './trouble.css';

const text = defineMessages({
  sales: { id: 'sale.toSales', defaultMessage: 'Sales' },
  title: { id: 'sale.title', defaultMessage: 'Sale {receipt}' },
  lead: { id: 'sale.lead', defaultMessage: '{time}, {tenders}' },
  leadBy: { id: 'sale.leadBy', defaultMessage: '{time}, {tenders}, {name} at tablet {letters}' },
  missing: { id: 'sale.missing', defaultMessage: 'This sale is not on this tablet' },
  copy: { id: 'sale.copy', defaultMessage: 'copy {number}/{size}' },
  together: {
    id: 'sale.together',
    defaultMessage: '“{name}” applied. Each piece comes back at what was paid for it.',
  },
  voided: { id: 'sale.voidedLead', defaultMessage: 'Undone. Nothing is to give back.' },
  cameBack: { id: 'sale.cameBack', defaultMessage: 'came back with {receipt}' },
  receipt: { id: 'sale.receiptAgain', defaultMessage: 'Receipt again' },
  giveBack: { id: 'sale.giveBack', defaultMessage: 'Give back' },
  choose: { id: 'sale.choose', defaultMessage: 'Tap what comes back.' },
  inCash: { id: 'sale.inCash', defaultMessage: 'in cash, as it was paid' },
  inCashAnyway: { id: 'sale.inCashAnyway', defaultMessage: 'in cash' },
  toCard: { id: 'sale.onCard', defaultMessage: 'to the card: type it into the reader first' },
  copyBack: { id: 'sale.copyBack', defaultMessage: 'Copy {number} goes back on the wall and may be sold again.' },
  takings: { id: 'sale.takings', defaultMessage: 'Takings of the day: {amount} less.' },
  refund: { id: 'sale.refundPutBack', defaultMessage: 'Refund and put back' },
  damaged: { id: 'sale.refundDamaged', defaultMessage: 'Refund, damaged' },
  card: { id: 'sale.toTheCard', defaultMessage: 'To the card' },
  cash: { id: 'sale.asCash', defaultMessage: 'In cash' },
  done: { id: 'sale.refunded', defaultMessage: '{amount} given back, {receipt}.' },
});

const tenderText = defineMessages({
  cash: { id: 'sale.tenderCash', defaultMessage: 'cash {amount}' },
  card: { id: 'sale.tenderCard', defaultMessage: 'card {amount}' },
  other: { id: 'sale.tenderOther', defaultMessage: '{name} {amount}' },
});

/** One sale: what was in it, how it was paid, and what of it comes back. */
export function SaleScreen() {
  const { id = '' } = useParams();
  const intl = useIntl();
  const { db, zone, catalogue } = useStall();
  const money = useMoney();
  const read = useLive(async () => ({ history: saleHistory(await readAbout(db, id)) }), [db, id]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (!read) return null;
  const back = (
    <BackLink to="/sales">
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
  const { body, at, by } = history.sale;
  const left = new Set(unitsLeft(history).map(String));
  const units = [...chosen].filter((unit) => left.has(unit)).map(toRef);
  const name = catalogue.people.find((person) => person.id === by)?.name.split(' ')[0];
  const values = {
    time: wallClock(at, zone).time.slice(0, 5),
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
      {body.rows[0] && (
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

function UnitRow({
  history,
  at: [line, unit],
  chosen,
  onToggle,
}: {
  readonly history: SaleHistory;
  readonly at: UnitRef;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}) {
  const intl = useIntl();
  const { catalogue } = useStall();
  const sold = history.sale.body.lines[line];
  const piece = sold?.units[unit];
  const work = catalogue.workById.get(sold?.work ?? '');
  const url = usePicture(work?.picture?.small);
  const by = history.refunds.find(({ body }) => body.units.some((each) => each.line === line && each.unit === unit));
  if (!sold || !piece) return null;
  const copy = piece.copy?.number
    ? intl.formatMessage(text.copy, { number: piece.copy.number, size: work?.edition?.size ?? '?' })
    : '';
  const words = (
    <>
      <span className="unit-picture">{url && <img src={url} alt="" />}</span>
      <span className="unit-words">
        <span className="t">{sold.title}</span>
        <span className="q note">
          {[sold.label, copy, by && intl.formatMessage(text.cameBack, { receipt: by.body.receipt })]
            .filter(Boolean)
            .join(', ')}
        </span>
      </span>
      <span className="unit-amount">
        <Money minor={piece.paid} />
      </span>
    </>
  );
  if (by || history.voided) return <li className="unit gone">{words}</li>;
  return (
    <li>
      <label className={chosen ? 'unit chosen' : 'unit'}>
        <input type="checkbox" checked={chosen} onChange={onToggle} />
        <span className="unit-box">{chosen && <Icon name="check" />}</span>
        {words}
      </label>
    </li>
  );
}

function RefundSide({
  history,
  units,
  onDone,
}: {
  readonly history: SaleHistory;
  readonly units: readonly UnitRef[];
  readonly onDone: () => void;
}) {
  const intl = useIntl();
  const money = useMoney();
  const stall = useStall();
  const [, go] = useLocation();
  const paidByCard = history.sale.body.tenders.every((tender) => tender.kind === 'card');
  const [byCard, setByCard] = useState(paidByCard);
  const [asking, setAsking] = useState<boolean | null>(null);
  const [said, setSaid] = useState<{ readonly words: string; readonly trouble: boolean }>();
  const { cashStep } = deskOf(stall);
  const exact = refundAmount(history, units);
  const amount = byCard ? exact : roundCash(exact + roundingOwed(history), cashStep);
  const tender: Tender = byCard
    ? { kind: 'card', amount: exact }
    : cashTender(exact + roundingOwed(history), null, cashStep);
  const give = async (putBack: boolean) => {
    setAsking(null);
    const made = await refund(stall, history.sale.body.sale, units, tender, putBack);
    const words = made.ok
      ? intl.formatMessage(text.done, { amount: money.text(amount), receipt: made.value.receipt })
      : problemText(intl, made.problem, { zone: stall.zone });
    setSaid({ words, trouble: !made.ok });
    announce(words, made.ok ? 'polite' : 'assertive');
    if (made.ok) onDone();
  };
  const pin = leadPin(stall);
  const ask = (putBack: boolean) => (pin ? setAsking(putBack) : void give(putBack));
  if (units.length === 0) {
    return (
      <>
        {said && <p className={said.trouble ? 'trouble' : 'refund-said'}>{said.words}</p>}
        <p className="q refund-choose">
          <FormattedMessage {...text.choose} />
        </p>
        <span className="sp" />
        <Button kind="quiet" onClick={() => go('/')}>
          <FormattedMessage {...backText.till} />
        </Button>
      </>
    );
  }
  return (
    <>
      <p className="q">
        <FormattedMessage {...text.giveBack} />
      </p>
      <p className="refund-amount">
        <Money minor={amount} sign />
      </p>
      <p>
        <FormattedMessage {...(byCard ? text.toCard : paidByCard ? text.inCashAnyway : text.inCash)} />
      </p>
      <Effect history={history} units={units} amount={exact} />
      {said?.trouble && <p className="trouble">{said.words}</p>}
      <Button kind="go" size="big" onClick={() => ask(true)}>
        <FormattedMessage {...text.refund} />
      </Button>
      <div className="two">
        <Button onClick={() => ask(false)}>
          <FormattedMessage {...text.damaged} />
        </Button>
        <Button onClick={() => setByCard(!byCard)}>
          <FormattedMessage {...(byCard ? text.cash : text.card)} />
        </Button>
      </div>
      {asking !== null && pin && (
        <PinSheet
          purpose="refund"
          ask={(typed) => askPin(stall, typed, pin)}
          onClose={() => setAsking(null)}
          onRight={() => void give(asking)}
        />
      )}
    </>
  );
}

const backText = defineMessages({ till: { id: 'sale.toTill', defaultMessage: 'Back to the till' } });

/** What it does to the edition and to the takings, said before the tap. */
function Effect({
  history,
  units,
  amount,
}: {
  readonly history: SaleHistory;
  readonly units: readonly UnitRef[];
  readonly amount: number;
}) {
  const money = useMoney();
  const { db, catalogue } = useStall();
  const copy = units
    .map(([line, unit]) => history.sale.body.lines[line]?.units[unit]?.copy)
    .find((each) => each?.number);
  const edition = copy?.edition;
  const rows = useLive(async () => (edition ? readCopiesOf(db, edition) : []), [db, edition]);
  const size = catalogue.works.find((work) => work.edition?.id === edition)?.edition?.size ?? 0;
  const left = new Set(leftOf(rows ?? []).map((row) => row.number));
  return (
    <div className="refund-effect">
      {copy?.number && size > 0 && (
        <>
          <NamedTicks size={Math.min(size, 60)} left={left} named={copy.number} />
          <p>
            <FormattedMessage {...text.copyBack} values={{ number: copy.number }} />
          </p>
        </>
      )}
      <p className="q">
        <FormattedMessage {...text.takings} values={{ amount: money.text(amount) }} />
      </p>
    </div>
  );
}

function tenderWords(intl: IntlShape, tender: Tender, amount: string): string {
  if (tender.kind === 'cash' || tender.kind === 'card') return intl.formatMessage(tenderText[tender.kind], { amount });
  return intl.formatMessage(tenderText.other, { name: tender.name ?? tender.kind, amount });
}

function toRef(unit: string): UnitRef {
  const [line = 0, at = 0] = unit.split(',').map(Number);
  return [line, at];
}
