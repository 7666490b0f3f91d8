import { sum } from '../../domain/money.ts';
import type { SaleRefunded } from '../../domain/sales/facts.ts';
import { isExchange } from '../../domain/sales/tenders.ts';
import type { RungUp } from './actions.ts';
import type { DoneSale, GivenBack } from './till-store.ts';

/** What stands in the cart column once a sale is on the disk. */
export function doneSale({ body, refund, at }: RungUp, unclear: boolean): DoneSale {
  const money = body.tenders.filter((tender) => !isExchange(tender));
  const cash = money.filter((tender) => tender.kind === 'cash');
  const last = cash.at(-1);
  return {
    sale: body.sale,
    receipt: body.receipt,
    secret: body.secret,
    total: sum(money.map(({ amount }) => amount)),
    given: last && money.length === 1 ? (last.given ?? null) : null,
    change: sum(cash.map(({ change }) => change ?? 0)),
    tenders: body.tenders,
    at,
    copies: body.lines.flatMap((line) => line.units.flatMap(({ copy }) => (copy?.number ? [String(copy.number)] : []))),
    works: body.lines.map((line) => line.work).filter(Boolean),
    unclear,
    back: refund && givenBack(refund),
  };
}

function givenBack({ receipt, tenders }: SaleRefunded): GivenBack {
  const money = tenders.filter((tender) => !isExchange(tender));
  const by = money.some(({ kind }) => kind === 'card') ? 'card' : 'cash';
  return { receipt, amount: sum(money.map(({ amount }) => amount)), by };
}
