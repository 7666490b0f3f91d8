import { useIntl } from 'react-intl';
import { Icon } from './icon.tsx';
import { defineMessages } from './messages.ts';

const text = defineMessages({
  less: { id: 'ui.oneLess', defaultMessage: 'One less' },
  more: { id: 'ui.oneMore', defaultMessage: 'One more' },
});

/** A small whole number between two large buttons. */
export function Stepper({
  value,
  onChange,
  label,
  min = 0,
  max = 500,
}: {
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** What is counted, for people who listen. */
  readonly label: string;
  readonly min?: number;
  readonly max?: number;
}) {
  const intl = useIntl();
  return (
    <fieldset className="stepper" aria-label={label}>
      <button
        type="button"
        aria-label={intl.formatMessage(text.less)}
        onClick={() => value > min && onChange(value - 1)}
      >
        <Icon name="minus" size={24} />
      </button>
      <b aria-live="off">{value}</b>
      <button
        type="button"
        aria-label={intl.formatMessage(text.more)}
        onClick={() => value < max && onChange(value + 1)}
      >
        <Icon name="plus" size={24} />
      </button>
    </fieldset>
  );
}
