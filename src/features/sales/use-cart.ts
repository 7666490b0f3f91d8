import { useCallback, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { pickCopy } from '../../domain/editions/pick-copy.ts';
import {
  addGoods,
  removeLine,
  setCopy,
  setLineDiscount,
  setQuantity,
  type Cart,
  type CartProblem,
} from '../../domain/sales/cart.ts';
import { cartDifference } from '../../domain/sales/cart-exchange.ts';
import type { SoldCopy } from '../../domain/sales/facts.ts';
import { CART_BYTES, saleBytes } from '../../domain/sales/complete-sale.ts';
import { goodsOf } from '../../domain/sales/goods-of.ts';
import type { Goods } from '../../domain/sales/goods.ts';
import { priceCart } from '../../domain/sales/pricing.ts';
import type { Result } from '../../domain/result.ts';
import { randomText } from '../../store/device.ts';
import { useStall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { AGREED } from './agreed.ts';
import { problemText, type TillProblem } from './problem-text.ts';
import { useTill } from './till-context.tsx';
import { undoStep } from './recent-steps.ts';
import { beginNext, type Draft, type View } from './till-store.ts';
import type { WallData } from './use-wall.ts';

const text = defineMessages({
  copyAdded: { id: 'till.copyAdded', defaultMessage: 'Copy {number}/{size} added' },
  followsAdded: { id: 'till.followsAdded', defaultMessage: '{title} added, its number follows' },
  added: { id: 'till.added', defaultMessage: '{title} added' },
  now: { id: 'till.nowCount', defaultMessage: '{title}, now {count}' },
  removed: { id: 'till.removed', defaultMessage: '{title} removed' },
  copyTaken: { id: 'till.copyTaken', defaultMessage: 'Copy {number}/{size} taken' },
  undone: { id: 'till.undone', defaultMessage: '“{words}” undone' },
  undoneTo: {
    id: 'till.undoneTo',
    defaultMessage: '“{words}” undone, and {count, plural, one {# step} other {# steps}} after it',
  },
  spokenCopy: { id: 'till.spokenCopy', defaultMessage: 'Added {title}, copy {number} of {size}' },
  spoken: { id: 'till.spoken', defaultMessage: 'Added {title}' },
  spokenTotal: { id: 'till.spokenTotal', defaultMessage: 'Total {amount}' },
  spokenGiveBack: { id: 'till.spokenGiveBack', defaultMessage: 'Give back {amount}' },
});

/** What taps and scans do to the cart: pure steps, words for the undo bar, words for people who listen. */
export function useCart(wall: WallData | undefined) {
  const { till, priced } = useTill();
  const stall = useStall();
  const intl = useIntl();
  const money = useMoney();
  const { catalogue, device, place } = stall;

  const trouble = useCallback(
    (problem: TillProblem) => {
      const words = problemText(intl, problem, stall);
      till.setState({ trouble: words });
      announce(words);
    },
    [till, intl, stall],
  );

  const priceNow = useCallback(
    (cart: Cart) => priceCart(cart, { taxIncluded: priced.taxIncluded, rows: catalogue.priceRows }),
    [priced.taxIncluded, catalogue.priceRows],
  );

  /**
   * Makes a step: what stood before can be brought back until it is paid. False where nothing changed, also for a cart
   * that would be more than one sale can keep: that is said now, while no money has moved.
   */
  const step = useCallback(
    (change: (draft: Draft) => Draft, words: string, newest?: string | null): boolean => {
      const { draft, steps } = till.getState();
      const next = change(draft);
      if (next === draft) return false;
      const bytes = saleBytes(priceNow(next.cart));
      if (bytes > CART_BYTES && bytes > saleBytes(priceNow(draft.cart))) {
        trouble({ kind: 'sale-too-big' });
        return false;
      }
      till.setState({
        draft: next,
        steps: [{ words, since: Date.now(), before: draft }, ...steps].slice(0, 50),
        trouble: null,
        recent: false,
        ...beginNext(till.getState()),
        ...(newest === undefined ? {} : { newest }),
      });
      return true;
    },
    [till, priceNow, trouble],
  );

  const put = useCallback(
    (made: Result<Cart, CartProblem>, goods: Goods, copy: SoldCopy | undefined) => {
      if (!made.ok) return trouble(made.problem);
      const cart = made.value;
      const line =
        cart.lines.find((each) => each.goods.variant === goods.variant && each.copy === copy) ?? cart.lines.at(-1);
      const title = goods.title;
      const size = goods.edition?.size ?? 0;
      const words = copy
        ? copy.number === null
          ? intl.formatMessage(text.followsAdded, { title })
          : intl.formatMessage(text.copyAdded, { number: copy.number, size })
        : line && line.quantity > 1
          ? intl.formatMessage(text.now, { title, count: line.quantity })
          : intl.formatMessage(text.added, { title });
      const isIn = step((draft) => ({ ...draft, cart }), words, line?.id ?? null);
      till.setState({ view: { kind: 'wall' } });
      if (!isIn) return;
      const after = cartDifference(priceNow(cart));
      const spoken = copy?.number
        ? intl.formatMessage(text.spokenCopy, { title, number: copy.number, size })
        : intl.formatMessage(text.spoken, { title });
      const amount = money.spoken(Math.abs(after));
      announce(`${spoken}. ${intl.formatMessage(after < 0 ? text.spokenGiveBack : text.spokenTotal, { amount })}`);
    },
    [trouble, step, till, intl, money, priceNow],
  );

  return useMemo(() => {
    const cartNow = () => till.getState().draft.cart;
    const choose = (view: View) => till.setState((state) => ({ view, ...beginNext(state) }));
    const addCopy = (variant: string, copy: SoldCopy) => {
      const goods = goodsOf(catalogue, variant);
      if (goods) put(addGoods(cartNow(), randomText(9), goods, copy), goods, copy);
    };
    const addVariant = (variant: string) => {
      const goods = goodsOf(catalogue, variant);
      if (!goods) return;
      if (!goods.edition) return put(addGoods(cartNow(), randomText(9), goods), goods, undefined);
      const { edition } = goods.edition;
      const pick = pickCopy(
        wall?.copies.get(edition) ?? [],
        { edition, variant },
        { device: device.key.device, place, inCarts: wall?.taken ?? new Set(), levels: wall?.levels ?? new Map() },
      );
      if (pick.kind === 'choose') choose({ kind: 'copies', variant });
      else addCopy(variant, pick.copy);
    };
    return {
      step,
      addVariant,
      addCopy,
      addGoods: (goods: Goods) => put(addGoods(cartNow(), randomText(9), goods), goods, undefined),
      /** A tap on a tile: at most one question, which form. */
      addWork: (work: string) => {
        const variants = catalogue.workById.get(work)?.variants.filter((variant) => !variant.retired) ?? [];
        const [only] = variants;
        if (variants.length > 1) choose({ kind: 'variants', work });
        else if (only) addVariant(only.id);
      },
      /** A number somebody asked for (7/25): read off the print, so it is marked. */
      addAsked: (work: string, number: number) => {
        const found = catalogue.workById.get(work);
        const row = wall?.copies.get(found?.edition?.id ?? '')?.find((each) => each.number === number);
        const variant = row?.lies?.variant ?? found?.variants.find((each) => !each.retired)?.id;
        if (!found?.edition || !variant) return;
        const blank = row?.marked === null && row.holder?.device === device.key.device;
        addCopy(variant, { edition: found.edition.id, number, marked: !blank });
      },
      /** The numbers of a work's first form. */
      chooseCopy: (work: string) => {
        const found = catalogue.workById.get(work);
        const variant = found?.variants.find((each) => !each.retired);
        if (found?.edition && variant) choose({ kind: 'copies', variant: variant.id });
      },
      changeCopy: (line: string, copy: SoldCopy) => {
        const made = setCopy(cartNow(), line, copy);
        if (!made.ok) return trouble(made.problem);
        const size = made.value.lines.find((each) => each.id === line)?.goods.edition?.size ?? 0;
        step(
          (draft) => ({ ...draft, cart: made.value }),
          intl.formatMessage(text.copyTaken, { number: copy.number, size }),
          line,
        );
        till.setState({ view: { kind: 'wall' } });
      },
      setQuantity: (line: string, quantity: number) => {
        const held = cartNow().lines.find((each) => each.id === line);
        const made = setQuantity(cartNow(), line, quantity);
        if (!held) return;
        if (!made.ok) return trouble(made.problem);
        const { title } = held.goods;
        const words =
          quantity > 0
            ? intl.formatMessage(text.now, { title, count: quantity })
            : intl.formatMessage(text.removed, { title });
        if (step((draft) => ({ ...draft, cart: made.value }), words, line)) announce(words);
      },
      remove: (line: string) => {
        const title = cartNow().lines.find((each) => each.id === line)?.goods.title ?? '';
        const words = intl.formatMessage(text.removed, { title });
        step((draft) => ({ ...draft, cart: removeLine(draft.cart, line) }), words);
        announce(words);
      },
      /** Changes the cart by a step that may be refused. */
      change: (make: (cart: Cart) => Result<Cart, CartProblem>, words: string) => {
        const made = make(cartNow());
        if (made.ok) return step((draft) => ({ ...draft, cart: made.value }), words);
        trouble(made.problem);
        return false;
      },
      /** Under the lowest price, and somebody said yes: the reason keeps it. */
      agreeBelowFloor: (line: string) => {
        const discount = cartNow().lines.find((each) => each.id === line)?.discount;
        if (!discount) return;
        const made = setLineDiscount(cartNow(), line, {
          ...discount,
          reason: `${AGREED} ${discount.reason ?? ''}`.trim(),
        });
        if (made.ok) till.setState((state) => ({ draft: { ...state.draft, cart: made.value } }));
      },
      /** Back up to the lowest price: the discount is what is left of it. */
      backToFloor: (line: string, floor: number) => {
        const cart = cartNow();
        const held = cart.lines.find((each) => each.id === line);
        const { discount: _, ...plain } = cart;
        const base =
          held &&
          priceCart(withoutLineDiscount(plain, line), { taxIncluded: priced.taxIncluded, rows: catalogue.priceRows });
        const now = base?.lines.find((each) => each.line.id === line);
        if (!held || !now) return;
        const off = Math.max(0, now.list - now.rowsSaved - floor * held.quantity);
        const made = setLineDiscount(plain, line, off > 0 ? { kind: 'amount', value: off } : null);
        if (made.ok) step((draft) => ({ ...draft, cart: made.value }), held.goods.title, line);
      },
      /** Undoes the newest step, or an older one. What was paid in the meantime stays paid. */
      undo: (at = 0) => {
        const { steps, draft } = till.getState();
        const undone = undoStep(steps, at, draft);
        if (!undone) return;
        till.setState({ draft: { ...draft, cart: undone.cart }, steps: undone.steps, trouble: null });
        const words = steps[at]?.words;
        announce(intl.formatMessage(undone.alone ? text.undone : text.undoneTo, { words, count: at }));
      },
    };
  }, [till, catalogue, device, place, wall, step, put, trouble, intl, priced.taxIncluded]);
}

function withoutLineDiscount(cart: Cart, line: string): Cart {
  const made = setLineDiscount(cart, line, null);
  return made.ok ? made.value : cart;
}

export type CartActions = ReturnType<typeof useCart>;
