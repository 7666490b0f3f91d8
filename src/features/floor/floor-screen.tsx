import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import type { Work } from '../../domain/catalogue/catalogue.ts';
import { floorOf } from '../../domain/floor/pauses.ts';
import { lastSteps } from '../../domain/floor/last-step.ts';
import type { StallDb } from '../../store/db.ts';
import { readFloorFacts } from '../../store/read-floor.ts';
import { readMarketDays } from '../../store/read.ts';
import { useLive, useStall, type Stall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Page } from '../../ui/page.tsx';
import { NotSaved } from '../../ui/saving.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useOnce } from '../../ui/use-once.ts';
import { closeWindow, movePause, openWindow, startPause, takeBack, type NotKept } from './actions.ts';
import { DisplayTile } from './display-tile.tsx';
import { padDisplays } from './displays.ts';
import { usePadStall } from './pad-day.ts';
import './floor.css';
import { WindowBar } from './window-bar.tsx';

const text = defineMessages({
  title: { id: 'floor.title', defaultMessage: 'Who pauses where' },
  noDay: { id: 'floor.noDay', defaultMessage: 'No market is open on this tablet, and pauses belong to one.' },
  toMarket: { id: 'floor.toMarket', defaultMessage: 'Open a market' },
  noWorks: { id: 'floor.noWorks', defaultMessage: 'No prints on this wall yet.' },
  hang: { id: 'floor.hang', defaultMessage: 'Hang the first one' },
  which: { id: 'floor.which', defaultMessage: 'Which pictures' },
  counted: { id: 'floor.counted', defaultMessage: 'Counted ones' },
  all: { id: 'floor.all', defaultMessage: 'Whole wall' },
  sums: {
    id: 'floor.sums',
    defaultMessage: '{pauses, plural, one {# pause} other {# pauses}}, {ended} ended, {unsure} not sure',
  },
  people: { id: 'floor.people', defaultMessage: 'People in the next group' },
  more: { id: 'floor.fourOrMore', defaultMessage: '4+' },
  where: { id: 'floor.moveWhere', defaultMessage: 'Where do they stand now? Tap the picture.' },
  movedTo: { id: 'floor.movedTo', defaultMessage: 'Moved to {title}' },
  stay: { id: 'floor.moveStay', defaultMessage: 'They stay' },
  undo: { id: 'floor.undo', defaultMessage: 'Undo' },
  stop: { id: 'floor.stop', defaultMessage: 'Stop early' },
});

/** The pause pad: the wall as tiles. A tap starts a pause, a tap on its time ends it; any number at once. */
export function FloorScreen() {
  const stall = usePadStall(useStall());
  const [, go] = useLocation();
  const title = <FormattedMessage {...text.title} />;
  if (!stall) return null;
  const isEmpty = !stall.catalogue.works.some((work) => !work.retired);
  if (isEmpty || !stall.day) {
    return (
      <Page title={title}>
        <EmptyState
          title={<FormattedMessage {...(isEmpty ? text.noWorks : text.noDay)} />}
          action={
            <Button kind="go" onClick={() => go(isEmpty ? '/stock/hang' : '/market')}>
              <FormattedMessage {...(isEmpty ? text.hang : text.toMarket)} />
            </Button>
          }
        />
      </Page>
    );
  }
  return <Pad stall={stall} />;
}

