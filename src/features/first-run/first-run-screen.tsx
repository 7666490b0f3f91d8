import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useLocation } from 'wouter';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { PillSlot } from '../../ui/page.tsx';
import './first-run.css';

const text = defineMessages({
  title: { id: 'firstRun.title', defaultMessage: 'A bare wall.' },
  lead: {
    id: 'firstRun.lead',
    defaultMessage: 'Start with any of these. The till already works: type an amount and sell.',
  },
  pictures: { id: 'firstRun.pictures', defaultMessage: 'Hang pictures' },
  picturesBody: {
    id: 'firstRun.picturesBody',
    defaultMessage: 'Choose photographs from this tablet. Titles and prices can come later.',
  },
  makers: { id: 'firstRun.makers', defaultMessage: 'Name the makers' },
  makersBody: { id: 'firstRun.makersBody', defaultMessage: 'Who made what, and how the money is shared.' },
  makersDone: {
    id: 'firstRun.makersDone',
    defaultMessage: '{count, plural, one {# maker named.} other {# makers named.}} More can come any day.',
  },
  market: { id: 'firstRun.market', defaultMessage: 'Plan a market' },
  marketBody: { id: 'firstRun.marketBody', defaultMessage: 'Place, day and float. Opens in three taps.' },
  marketDone: {
    id: 'firstRun.marketDone',
    defaultMessage: '{count, plural, one {# market planned.} other {# markets planned.}}',
  },
  amount: { id: 'firstRun.amount', defaultMessage: 'Sell an amount' },
  example: { id: 'firstRun.example', defaultMessage: 'Open the example wall' },
  join: { id: 'firstRun.join', defaultMessage: 'Join a collective by code' },
  fromFile: { id: 'firstRun.fromFile', defaultMessage: 'A list from your shop? Bring it in as a file.' },
});

/** The empty wall with its nails: three ways to begin, in any order, and three ways past them. */
export function FirstRunScreen() {
  const { catalogue } = useStall();
  const intl = useIntl();
  const [, go] = useLocation();
  const makers = catalogue.photographers.filter(({ retired }) => !retired).length;
  const markets = catalogue.plans.filter(({ cancelled }) => !cancelled).length;
  return (
    <main className="page first-run">
      <div className="first-run-pill page-pill">
        <PillSlot />
      </div>
      <h1>
        <FormattedMessage {...text.title} />
      </h1>
      <p className="q first-run-lead">
        <FormattedMessage {...text.lead} />
      </p>
      <ul className="nails">
        <Nail
          id="pictures"
          icon="camera"
          href="/stock/hang"
          title={intl.formatMessage(text.pictures)}
          body={intl.formatMessage(text.picturesBody)}
        />
        <Nail
          id="makers"
          icon="person"
          href="/tablet/people"
          isDone={makers > 0}
          title={intl.formatMessage(text.makers)}
          body={intl.formatMessage(makers > 0 ? text.makersDone : text.makersBody, { count: makers })}
        />
        <Nail
          id="market"
          icon="market"
          href="/market/plan"
          isDone={markets > 0}
          title={intl.formatMessage(text.market)}
          body={intl.formatMessage(markets > 0 ? text.marketDone : text.marketBody, { count: markets })}
        />
      </ul>
      <p className="first-run-file">
        <Link href="/stock/import">
          <Icon name="file" size={24} />
          <FormattedMessage {...text.fromFile} />
        </Link>
      </p>
      <div className="first-run-ways">
        <Button kind="go" className="first-run-sell" onClick={() => go('/?amount')}>
          <FormattedMessage {...text.amount} />
        </Button>
        <Button className="first-run-example" onClick={() => go('/join?example')}>
          <Row />
          <FormattedMessage {...text.example} />
        </Button>
        <span className="sp" />
        <Button kind="quiet" icon="tablet" onClick={() => go('/join')}>
          <FormattedMessage {...text.join} />
        </Button>
      </div>
    </main>
  );
}

function Nail({
  id,
  icon,
  href,
  title,
  body,
  isDone = false,
}: {
  readonly id: string;
  readonly icon: IconName;
  readonly href: string;
  readonly title: string;
  readonly body: string;
  readonly isDone?: boolean;
}) {
  return (
    <li className={`nail ${id} ${isDone ? 'done' : ''}`}>
      <Link href={href}>
        <span className="nail-hung">
          <svg className="nail-string" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
            <path d="M16 20L50 3l34 17" vectorEffect="non-scaling-stroke" />
          </svg>
          <i className="nail-head" aria-hidden="true" />
          <span className="nail-frame">
            <Icon name={isDone ? 'check' : icon} size={48} />
          </span>
        </span>
        <span className="nail-title voice">{title}</span>
        <span className="q">{body}</span>
      </Link>
    </li>
  );
}

/** Four small pictures in a row; drawn, because no photograph is on this tablet yet. */
function Row() {
  return (
    <svg className="first-run-row" viewBox="0 0 124 36" width="124" height="36" aria-hidden="true">
      <path d="M1 3h44v30H1zM52 3h28v30H52zM87 3h20v30H87zM113 3h10v30h-10z" />
      <path d="M1 24l12-9 9 6 12-11 11 10M58 26l8-12 8 12M92 26v-9a5 5 0 0 1 10 0v9M116 12h4" />
    </svg>
  );
}
