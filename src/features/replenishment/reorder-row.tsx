import { FormattedMessage, useIntl } from 'react-intl';
import type { PrintForecast } from '../../domain/replenishment/shapes.ts';
import { usePicture } from '../../store/pictures.tsx';
import { useStall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import { RangeDrawing } from './range-drawing.tsx';
import { reasonText } from './reason.ts';

const text = defineMessages({
  inHand: { id: 'reorder.inHand', defaultMessage: '{count} in hand' },
  quantity: { id: 'reorder.quantity', defaultMessage: '{title}: how many to print' },
  about: { id: 'reorder.about', defaultMessage: 'about {amount}' },
});

/** A print with its reason first, its range drawn, and the number a person decides. */
export function ReorderRow({
  forecast,
  quantity,
  cost,
  isCostKnown,
  most,
  onChange,
}: {
  readonly forecast: PrintForecast;
  readonly quantity: number;
  readonly cost: number;
  /** false: reckoned from the price. */
  readonly isCostKnown: boolean;
  readonly most: number;
  readonly onChange: (quantity: number) => void;
}) {
  const intl = useIntl();
  const money = useMoney();
  const { catalogue } = useStall();
  const variant = catalogue.variantById.get(forecast.id);
  const work = catalogue.workById.get(variant?.work ?? '');
  const url = usePicture(work?.picture?.medium);
  const title = work?.title ?? forecast.id;
  const left = forecast.because.editionAfter === null ? 500 : forecast.because.editionAfter + forecast.because.quantity;
  return (
    <li className="reorder-row">
      <span className="reorder-picture">{url && <img alt="" src={url} />}</span>
      <div>
        <h2 className="t">{title}</h2>
        <p className="note q">
          {[variant?.size, variant?.paper, variant?.frame].filter(Boolean).join(', ')} ·{' '}
          <FormattedMessage {...text.inHand} values={{ count: forecast.because.inHand }} />
        </p>
        <p>{reasonText(intl, forecast.because, quantity)}</p>
      </div>
      <RangeDrawing because={forecast.because} quantity={quantity} most={most} />
      <div className="reorder-quantity">
        <Stepper
          label={intl.formatMessage(text.quantity, { title })}
          value={quantity}
          max={Math.max(0, left)}
          onChange={onChange}
        />
        <p className="q">
          {quantity > 0 &&
            (isCostKnown ? (
              money.text(cost)
            ) : (
              <FormattedMessage {...text.about} values={{ amount: money.text(cost) }} />
            ))}
        </p>
      </div>
    </li>
  );
}
