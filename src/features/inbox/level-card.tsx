import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Work } from '../../domain/catalogue/catalogue.ts';
import { usePicture } from '../../store/pictures.tsx';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Stepper } from '../../ui/stepper.tsx';
import { countOne, type NotKept } from './actions.ts';
import { CardFrame } from './card-frame.tsx';
import { rich } from '../../ui/rich.tsx';

const text = defineMessages({
  title: {
    id: 'inbox.belowTitle',
    defaultMessage: '{count, plural, one {One form sold} other {# forms sold}} more often than counted.',
  },
  safe: {
    id: 'inbox.belowSafe',
    defaultMessage: 'Every sale is kept, and selling goes on. <b>How many are on the table now?</b>',
  },
  level: { id: 'inbox.belowLevel', defaultMessage: '{level} by the count' },
  there: { id: 'inbox.belowThere', defaultMessage: '{title}: how many there are' },
  keep: { id: 'inbox.belowKeep', defaultMessage: '{quantity, plural, =0 {None is left} other {There are #}}' },
});

/** Levels below nothing: some were there that nobody had counted. */
export function LevelCard({
  items,
  onKeep,
}: {
  readonly items: readonly { readonly variant: string; readonly level: number }[];
  readonly onKeep: (writing: Promise<NotKept>) => void;
}) {
  return (
    <CardFrame
      title={<FormattedMessage {...text.title} values={{ count: items.length }} />}
      safe={<FormattedMessage {...text.safe} values={rich} />}
    >
      <ul className="inbox-levels">
        {items.map(({ variant, level }) => (
          <LevelRow key={variant} variant={variant} level={level} onKeep={onKeep} />
        ))}
      </ul>
    </CardFrame>
  );
}

function LevelRow({
  variant: id,
  level,
  onKeep,
}: {
  readonly variant: string;
  readonly level: number;
  readonly onKeep: (writing: Promise<NotKept>) => void;
}) {
  const intl = useIntl();
  const stall = useStall();
  const [quantity, setQuantity] = useState(0);
  const variant = stall.catalogue.variantById.get(id);
  const work: Work | undefined = stall.catalogue.workById.get(variant?.work ?? '');
  const url = usePicture(work?.picture?.small);
  const title = work?.title ?? id;
  return (
    <li>
      <span className="inbox-thumb">{url && <img alt="" src={url} />}</span>
      <span className="inbox-what">
        <span className="t">{title}</span>
        <span className="note q">
          {[variant?.size, variant?.paper, variant?.frame].filter(Boolean).join(', ')}
          {' · '}
          {intl.formatMessage(text.level, { level: intl.formatNumber(level) })}
        </span>
      </span>
      <Stepper label={intl.formatMessage(text.there, { title })} value={quantity} onChange={setQuantity} />
      <Button onClick={() => onKeep(countOne(stall, id, quantity))}>
        <FormattedMessage {...text.keep} values={{ quantity }} />
      </Button>
    </li>
  );
}
