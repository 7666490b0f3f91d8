import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { defineMessages } from '../../ui/messages.ts';

const text = defineMessages({ needs: { id: 'inbox.needs', defaultMessage: 'Needs a person' } });

/** A card: what happened as its heading, what is safe, then the choices. */
export function CardFrame({
  title,
  safe,
  picture,
  children,
}: {
  readonly title: ReactNode;
  readonly safe: ReactNode;
  readonly picture?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <article className={picture ? 'card inbox-card pictured' : 'card inbox-card'}>
      {picture && <div className="inbox-picture">{picture}</div>}
      <div className="inbox-words">
        <p className="needs">
          <i className="sold-dot" aria-hidden="true" />
          <FormattedMessage {...text.needs} />
        </p>
        <h2>{title}</h2>
        <p className="q inbox-safe">{safe}</p>
        {children}
      </div>
    </article>
  );
}
