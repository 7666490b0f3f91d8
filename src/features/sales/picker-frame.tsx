import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Work } from '../../domain/catalogue/catalogue.ts';
import { usePicture } from '../../store/pictures.tsx';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useTill } from './till-context.tsx';
import './picker-frame.css';

const text = defineMessages({
  wall: { id: 'copies.toWall', defaultMessage: 'The wall' },
});

/**
 * In place of the wall while one of a work's forms or numbers is chosen: the way back, the work, the choices beside it.
 * `action` stands opposite the way back, `about` under the maker's name, `children` below all.
 */
export function PickerFrame({
  work,
  action,
  about,
  choices,
  children,
}: {
  readonly work: Work;
  readonly action?: ReactNode;
  readonly about?: ReactNode;
  readonly choices: ReactNode;
  readonly children?: ReactNode;
}) {
  const { till } = useTill();
  const { catalogue } = useStall();
  const url = usePicture(work.picture?.medium);
  return (
    <div className="picker">
      <div className="picker-top">
        <Button kind="quiet" icon="back" onClick={() => till.setState({ view: { kind: 'wall' } })}>
          <FormattedMessage {...text.wall} />
        </Button>
        <span className="sp" />
        {action}
      </div>
      <div className="picker-two">
        <figure>
          {url && <img src={url} alt="" />}
          <figcaption>
            <h1 className="t">{work.title}</h1>
            <p>{catalogue.photographerById.get(work.photographer)?.name}</p>
            {about}
          </figcaption>
        </figure>
        {choices}
      </div>
      {children}
    </div>
  );
}
