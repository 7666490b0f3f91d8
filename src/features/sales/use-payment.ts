import { useCallback, useMemo, useRef } from 'react';
import { useIntl } from 'react-intl';
import type { Minor } from '../../domain/money.ts';
import { paymentReference } from '../../domain/payments/bank-code.ts';
import { cartDifference, settlingOf, type Settling } from '../../domain/sales/cart-exchange.ts';
import type { Tender } from '../../domain/sales/facts.ts';
import { amountLeft, cardTender, cashTender } from '../../domain/sales/tenders.ts';
import { randomText } from '../../store/device.ts';
import { attended } from '../../store/out-on-reader.ts';
import { useStall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { playSound } from '../../ui/sound.ts';
import { deskOf, handOff, resolveAttempt, ringUp, undoSale, type Answer } from './actions.ts';
import type { BackBy } from './exchange.ts';
import { doneSale } from './done-sale.ts';
import { nextDraft } from './next-draft.ts';
import { problemText, type TillProblem } from './problem-text.ts';
import { useTill, useTillState } from './till-context.tsx';
import { isUsed, withHeldAttempt, type DoneSale, type Draft, type OpenAttempt, type PayBy } from './till-store.ts';

const text = defineMessages({
  spokenChange: { id: 'till.spokenChange', defaultMessage: 'Sale {receipt} saved. Give back {change}' },
  spokenPaid: { id: 'till.spokenPaid', defaultMessage: 'Sale {receipt} saved. Paid {total}' },
  stopped: {
    id: 'till.stopped',
    defaultMessage:
      'The till stumbled, so this was not kept and no receipt was given. The cart is still here: tap again.',
  },
  keptAnyway: {
    id: 'till.keptAnyway',
    defaultMessage: 'Sale {receipt} is saved. The till stumbled afterwards: look it up under Sales.',
  },
  spokenBack: { id: 'till.spokenBack', defaultMessage: 'Exchange {receipt} saved. Give back {amount}' },
  spokenEven: { id: 'till.spokenEven', defaultMessage: 'Exchange {receipt} saved. Nothing to pay' },
  undone: { id: 'till.saleUndone', defaultMessage: 'Sale {receipt} undone' },
});

/** Taking money: each ends with the sale on the disk, or with words and the same cart. */
export function usePayment() {
  const stall = useStall();
  const { till, priced, left } = useTill();
  const intl = useIntl();
  const money = useMoney();
  const { cashStep } = deskOf(stall);
  const parts = useTillState((state) => state.draft.parts);
  const settling = useMemo((): Settling => settlingOf(priced, parts, cashStep), [priced, parts, cashStep]);
  const backFirst: BackBy = priced.cart.exchange?.byCard ? 'card' : 'cash';
  // A second tap while the first is being written must not start a second sale.
  const busy = useRef(false);

  const trouble = useCallback(
    async (problem: TillProblem) => {
      const words = problemText(intl, problem, stall);
      if (problem.kind === 'attempt-open') {
        // Its question has an answer only where the draft knows what is asked about.
        const { cart, attempt } = await withHeldAttempt(stall.db, till.getState().draft);
        till.setState(({ draft }) => ({
          draft: draft.cart.id === cart.id ? { ...draft, attempt } : draft,
          view: { kind: 'unclear', instead: 'cash' },
        }));
      } else if (problem.kind === 'sale-known' && till.getState().draft.cart.id === priced.cart.id) till.leave();
      if (problem.kind === 'copy-sold' || problem.kind === 'copy-spoilt' || problem.kind === 'number-not-free') {
        till.setState({ conflict: problem, view: { kind: 'wall' } });
      }
      till.setState({ trouble: words });
      announce(words, 'assertive');
    },
    [intl, stall, till, priced.cart.id],
  );

  /** A bug: whoever sells must hear that nothing was kept, and whoever mends it what was thrown. */
  const say = useCallback(
    (thrown: unknown, words: string) => {
      console.error(thrown);
      till.setState({ trouble: words });
      announce(words, 'assertive');
    },
    [till],
  );

  const once = useCallback(
    async (work: () => Promise<void>) => {
      if (busy.current) return;
      busy.current = true;
      await work()
        .catch((thrown: unknown) => say(thrown, intl.formatMessage(text.stopped)))
        .finally(() => (busy.current = false));
    },
    [say, intl],
  );

  const spokenDone = useCallback(
    ({ receipt, total, change, back }: DoneSale) => {
      if (back && back.amount > 0)
        return intl.formatMessage(text.spokenBack, { receipt, amount: money.spoken(back.amount) });
      if (back && total === 0) return intl.formatMessage(text.spokenEven, { receipt });
      if (change > 0) return intl.formatMessage(text.spokenChange, { receipt, change: money.spoken(change) });
      return intl.formatMessage(text.spokenPaid, { receipt, total: money.spoken(total) });
    },
    [intl, money],
  );

  const show = useCallback(
    (done: DoneSale) => {
      // Whoever sells by camera scans the next print at once.
      till.setState(({ sheet, draft }) => ({
        // What was tapped while it was being written is the next sale already, and must be seen.
        ...(isUsed(draft) ? { done: null, early: done } : { done, early: null }),
        view: { kind: 'wall' },
        sheet: sheet?.kind === 'scan' ? sheet : null,
        trouble: null,
        conflict: null,
      }));
      playSound('done', stall.preferences.sound);
      announce(spokenDone(done));
    },
    [till, stall.preferences.sound, spokenDone],
  );

  const finish = useCallback(
    (tenders: readonly Tender[], { answer, back }: { readonly answer?: Answer; readonly back?: BackBy } = {}) =>
      once(async () => {
        await till.flush();
        const { draft } = till.getState();
        const options = { inHand: draft.inHand, ...(answer ? { answer } : {}), ...(back ? { back } : {}) };
        const made = await ringUp(stall, priced, [...draft.parts, ...tenders], options);
        if (!made.ok) return trouble(made.problem);
        const { draft: then } = till.getState();
        // Parked meanwhile: what stands there is the next cart already.
        if (then.cart.id === priced.cart.id) till.leave(nextDraft(then, priced.cart));
        // On the disk: whatever breaks from here on must not say otherwise.
        try {
          show(doneSale(made.value, answer?.outcome === 'unknown'));
        } catch (thrown) {
          say(thrown, intl.formatMessage(text.keptAnyway, { receipt: made.value.body.receipt }));
        }
      }),
    [once, till, stall, priced, trouble, show, say, intl],
  );

  /** Cash: null is exactly what is due. */
  const cashGiven = useCallback(
    (given: Minor | null) =>
      finish([cashTender(amountLeft(cartDifference(priced), till.getState().draft.parts), given, cashStep)]),
    [finish, priced, till, cashStep],
  );

  /** An exchange that costs the shopper nothing: one tap, and whatever goes back goes by this way. */
  const swap = useCallback(
    (back: BackBy) => (left > 0 ? cashGiven(null) : finish([], { back })),
    [finish, cashGiven, left],
  );

  /** Puts an amount on the reader, or shows a code for it; written down before anybody sees it. */
  const hand = useCallback(
    (kind: OpenAttempt['kind'], amount: Minor, by: PayBy, name?: string) =>
      once(async () => {
        await till.flush();
        const { draft } = till.getState();
        if (draft.attempt) return till.setState({ view: { kind: 'unclear', instead: by }, trouble: null });
        const id = randomText();
        // The till's own code carries a reference; where the stall shows a code of its own, there is none.
        const account = stall.catalogue.collective.tenders.find((tender) => tender.name === name)?.account;
        const attempt: OpenAttempt = {
          id,
          amount,
          kind,
          ...(name === undefined ? {} : { name }),
          ...(account ? { reference: paymentReference(id) } : {}),
        };
        attended.setState({ attempt: id });
        const written = await handOff(stall, priced, attempt, () => till.getState().draft);
        if (!written.ok) return trouble(written.problem);
        // Put aside in the meantime: it is asked about when the cart is taken up again.
        if (till.getState().draft.cart.id !== priced.cart.id) return;
        till.setState((state) => ({
          draft: { ...state.draft, attempt },
          view: { kind: 'payment', by },
          trouble: null,
        }));
      }),
    [once, till, stall, priced, trouble],
  );

  return useMemo(() => {
    const due = () => amountLeft(cartDifference(priced), till.getState().draft.parts);
    const open = (by: PayBy) => {
      const { draft } = till.getState();
      if (settling.way !== 'pay') {
        if (by === 'card' || by === 'cash') void swap(by);
        return;
      }
      if (by === 'card') return void hand('card', due(), by);
      const name = by.startsWith('named:') ? by.slice(6) : undefined;
      const kind = stall.catalogue.collective.tenders.find((tender) => tender.name === name)?.kind;
      if (kind === 'qr') return void hand('qr', due(), by, name);
      if (draft.attempt) return till.setState({ view: { kind: 'unclear', instead: by } });
      till.setState({ view: { kind: 'payment', by }, trouble: null });
    };
    const withPart = (draft: Draft, tender: Tender): Draft => ({
      ...draft,
      parts: [...draft.parts, tender],
      attempt: null,
    });
    /** A part of a split is paid: what is left is asked for next. */
    const part = (tender: Tender) =>
      till.setState(({ draft }) => ({ draft: withPart(draft, tender), view: { kind: 'payment', by: 'split' } }));
    /** What the reader or the shopper's phone says. */
    const answer = async (outcome: Answer['outcome'], instead: PayBy = 'cash') => {
      const { draft } = till.getState();
      const { attempt } = draft;
      if (!attempt) return till.setState({ view: { kind: 'wall' } });
      const tender = attemptTender(attempt);
      const settles = attempt.amount === due();
      if ((outcome === 'succeeded' || outcome === 'unknown') && settles)
        return finish([tender], { answer: { attempt, outcome } });
      await once(async () => {
        await till.flush();
        const isPaid = outcome === 'succeeded' || outcome === 'unknown';
        const after = () => {
          const { draft: now } = till.getState();
          return isPaid ? withPart(now, tender) : { ...now, attempt: null };
        };
        const written = await resolveAttempt(stall, draft.cart.id, { attempt, outcome }, after);
        if (!written.ok) return trouble(written.problem);
        if (till.getState().draft.cart.id !== draft.cart.id) return;
        const next = after();
        const otherwise = instead === 'card' ? 'cash' : instead;
        till.setState({
          draft: next,
          view: { kind: 'payment', by: next.parts.length > 0 ? 'split' : otherwise },
          trouble: null,
        });
      });
    };
    return {
      due: left,
      cashDue: settling.cash,
      settling,
      open,
      card: () => open('card'),
      cash: () => open('cash'),
      exact: () => void (settling.way === 'pay' ? cashGiven(null) : swap(backFirst)),
      /** The way money goes back first: as it came. */
      backFirst,
      cashGiven: (given: Minor | null) => void cashGiven(given),
      /** Other ways the lead named: a voucher, a bank transfer seen. */
      named: (tender: Tender) => void (tender.amount === due() ? finish([tender]) : Promise.resolve(part(tender))),
      part,
      handPart: (kind: OpenAttempt['kind'], amount: Minor, by: PayBy, name?: string) =>
        void hand(kind, amount, by, name),
      undoPart: (at: number) =>
        till.setState((state) => ({
          draft: { ...state.draft, parts: state.draft.parts.filter((_, each) => each !== at) },
        })),
      answer: (outcome: Answer['outcome'], instead?: PayBy) => void answer(outcome, instead),
      unclear: (instead: PayBy) => till.setState({ view: { kind: 'unclear', instead } }),
      back: () => till.setState({ view: { kind: 'wall' }, trouble: null }),
      undoSale: (done: DoneSale) =>
        once(async () => {
          const undone = await undoSale(stall, done.sale, stall.now());
          if (!undone.ok) return trouble(undone.problem);
          till.setState({ done: null, early: null, trouble: null });
          announce(intl.formatMessage(text.undone, { receipt: done.receipt }));
        }),
    };
  }, [till, stall, priced, left, settling, backFirst, hand, finish, cashGiven, swap, trouble, once, intl]);
}

export type Payment = ReturnType<typeof usePayment>;

function attemptTender(attempt: OpenAttempt): Tender {
  if (attempt.kind === 'card') return cardTender(attempt.amount, attempt.id);
  const { id, amount, name, reference } = attempt;
  return { kind: 'qr', amount, attempt: id, ...(name ? { name } : {}), ...(reference ? { reference } : {}) };
}