function Pad({ stall }: { readonly stall: Stall }) {
  const intl = useIntl();
  const { db, day, catalogue, device } = stall;
  const facts = useLive(() => readFloorFacts(db, day), [db, day]);
  const before = useLive(() => countedBefore(db, day), [db, day]);
  const now = useSeconds(stall.now);
  const once = useOnce();
  const [chosen, setChosen] = useState<string | null>(null);
  const [moving, setMoving] = useState<string | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const [people, setPeople] = useState(1);
  const [trouble, setTrouble] = useState<NotKept>(null);
  if (!facts || !before) return null;
  const floor = floorOf(facts, now);
  const open = floor.windows.find((window) => window.isOpen);
  const counted = new Set([...before, ...floor.displays.keys()]);
  const few = padDisplays(catalogue.works, before);
  const all = catalogue.works.filter((work) => !work.retired);
  // Whatever was counted today stays in sight, wherever it hangs.
  const shown = showsAll ? all : all.filter((work) => few.includes(work) || floor.displays.has(work.id));
  const last = lastSteps(facts, device.key.device);
  const keep = async (writing: Promise<NotKept>) => setTrouble(await writing);
  const start = (display: string) => {
    setChosen(null);
    setPeople(1);
    void keep(startPause(stall, display, people, open?.id ?? null));
  };
  const move = (pause: string, { id, title }: Work) => {
    setMoving(null);
    if (floor.tokens.find((token) => token.pause === pause)?.display === id) return;
    void keep(movePause(stall, pause, id));
    announce(intl.formatMessage(text.movedTo, { title }));
  };
  const sums = [...floor.displays.values()];
  const add = (of: (count: (typeof sums)[number]) => number) => sums.reduce((sum, count) => sum + of(count), 0);
  return (
    <Page
      title={<FormattedMessage {...text.title} />}
      actions={
        all.length > few.length && (
          <Chips
            label={intl.formatMessage(text.which)}
            chosen={showsAll ? 'all' : 'few'}
            onChoose={(id) => setShowsAll(id === 'all')}
            choices={[
              { id: 'few', label: intl.formatMessage(text.counted), count: shown === all ? few.length : shown.length },
              { id: 'all', label: intl.formatMessage(text.all), count: all.length },
            ]}
          />
        )
      }
    >
      <WindowBar
        open={open}
        count={floor.windows.length}
        now={now}
        onStart={() => void once(() => keep(openWindow(stall)))}
      />
      {trouble && <NotSaved kind={trouble} />}
      <ul className="pad">
        {shown.map((work) => (
          <DisplayTile
            key={work.id}
            work={work}
            count={counted.has(work.id) ? floor.displays.get(work.id) : undefined}
            tokens={floor.tokens.filter((token) => token.display === work.id && token.state === 'running')}
            now={now}
            chosen={chosen}
            onChoose={setChosen}
            isMoving={moving !== null}
            onStart={() => (moving === null ? start(work.id) : move(moving, work))}
            onMove={(pause) => {
              setChosen(null);
              setMoving(pause);
            }}
            onKeep={(writing) => {
              setChosen(null);
              void keep(writing);
            }}
          />
        ))}
      </ul>
      {moving === null ? (
        <footer className="pad-foot">
          <p>
            <FormattedMessage
              {...text.sums}
              values={{
                pauses: add(({ pauses }) => pauses),
                ended: add(({ bought, asked, left }) => bought + asked + left),
                unsure: add(({ unsure }) => unsure),
              }}
            />
          </p>
          <span className="sp" />
          <Icon name="person" />
          <Segmented
            label={intl.formatMessage(text.people)}
            chosen={String(people)}
            onChoose={(id) => setPeople(Number(id))}
            segments={['1', '2', '3', '4'].map((id) => ({
              id,
              label: id === '4' ? intl.formatMessage(text.more) : id,
            }))}
          />
          {last.length > 0 && (
            <Button icon="undo" onClick={() => void keep(takeBack(stall, last))}>
              <FormattedMessage {...text.undo} />
            </Button>
          )}
          {open && (
            <Button onClick={() => void keep(closeWindow(stall, open.id))}>
              <FormattedMessage {...text.stop} />
            </Button>
          )}
        </footer>
      ) : (
        <MoveFoot onStay={() => setMoving(null)} />
      )}
    </Page>
  );
}

/** While a token looks for its picture: what the next tap means, and the way back. */
function MoveFoot({ onStay }: { readonly onStay: () => void }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onStay();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [onStay]);
  return (
    <footer className="pad-foot moving">
      <output>
        <FormattedMessage {...text.where} />
      </output>
      <span className="sp" />
      <Button onClick={onStay}>
        <FormattedMessage {...text.stay} />
      </Button>
    </footer>
  );
}

/** The displays that were counted at the market before this one: the pad looks as it did then. */
async function countedBefore(db: StallDb, day: string): Promise<ReadonlySet<string>> {
  const days = (await readMarketDays(db)).filter((row) => row.key !== day && row.opened);
  const latest = days.toSorted((a, b) => (b.opened?.at ?? 0) - (a.opened?.at ?? 0))[0];
  const facts = latest ? await readFloorFacts(db, latest.key) : [];
  return new Set(facts.flatMap((fact) => (fact.type === 'pause.started' ? [fact.body.display] : [])));
}

/** The clock, once a second. */
function useSeconds(now: () => number): number {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), 1000);
    return () => clearInterval(timer);
  }, [now]);
  return at;
}
