import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { Link, useLocation } from 'wouter';
import { compareMarkets, LEAST_SALES } from '../../domain/insights/comparison.ts';
import type { MarketFigures } from '../../domain/insights/market-figures.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { percent } from '../../ui/percent.ts';
import { ProgressRow } from '../../ui/progress-row.tsx';
import { useDates, useDayName } from '../../ui/use-dates.ts';
import { DotsByMarket } from './dots-by-market.tsx';
import './insights.css';
import { useMarkets } from './use-markets.ts';

const text = defineMessages({
  title: { id: 'insights.title', defaultMessage: 'Market against market' },
  lead: { id: 'insights.lead', defaultMessage: '{count, plural, one {# market} other {# markets}} so far' },
  reading: { id: 'insights.reading', defaultMessage: 'Reading every market so far' },
  cut: { id: 'insights.cut', defaultMessage: 'The tablet stopped while reading. Every market is kept.' },
  again: { id: 'insights.again', defaultMessage: 'Read them again' },
  empty: { id: 'insights.empty', defaultMessage: 'No market is over yet. The first one starts the comparison.' },
  toMarket: { id: 'insights.toMarket', defaultMessage: 'Open a market' },
  more: {
    id: 'insights.more',
    defaultMessage: '{last} took {percent} more than {first}: {lastTakings} against {firstTakings}.',
  },
  less: {
    id: 'insights.less',
    defaultMessage: '{last} took {percent} less than {first}: {lastTakings} against {firstTakings}.',
  },
  same: { id: 'insights.same', defaultMessage: '{last} took as much as {first}: {lastTakings}.' },
  one: { id: 'insights.one', defaultMessage: '{last} is the only market so far.' },
  notEnough: {
    id: 'insights.notEnough',
    defaultMessage:
      'Not enough yet: {sales, plural, one {# sale} other {# sales}} at {market}. A comparison needs {least} at each market.',
  },
  honest: {
    id: 'insights.honest',
    defaultMessage: 'Weather, footfall, stock and the day also differ; this is a description, not a test.',
  },
  takings: { id: 'insights.takings', defaultMessage: 'Takings' },
  sales: { id: 'insights.sales', defaultMessage: 'Sales' },
  pieces: { id: 'insights.pieces', defaultMessage: 'Pieces' },
  through: { id: 'insights.through', defaultMessage: 'Sold of what was shown' },
  throughText: { id: 'insights.throughText', defaultMessage: '{percent}, {sold} of {shown}' },
  throughHead: { id: 'insights.throughHead', defaultMessage: 'How much of the table was sold' },
  perSale: { id: 'insights.perSale', defaultMessage: 'Per sale' },
  market: { id: 'insights.market', defaultMessage: 'Market' },
  notCounted: { id: 'insights.notCounted', defaultMessage: 'not counted' },
  visitors: {
    id: 'insights.visitors',
    defaultMessage: 'Conversion: visitors were not counted, so there is no rate of sales to visitors.',
  },
});

/** What the markets brought, told and drawn; each figure with its count. */
export function InsightsScreen() {
  const intl = useIntl();
  const money = useMoney();
  const [, go] = useLocation();
  const { markets: figures, share, again } = useMarkets();
  const dates = useDates();
  const nameOf = useDayName();
  const markets = figures?.map((market) => ({ ...market, name: nameOf(market) }));
  const title = <FormattedMessage {...text.title} />;
  if (!markets) {
    return (
      <Page title={title}>
        {share === 'cut' ? (
          <EmptyState
            title={<FormattedMessage {...text.cut} />}
            action={
              <Button onClick={again}>
                <FormattedMessage {...text.again} />
              </Button>
            }
          />
        ) : (
          <ProgressRow label={intl.formatMessage(text.reading)} done={share} total={1} />
        )}
      </Page>
    );
  }
  const compared = compareMarkets(markets);
  if (!compared) {
    return (
      <Page title={title}>
        <EmptyState
          title={<FormattedMessage {...text.empty} />}
          action={
            <Button kind="go" onClick={() => go('/market')}>
              <FormattedMessage {...text.toMarket} />
            </Button>
          }
        />
      </Page>
    );
  }
  /** A day that a first tap opened is called by its date. */
  const isDate = ({ name, date }: MarketFigures) => name === dates.long(date);
  const dated = (market: MarketFigures) =>
    isDate(market) ? market.name : `${market.name}, ${dates.short(market.date)}`;
  const sentence = () => {
    if (compared.kind === 'one') return intl.formatMessage(text.one, { last: dated(compared.last) });
    if (compared.kind === 'not-enough') {
      const { market } = compared;
      return intl.formatMessage(text.notEnough, { market: dated(market), sales: market.sales, least: LEAST_SALES });
    }
    const { first, last, change } = compared;
    return intl.formatMessage(Math.abs(change) < 0.005 ? text.same : change > 0 ? text.more : text.less, {
      first: dated(first),
      last: dated(last),
      percent: percent(intl, Math.abs(change), 0),
      firstTakings: money.text(first.takings),
      lastTakings: money.text(last.takings),
    });
  };
  return (
    <Page title={title} lead={<FormattedMessage {...text.lead} values={{ count: markets.length }} />}>
      <section className="insight">
        <h2>{sentence()}</h2>
        <p className="q">
          <FormattedMessage {...text.honest} />
        </p>
        <DotsByMarket
          label={intl.formatMessage(text.takings)}
          dots={markets.map((market) => ({
            market,
            value: market.takings,
            words: money.short(market.takings),
          }))}
          tick={(value) => money.short(value)}
        />
      </section>
      <section className="insight">
        <h2>
          <FormattedMessage {...text.throughHead} />
        </h2>
        <DotsByMarket
          label={intl.formatMessage(text.through)}
          most={1}
          dots={markets.map((market) => ({
            market,
            value: market.sellThrough ? market.sellThrough.sold / market.sellThrough.shown : null,
            words: market.sellThrough
              ? percent(intl, market.sellThrough.sold / market.sellThrough.shown, 0)
              : intl.formatMessage(text.notCounted),
          }))}
          tick={(value) => percent(intl, value, 0)}
        />
      </section>
      <div className="insight-table">
        <table>
          <thead>
            <tr>
              {[text.market, text.takings, text.sales, text.pieces, text.perSale, text.through].map((head) => (
                <th key={head.id} scope="col">
                  <FormattedMessage {...head} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {markets.map((market) => (
              <tr key={market.day}>
                <th scope="row">
                  <Link href={`/market/report/${market.day}`}>{market.name}</Link>{' '}
                  {!isDate(market) && <span className="q">{dates.short(market.date)}</span>}
                </th>
                <td>{money.text(market.takings)}</td>
                <td>{market.sales}</td>
                <td>{market.pieces}</td>
                <td>{market.sales > 0 ? money.text(Math.round(market.takings / market.sales)) : '–'}</td>
                <td>{throughText(intl, market)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="q">
        <FormattedMessage {...text.visitors} />
      </p>
    </Page>
  );
}

function throughText(intl: IntlShape, { sellThrough }: MarketFigures): string {
  if (!sellThrough) return intl.formatMessage(text.notCounted);
  const { sold, shown } = sellThrough;
  return intl.formatMessage(text.throughText, { percent: percent(intl, sold / shown, 0), sold, shown });
}
