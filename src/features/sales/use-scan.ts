import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { parseScan } from '../../domain/codes/parse-scan.ts';
import { isFact } from '../../domain/fact.ts';
import { readDay } from '../../store/read.ts';
import { useStall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { playSound } from '../../ui/sound.ts';
import { findScanned } from './find-scanned.ts';
import { useTill } from './till-context.tsx';
import type { CartActions } from './use-cart.ts';
import type { WallData } from './use-wall.ts';

const text = defineMessages({
  unknown: { id: 'till.scanUnknown', defaultMessage: 'Not one of ours. Add it, or look it up by title.' },
  misread: { id: 'till.scanMisread', defaultMessage: 'A sign of the code was misread. Scan it once more.' },
});

/** What a scan does at the till, from camera or hardware scanner: a print goes in the cart, a receipt opens its sale. */
export function useScan(cart: CartActions, wall: WallData | undefined): (scanned: string) => void {
  const intl = useIntl();
  const [, go] = useLocation();
  const { till } = useTill();
  const { db, catalogue, day, publicUrl, preferences } = useStall();
  return useCallback(
    (scanned: string) => {
      const refuse = (words: string) => {
        till.setState({ trouble: words });
        announce(words);
        playSound('tock', preferences.sound);
      };
      const scan = parseScan(scanned, publicUrl ? [new URL(publicUrl).host] : []);
      till.setState({ sheet: null });
      if (scan.kind === 'unreadable') return refuse(intl.formatMessage(text.misread));
      if (scan.kind === 'receipt') {
        void readDay(db, day).then((facts) => {
          const sale = facts.filter(isFact('sale.completed')).find(({ body }) => body.secret === scan.secret);
          if (sale) go(`/sales/${sale.body.sale}`);
          else refuse(intl.formatMessage(text.unknown));
        });
        return;
      }
      const found = findScanned(
        catalogue,
        wall?.copies ?? new Map(),
        scan.kind === 'code' ? scan.code : scanned.trim(),
      );
      if (!found) return refuse(intl.formatMessage(text.unknown));
      playSound('tick', preferences.sound);
      if (found.copy) cart.addCopy(found.variant, found.copy);
      else cart.addVariant(found.variant);
    },
    [intl, go, till, db, catalogue, day, publicUrl, preferences.sound, wall, cart],
  );
}
