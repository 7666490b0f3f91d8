import { useEffect } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation, useParams } from 'wouter';
import { usePicture } from '../../store/pictures.tsx';
import { readCopiesOf } from '../../store/read.ts';
import { useLive, useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { NamedTicks, Ticks } from '../../ui/ticks.tsx';
import { leftOf } from './wall-tiles.ts';
import './story.css';

const text = defineMessages({
  till: { id: 'story.toTill', defaultMessage: 'Till' },
  turn: { id: 'story.turn', defaultMessage: 'Turn the tablet round' },
  copy: {
    id: 'story.copy',
    defaultMessage:
      'Copy {number} of {size}. {after, plural, =0 {It is the last one.} one {One more after it.} other {# more after it.}}',
  },
  left: { id: 'story.left', defaultMessage: '{left} of {size} left' },
  open: { id: 'story.open', defaultMessage: 'Open edition' },
});

/** For the shopper's eyes: always dark, works with no signal; Escape or Till goes back to the same cart. */
export function StoryScreen() {
  const { work: id = '', copy } = useParams();
  const intl = useIntl();
  const [, go] = useLocation();
  const { db, catalogue } = useStall();
  const work = catalogue.workById.get(id);
  const large = usePicture(work?.picture?.large);
  const medium = usePicture(work?.picture?.medium);
  const edition = work?.edition;
  const rows = useLive(async () => (edition ? readCopiesOf(db, edition.id) : []), [db, edition?.id]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && go('/');
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [go]);
  if (!work || !rows) return null;
  const url = large ?? medium;
  const left = leftOf(rows);
  const number = Number(copy);
  const after = left.filter((row) => row.number !== number).length;
  return (
    <main className="story" data-theme="dark">
      <header>
        <Button kind="quiet" icon="back" onClick={() => go('/')}>
          <FormattedMessage {...text.till} />
        </Button>
        <span className="sp" />
        <span className="q">
          <FormattedMessage {...text.turn} />
        </span>
      </header>
      <figure>{url && <img src={url} alt={work.alt || work.title} />}</figure>
      <section>
        <div>
          <h1>{work.title}</h1>
          <p className="story-by">{catalogue.photographerById.get(work.photographer)?.name}</p>
        </div>
        {work.story && <p className="story-say voice">{work.story}</p>}
        {work.takenAt && <p className="q">{work.takenAt}</p>}
        {edition ? (
          <div className="story-copies">
            {number > 0 && edition.size <= 60 ? (
              <NamedTicks size={edition.size} left={new Set(left.map((row) => row.number))} named={[number]} />
            ) : (
              <Ticks left={left.length} size={edition.size} />
            )}
            <p className="q">
              {number > 0
                ? intl.formatMessage(text.copy, { number, size: edition.size, after })
                : intl.formatMessage(text.left, { left: left.length, size: edition.size })}
            </p>
          </div>
        ) : (
          work.kind === 'print' && (
            <p className="q">
              <FormattedMessage {...text.open} />
            </p>
          )
        )}
      </section>
    </main>
  );
}
