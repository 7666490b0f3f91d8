import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import { Icon } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';

const text = defineMessages({ till: { id: 'tablet.backToTill', defaultMessage: 'The till' } });

export function BackLink({ href }: { readonly href: string }) {
  return (
    <Link className="back-link" href={href}>
      <Icon name="back" />
      <FormattedMessage {...text.till} />
    </Link>
  );
}
