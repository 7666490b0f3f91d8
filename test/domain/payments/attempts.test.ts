import { expect, test } from 'vitest';
import type { FactRead } from '../../../src/domain/fact.ts';
import { attemptsOf, canHandOff, surplusAttempts } from '../../../src/domain/payments/attempts.ts';
import type { PaymentHandedOff, PaymentResolved } from '../../../src/domain/payments/facts.ts';
import { completeSale } from '../../../src/domain/sales/complete-sale.ts';
import { priceCart } from '../../../src/domain/sales/pricing.ts';
import { cardTender, cashTender } from '../../../src/domain/sales/tenders.ts';
import { cartOf, goods, stall } from '../sales/samples.ts';
import { WritingTablet } from '../written-facts.ts';

type Step = [PaymentResolved['outcome'], PaymentResolved['evidence']];

function tabletWith(provider: PaymentHandedOff['provider'], steps: readonly Step[]): WritingTablet {
  const tablet = new WritingTablet('TABLETA');
  const about = { attempt: 'try-1', sale: 'sale-1' };
  tablet.write('payment.handedOff', 'try-1', { ...about, provider, amount: 1202, currency: 'EUR' });
  for (const [outcome, evidence] of steps) tablet.write('payment.resolved', 'try-1', { ...about, outcome, evidence });
  return tablet;
}

test.each([
  ['manual-card', [], 'handedOff', false],
  ['manual-card', [['succeeded', 'operator']], 'succeeded', true],
  [
    'manual-card',
    [
      ['succeeded', 'operator'],
      ['succeeded', 'statement'],
    ],
    'succeeded',
    false,
  ],
  ['manual-card', [['unknown', 'operator']], 'unknown', false],
  [
    'manual-card',
    [
      ['unknown', 'operator'],
      ['failed', 'operator'],
    ],
    'failed',
    false,
  ],
  [
    'manual-card',
    [
      ['unknown', 'operator'],
      ['succeeded', 'api'],
    ],
    'succeeded',
    false,
  ],
  [
    'manual-card',
    [
      ['failed', 'operator'],
      ['succeeded', 'operator'],
    ],
    'failed',
    false,
  ],
  [
    'manual-card',
    [
      ['failed', 'operator'],
      ['succeeded', 'webhook'],
    ],
    'succeeded',
    false,
  ],
  [
    'manual-card',
    [
      ['cancelled', 'callback'],
      ['succeeded', 'statement'],
    ],
    'succeeded',
    false,
  ],
  [
    'manual-card',
    [
      ['succeeded', 'operator'],
      ['failed', 'api'],
    ],
    'succeeded',
    true,
  ],
  [
    'manual-card',
    [
      ['succeeded', 'operator'],
      ['reversed', 'operator'],
    ],
    'reversed',
    false,
  ],
  ['manual-card', [['reversed', 'operator']], 'handedOff', false],
  ['manual-card', [['claimed', 'operator']], 'handedOff', false],
  ['bank-qr', [['claimed', 'operator']], 'claimed', false],
  [
    'bank-qr',
    [
      ['claimed', 'operator'],
      ['cancelled', 'operator'],
    ],
    'claimed',
    false,
  ],
  [
    'bank-qr',
    [
      ['claimed', 'operator'],
      ['succeeded', 'statement'],
    ],
    'succeeded',
    false,
  ],
  [
    'bank-qr',
    [
      ['claimed', 'operator'],
      ['failed', 'operator'],
    ],
    'failed',
    false,
  ],
] as [PaymentHandedOff['provider'], Step[], string, boolean][])(
  '%s after %j is %s',
  (provider, steps, state, isUnverified) => {
    const { reads } = tabletWith(provider, steps);
    expect(attemptsOf(reads)).toMatchObject([{ state, isUnverified }]);
    expect(attemptsOf(reads.toReversed())).toEqual(attemptsOf(reads));
    expect(attemptsOf([...reads, ...reads])).toEqual(attemptsOf(reads));
  },
);

test.each([[[]], [[['unknown', 'operator']]], [[['claimed', 'operator']]]] as [Step[]][])(
  'while an attempt stands at %j nobody charges again',
  (steps) => {
    const attempts = attemptsOf(tabletWith('bank-qr', steps).reads);
    expect(canHandOff(attempts, 'sale-1')).toEqual({ ok: false, problem: { kind: 'attempt-open', attempt: 'try-1' } });
    expect(canHandOff(attempts, 'sale-2').ok).toBe(true);
  },
);

test('once it is settled, another may follow', () => {
  for (const outcome of ['failed', 'cancelled'] as const) {
    expect(canHandOff(attemptsOf(tabletWith('manual-card', [[outcome, 'operator']]).reads), 'sale-1').ok).toBe(true);
  }
});

test('card money for a sale that was paid in cash is a surplus to give back, until it is reversed', () => {
  const sale = (tender: Parameters<typeof completeSale>[1][number], tablet: WritingTablet): readonly FactRead[] => {
    const body = completeSale(priceCart(cartOf([{ goods: goods('birch', 1202) }]), { taxIncluded: true, rows: [] }), [tender], stall()); // prettier-ignore
    if (!body.ok) throw new Error(body.problem.kind);
    tablet.write('sale.completed', 'sale-1', body.value);
    return tablet.reads;
  };
  const surplus = (reads: readonly FactRead[]) =>
    surplusAttempts(attemptsOf(reads), reads).map(({ attempt }) => attempt);
  const late: Step[] = [['failed', 'operator'], ['succeeded', 'webhook']]; // prettier-ignore
  expect(surplus(sale(cashTender(1202, null, 1), tabletWith('manual-card', late)))).toEqual(['try-1']);
  expect(surplus(sale(cardTender(1202, 'try-1'), tabletWith('manual-card', late)))).toEqual([]);
  const reversed = tabletWith('manual-card', [...late, ['reversed', 'statement']]);
  expect(surplus(sale(cashTender(1202, null, 1), reversed))).toEqual([]);
});
