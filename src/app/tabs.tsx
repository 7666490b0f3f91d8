import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import { useStall } from '../store/stall.tsx';
import { defineMessages } from '../ui/messages.ts';
import type { Screen } from './screen.ts';
import { screens } from './screens.ts';

const text = defineMessages({
  pages: { id: 'shell.pages', defaultMessage: 'Pages' },
});

/** The section's second level; nothing where there is only one page. */
export function Tabs({ screen }: { readonly screen: Screen }) {
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
