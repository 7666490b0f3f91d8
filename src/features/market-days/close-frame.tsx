import { useEffect, useRef, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Icon } from '../../ui/icon.tsx';
import { PillSlot } from '../../ui/page.tsx';
import { defineMessages } from '../../ui/messages.ts';
import './close-frame.css';

const text = defineMessages({
  step: { id: 'close.step', defaultMessage: 'Step {step} of 3' },
  count: { id: 'close.count', defaultMessage: 'Count' },
  compare: { id: 'close.compare', defaultMessage: 'Compare' },
  share: { id: 'close.share', defaultMessage: 'Share' },
});

const steps = [text.count, text.compare, text.share];

/** The close's own page: heading, the three steps and the pill in one row, the work below it. */
export function CloseFrame({
  step,
  title,
  children,
}: {
  readonly step: 1 | 2 | 3;
  readonly title: ReactNode;
  readonly children: ReactNode;
}) {
  const intl = useIntl();
  const heading = useRef<HTMLHeadingElement>(null);
  // What was tapped is gone with its step: keys go on from the top of the next one.
  useEffect(() => {
    if (step > 1) heading.current?.focus({ preventScroll: true });
  }, [step]);
  return (
    <main className="page close-page">
      <header className="page-top">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <ol className="steps" aria-label={intl.formatMessage(text.step, { step })}>
          {steps.map((name, at) => (
            <li
              key={name.id}
              className={at + 1 === step ? 'on' : at + 1 < step ? 'done' : ''}
              aria-current={at + 1 === step ? 'step' : undefined}
            >
              {at + 1 < step ? <Icon name="check" size={20} /> : at + 1} <FormattedMessage {...name} />
            </li>
          ))}
        </ol>
        <span className="sp" />
        <span className="page-pill">
          <PillSlot />
        </span>
      </header>
      <div className="page-body">{children}</div>
    </main>
  );
}
