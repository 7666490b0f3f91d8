import type { IntlShape } from 'react-intl';
import { defineMessages } from './messages.ts';

const text = defineMessages({
  cash: { id: 'tender.cash', defaultMessage: 'Cash' },
  card: { id: 'tender.card', defaultMessage: 'Card' },
  qr: { id: 'tender.qr', defaultMessage: 'QR' },
  voucher: { id: 'tender.voucher', defaultMessage: 'Voucher' },
  other: { id: 'tender.other', defaultMessage: 'Other' },
  exchange: { id: 'tender.exchange', defaultMessage: 'Exchange' },
  unclear: { id: 'tender.unclear', defaultMessage: '{tender}, unclear' },
  unpaid: { id: 'tender.unpaid', defaultMessage: '{tender}, not paid' },
  reversed: { id: 'tender.reversed', defaultMessage: '{tender}, paid back by the service' },
});

type Plain = 'cash' | 'card' | 'qr' | 'voucher' | 'other' | 'exchange';
const states = { unclear: text.unclear, unpaid: text.unpaid, reversed: text.reversed };

/** What people call a tender of a report: `cash`, `card:unclear`, `qr:Bank code`, `voucher:Market token`. */
export function tenderWords(intl: IntlShape, key: string): string {
  const [kind = '', ...rest] = key.split(':');
  const state = rest.at(-1) ?? '';
  const isState = Object.hasOwn(states, state);
  const name = (isState ? rest.slice(0, -1) : rest).join(':');
  const plain = kind in text ? intl.formatMessage(text[kind as Plain]) : kind;
  const words = name || plain;
  return isState ? intl.formatMessage(states[state as keyof typeof states], { tender: words }) : words;
}
