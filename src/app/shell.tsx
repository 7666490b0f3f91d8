import { useState, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { useStall } from '../store/stall.tsx';
import { useInbox } from '../store/use-inbox.ts';
import { Announcer } from '../ui/announce.tsx';
import { defineMessages } from '../ui/messages.ts';
import { PageChromeProvider } from '../ui/page.tsx';
import { NetworkPill } from './network-pill.tsx';
import { PhoneTop } from './phone-top.tsx';
import { Rail, useRailKeys } from './rail.tsx';
import { RehearsalMark } from './rehearsal-mark.tsx';
import type { Screen } from './screen.ts';
import { TabletSheet } from './tablet-sheet.tsx';
import { Tabs } from './tabs.tsx';

const text = defineMessages({
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
