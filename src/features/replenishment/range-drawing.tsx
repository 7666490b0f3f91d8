import { scaleLinear } from 'd3-scale';
import { useIntl } from 'react-intl';
import type { Because } from '../../domain/replenishment/shapes.ts';
import { defineMessages } from '../../ui/messages.ts';

const text = defineMessages({
  spoken: {
    id: 'reorder.drawing',
    defaultMessage: 'Likely {low} to {high} next time; {inHand} in hand, {after} with this order',
  },
});

/** Sold last time (hollow: it ran out, so more was wanted), the likely range, what there is and what the order adds. */
export function RangeDrawing({
  because,
  quantity,
  most,
}: {
  readonly because: Because;
  readonly quantity: number;
  /** End of the scale, the same for all rows: people compare them. */
  readonly most: number;
}) {
  const intl = useIntl();
  const { last, mean, low, high, inHand } = because;
  const x = scaleLinear().domain([0, most]).range([14, 386]);
  const after = inHand + quantity;
  return (
    <figure className="range">
      <figcaption className="hidden-text">{intl.formatMessage(text.spoken, { low, high, inHand, after })}</figcaption>
      <svg viewBox="0 0 400 104" aria-hidden="true">
        <path d={`M${x(0)} 74H392`} className="range-axis" />
        {x.ticks(4).map((value) => (
          <g key={value}>
            <path d={`M${x(value)} 74v6`} className="range-axis" />
            <text x={x(value)} y="98" textAnchor="middle">
              {value}
            </text>
          </g>
        ))}
        {last && last.soldOutAt === null && <circle cx={x(last.sold)} cy="18" r="6" className="range-sold" />}
        {last && last.soldOutAt !== null && (
          <g className="range-out">
            <circle cx={x(last.sold)} cy="18" r="6" />
            <path d={`M${x(last.sold) + 9} 18h13m-5-4.500l5 4.5-5 4.5`} />
          </g>
        )}
        <rect x={x(low)} y="38" width={Math.max(6, x(high) - x(low))} height="18" rx="9" className="range-likely" />
        <path d={`M${x(mean)} 34v26`} className="range-mean" />
        <rect x={x(0)} y="69" width={x(inHand) - x(0)} height="10" className="range-have" />
        <rect x={x(inHand)} y="69" width={x(after) - x(inHand)} height="10" className="range-order" />
      </svg>
    </figure>
  );
}
