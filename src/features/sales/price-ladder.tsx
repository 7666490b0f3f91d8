import { useIntl } from 'react-intl';
import type { Edition } from '../../domain/catalogue/catalogue.ts';
import type { Minor } from '../../domain/money.ts';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import './price-ladder.css';

const text = defineMessages({
  upTo: { id: 'copies.upTo', defaultMessage: '{price} up to copy {to}' },
  from: { id: 'copies.from', defaultMessage: '{price} from {from}' },
});

/** Price steps by copy number, drawn; the dot is where the next copy stands. Nothing where there is one price. */
export function PriceLadder({
  edition,
  price,
  at,
}: {
  readonly edition: Edition;
  readonly price: Minor;
  readonly at: number;
}) {
  const intl = useIntl();
  const money = useMoney();
  const steps = [{ from: 1, add: 0 }, ...edition.ladder.filter(({ from }) => from > 1)].toSorted(
    (a, b) => a.from - b.from,
  );
  if (steps.length < 2) return null;
  const [width, top, bottom] = [640, 22, 56];
  const x = (number: number) => 2 + ((number - 1) / edition.size) * (width - 4);
  const most = Math.max(...steps.map(({ add }) => add));
  const y = (add: number) => bottom - (add / most) * (bottom - top);
  const stepAt = (number: number) => steps.findLast(({ from }) => from <= number) ?? { from: 1, add: 0 };
  const path = steps
    .map(({ from, add }, i) => `${i === 0 ? 'M' : 'H'}${x(from)}${i === 0 ? ' ' : 'V'}${y(add)}`)
    .join('');
  const words = steps.map(({ from, add }, i) => {
    const to = steps[i + 1]?.from;
    return i === 0 && to
      ? intl.formatMessage(text.upTo, { price: money.short(price + add), to: to - 1 })
      : intl.formatMessage(text.from, { price: money.short(price + add), from });
  });
  return (
    <svg className="ladder" viewBox={`0 0 ${width} 74`}>
      <title>{words.join(', ')}</title>
      <path d={`${path}H${width - 2}`} />
      {steps.map(({ from, add }, i) => (
        <text key={from} x={x(from) + 2} y={y(add) - 10}>
          {words[i]}
        </text>
      ))}
      <circle cx={x(at + 0.5)} cy={y(stepAt(at).add)} r="7" />
    </svg>
  );
}
