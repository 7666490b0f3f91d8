import { useEffect, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useLocation } from 'wouter';
import { useStall } from '../store/stall.tsx';
import { useInbox } from '../store/use-inbox.ts';
import { Announcer } from '../ui/announce.tsx';
import { IconButton } from '../ui/button.tsx';
import { Icon, Mark } from '../ui/icon.tsx';
import { PageChromeProvider } from '../ui/page.tsx';
import { useLongPress } from './long-press.ts';
import { NetworkPill } from './network-pill.tsx';
import { RehearsalMark } from './rehearsal-mark.tsx';
import { rail } from './sections.ts';
import type { Screen } from './screen.ts';
import { screens } from './screens.ts';
import { TabletSheet } from './tablet-sheet.tsx';
import { defineMessages } from '../ui/messages.ts';

const text = defineMessages({
  sections: { id: 'shell.sections', defaultMessage: 'Sections' },
  pages: { id: 'shell.pages', defaultMessage: 'Pages' },
  menu: { id: 'shell.menu', defaultMessage: 'Menu' },
  letter: { id: 'shell.letter', defaultMessage: 'Tablet {tablet}: colours, hand, sound. Hold for sun.' },
  inboxCount: { id: 'shell.inboxCount', defaultMessage: '{count, plural, one {# card} other {# cards}}' },
  example: { id: 'shell.example', defaultMessage: 'Example: nothing here is real' },
});

/** Rail, pill and tablet letter around a screen; on a phone the rail folds into a menu. */
export function Shell({ screen, children }: { readonly screen: Screen; readonly children: ReactNode }) {
  const { catalogue } = useStall();
  const [sheet, setSheet] = useState(false);
  const [menu, setMenu] = useState(false);
  useRailKeys();
  const cards = useInbox()?.cards.length ?? 0;
  const pill = <NetworkPill />;
  return (
    <PageChromeProvider value={{ pill, tabs: <Tabs screen={screen} /> }}>
      <div className="shell">
        <PhoneTop pill={pill} cards={cards} open={menu} onMenu={() => setMenu(!menu)} />
        <Rail
          screen={screen}
          cards={cards}
          open={menu}
          onChosen={() => setMenu(false)}
          onLetter={() => setSheet(true)}
        />
        <div className="content">{children}</div>
      </div>
      {catalogue.collective.example && (
        <p className="example-mark">
          <FormattedMessage {...text.example} />
        </p>
      )}
      <RehearsalMark />
      {sheet && <TabletSheet onClose={() => setSheet(false)} />}
      <Announcer />
    </PageChromeProvider>
  );
}

function Rail({
  screen,
  cards,
  open,
  onChosen,
  onLetter,
}: {
  readonly screen: Screen;
  readonly cards: number;
  readonly open: boolean;
  readonly onChosen: () => void;
  readonly onLetter: () => void;
}) {
  const intl = useIntl();
  const { device, catalogue, person, prefer, preferences } = useStall();
  const letter = useLongPress(onLetter, () => prefer({ theme: preferences.theme === 'sun' ? 'light' : 'sun' }));
  const [name = ''] = (catalogue.people.find((each) => each.id === person)?.name ?? '').split(' ');
  return (
    <nav className={open ? 'rail open' : 'rail'} aria-label={intl.formatMessage(text.sections)}>
      <Mark />
      {sectionsOf(device.class).map(({ section, icon, title, path }) => (
        <Link
          key={section}
          href={path}
          className="rail-item"
          aria-current={screen.section === section ? 'page' : undefined}
          onClick={onChosen}
        >
          <Icon name={icon} />
          <FormattedMessage {...title} />
          {section === 'inbox' && cards > 0 && (
            <span className="rail-count" aria-label={intl.formatMessage(text.inboxCount, { count: cards })}>
              {cards}
            </span>
          )}
        </Link>
      ))}
      <button
        type="button"
        className="letter"
        aria-label={intl.formatMessage(text.letter, { tablet: `${device.letters} ${name}`.trim() })}
        {...letter}
      >
        <b>{device.letters}</b> <span>{name}</span>
      </button>
    </nav>
  );
}

function PhoneTop({
  pill,
  cards,
  open,
  onMenu,
}: {
  readonly pill: ReactNode;
  readonly cards: number;
  readonly open: boolean;
  readonly onMenu: () => void;
}) {
  const intl = useIntl();
  const [, go] = useLocation();
  return (
    <div className="phone-top">
      <IconButton
        icon={open ? 'close' : 'menu'}
        label={intl.formatMessage(text.menu)}
        aria-expanded={open}
        onClick={onMenu}
      />
      {pill}
      <IconButton
        icon="inbox"
        label={intl.formatMessage(text.inboxCount, { count: cards })}
        className={cards > 0 ? 'has-cards' : ''}
        onClick={() => go('/inbox')}
      />
    </div>
  );
}

/** The section's second level; nothing where there is only one page. */
function Tabs({ screen }: { readonly screen: Screen }) {
  const intl = useIntl();
  const { device } = useStall();
  const tabs = screens.filter(
    (each) => each.section === screen.section && each.tab && (!each.lead || device.class === 'lead'),
  );
  if (tabs.length < 2) return null;
  return (
    <nav className="tabs" aria-label={intl.formatMessage(text.pages)}>
      {tabs.map((each) => (
        <Link
          key={each.id}
          href={each.path}
          aria-current={each.id === screen.id ? 'page' : undefined}
          ref={each.id === screen.id ? intoView : undefined}
        >
          <FormattedMessage {...(each.tab ?? each.title)} />
        </Link>
      ))}
    </nav>
  );
}

/** More pages than fit in a row: the one that is open is in sight. */
function intoView(link: HTMLAnchorElement | null): void {
  link?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
}

/** The sections that have a page this tablet may see, each with its first one. */
function sectionsOf(tablet: 'lead' | 'stall') {
  return rail.flatMap((entry) => {
    const first = screens.find((each) => each.section === entry.section && (!each.lead || tablet === 'lead'));
    return first ? [{ ...entry, path: first.path }] : [];
  });
}

/** Alt+1 to 6. */
function useRailKeys(): void {
  const { device } = useStall();
  const [, go] = useLocation();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || !/^Digit[1-6]$/.test(event.code)) return;
      const section = rail[Number(event.code.slice(-1)) - 1]?.section;
      const found = sectionsOf(device.class).find((each) => each.section === section);
      if (!found) return;
      event.preventDefault();
      go(found.path);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [device.class, go]);
}
