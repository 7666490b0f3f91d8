import { FormattedMessage } from 'react-intl';
import { Page } from '../../ui/page.tsx';
import { defineMessages } from '../../ui/messages.ts';

const text = defineMessages({ title: { id: 'till.title', defaultMessage: 'Till' } });

/** The wall and the cart. */
export function TillScreen() {
  return (
    <Page title={<FormattedMessage {...text.title} />}>
      <p />
    </Page>
  );
}
