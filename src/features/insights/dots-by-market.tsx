import { scaleLinear, scalePoint } from 'd3-scale';
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { MarketFigures } from '../../domain/insights/market-figures.ts';

const [HEIGHT, LEFT, RIGHT, BOTTOM] = [250, 64, 10, 56];
/** Room for a dot's figure, and what a drawing is at most, in CSS pixels. */
const [STEP, MOST] = [70, 860];

/**
 * One dot a market, on one scale from nothing; the newest in the accent with its figure. `value` null: not counted.
 * As wide as there is room, so that its letters keep their size; where the markets do not fit, the newest are drawn and
 * the rest is in the table.
 */
export function DotsByMarket({
  label,
  dots: all,
  most,
  tick,
}: {
  readonly label: string;
  readonly dots: readonly { readonly market: MarketFigures; readonly value: number | null; readonly words: string }[];
  /** Top of the scale; else a round number above the highest. */
  readonly most?: number;
  readonly tick: (value: number) => string;
}) {
  const intl = useIntl();
  const { frame, width } = useWidth();
  const dots = all.slice(-Math.max(2, Math.floor((width - LEFT - RIGHT) / STEP)));
  const x = scalePoint()
    .domain(dots.map(({ market }) => market.day))
    .range([LEFT, width - RIGHT])
    .padding(0.5);
  const y = scaleLinear()
    .domain([0, most ?? Math.max(1, ...dots.map(({ value }) => value ?? 0))])
    .range([HEIGHT - BOTTOM, 24]);
  if (most === undefined) y.nice(4);
  const spoken = all.map(({ market, words }) => `${market.name} ${words}`).join(', ');
  return (
    <figure className="dots-frame" ref={frame}>
      <figcaption className="hidden-text">{`${label}: ${spoken}`}</figcaption>
      <svg className="dots" width={width} height={HEIGHT} aria-hidden="true">
        {y.ticks(4).map((value) => (
          <g key={value}>
            <path d={`M${LEFT} ${y(value)}H${width}`} className="dots-line" />
            <text x={LEFT - 12} y={y(value) + 6} textAnchor="end" className="dots-axis">
              {tick(value)}
            </text>
          </g>
        ))}
        {dots.map(({ market, value, words }, at) => {
          const centre = x(market.day) ?? 0;
          const isLast = at === dots.length - 1;
          return (
            <g key={market.day} className={isLast ? 'dots-last' : undefined}>
              {value !== null && <circle cx={centre} cy={y(value)} r={isLast ? 9 : 7} />}
              <text x={centre} y={value === null ? y(0) - 8 : y(value) - 17} textAnchor="middle" className="dots-value">
                {words}
              </text>
              <text x={centre} y={HEIGHT - 30} textAnchor="middle">
                {market.name.split(/[ ,]/)[0]}
              </text>
              <text x={centre} y={HEIGHT - 8} textAnchor="middle" className="dots-axis">
                {intl.formatDate(`${market.date}T12:00:00Z`, { day: 'numeric', month: 'short', timeZone: 'UTC' })}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

/** How wide what is drawn in a frame may be, in CSS pixels; changes with the window. */
function useWidth() {
  const frame = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(MOST);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(Math.min(MOST, element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { frame, width };
}
