import { createElement, useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { findScanned } from '../../domain/codes/find-scanned.ts';
import { parseScan } from '../../domain/codes/parse-scan.ts';
import { findSale } from '../../store/find-sale.ts';
import { useStall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { defineMessages } from '../../ui/messages.ts';
import type { ScanAnswer } from '../../ui/scanner.tsx';
import { playSound } from '../../ui/sound.ts';
import { useTill } from './till-context.tsx';
import type { CartActions } from './use-cart.ts';
import type { WallData } from './use-wall.ts';

const text = defineMessages({
  unknown: { id: 'till.scanUnknown', defaultMessage: 'Not one of ours. Add it, or look it up by title.' },
  misread: { id: 'till.scanMisread', defaultMessage: 'A sign of the code was misread. Scan it once more.' },
  notHere: {
    id: 'till.scanNotHere',
    defaultMessage: 'That sale is not on this tablet yet. Its receipt says which tablet made it.',
  },
  again: { id: 'till.scanAgain', defaultMessage: '{number}/{size} is already in the cart.' },
  copy: { id: 'till.scanCopy', defaultMessage: 'Copy {number}/{size}' },
  count: { id: 'till.scanCount', defaultMessage: '{count} in the cart' },
});

/**
 * What a scan does at the till, from camera, hardware scanner or keyboard: a print goes in the cart, a receipt opens
 * its sale. Gives what the viewfinder says; undefined when another page or picker has taken over.
 */
export function useScan(cart: CartActions, wall: WallData | undefined): (scanned: string) => ScanAnswer | undefined {
  const intl = useIntl();
  const [, go] = useLocation();
  const { till } = useTill();
  const { db, catalogue, publicUrl, preferences } = useStall();
  return useCallback(
    (scanned: string) => {
      const refuse = (words: string, kind: 'again' | 'unknown' = 'unknown'): ScanAnswer => {
        till.setState({ trouble: words });
        announce(words);
        playSound('tock', preferences.sound);
        return { kind, title: words };
      };
      const scan = parseScan(scanned, publicUrl ? [new URL(publicUrl).host] : []);
      if (scan.kind === 'unreadable') return refuse(intl.formatMessage(text.misread));
      if (scan.kind === 'receipt') {
        void findSale(db, { secret: scan.secret }).then((sale) => {
          if (sale) go(`/sales/${sale}`);
          else refuse(intl.formatMessage(text.notHere));
        });
        return undefined;
      }
      const found = findScanned(catalogue, wall?.copies ?? new Map(), scan);
      if (!found) return refuse(intl.formatMessage(text.unknown));
      const before = till.getState();
      const copy = found.kind === 'variant' ? found.copy : null;
      const work = catalogue.workById.get(
        found.kind === 'work' ? found.work : (catalogue.variantById.get(found.variant)?.work ?? ''),
      );
      const size = work?.edition?.size ?? 0;
      const isIn = before.draft.cart.lines.some(
        (line) => copy && line.copy?.edition === copy.edition && line.copy.number === copy.number,
      );
      if (copy && isIn) return refuse(intl.formatMessage(text.again, { number: copy.number, size }), 'again');
      if (found.kind === 'work') cart.addWork(found.work);
      else if (found.copy) cart.addCopy(found.variant, found.copy);
      else cart.addVariant(found.variant);
      const { view, trouble, draft, newest } = till.getState();
      // A form or a number has to be chosen: the viewfinder makes room for it.
      if (view.kind !== 'wall') {
        till.setState({ sheet: null });
        return undefined;
      }
      if (draft === before.draft) return refuse(trouble ?? intl.formatMessage(text.unknown));
      playSound('tick', preferences.sound);
      const line = draft.cart.lines.find((each) => each.id === newest);
      const detail = line?.copy?.number
        ? intl.formatMessage(text.copy, { number: line.copy.number, size })
        : intl.formatMessage(text.count, { count: line?.quantity ?? 1 });
      return { kind: 'taken', title: createElement('span', { className: 't' }, work?.title), detail };
    },
    [intl, go, till, db, catalogue, publicUrl, preferences.sound, wall, cart],
  );
}
