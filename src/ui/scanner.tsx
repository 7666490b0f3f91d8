import { useEffect, useEffectEvent, useId, useRef, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { CameraError, startCamera, type CameraTrouble, type RunningCamera } from './camera.ts';
import { CodeLock } from './code-lock.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { Icon } from './icon.tsx';
import { defineMessages } from './messages.ts';
import './scanner.css';

const text = defineMessages({
  title: { id: 'scanner.title', defaultMessage: 'Scan a label' },
  field: { id: 'scanner.field', defaultMessage: 'Type what stands under the code' },
  hint: { id: 'scanner.hint', defaultMessage: 'A hardware scanner works at any time, on every page of the till.' },
  take: { id: 'scanner.take', defaultMessage: 'Look it up' },
  looking: { id: 'scanner.looking', defaultMessage: 'Hold a label into the corners' },
  away: { id: 'scanner.away', defaultMessage: 'Move it away for the next one' },
  starting: { id: 'scanner.starting', defaultMessage: 'The camera starts. If the browser asks, allow it.' },
  type: { id: 'scanner.type', defaultMessage: 'Type it' },
  light: { id: 'scanner.light', defaultMessage: 'Light' },
  other: { id: 'scanner.otherCamera', defaultMessage: 'Other camera' },
  close: { id: 'scanner.close', defaultMessage: 'Back to the wall' },
  again: { id: 'scanner.tryAgain', defaultMessage: 'Try the camera again' },
});
const troubles = defineMessages<CameraTrouble>({
  insecure: {
    id: 'scanner.insecure',
    defaultMessage:
      'Browsers give a camera only to pages with a lock in their address. Open the till by its secure address, or type the code.',
  },
  denied: {
    id: 'scanner.denied',
    defaultMessage:
      'The camera is not allowed for this page. Allow it in the browser’s settings for this address, or type the code.',
  },
  none: { id: 'scanner.none', defaultMessage: 'This tablet has no camera that can be used here. Type the code.' },
  taken: {
    id: 'scanner.taken',
    defaultMessage: 'Another app is using the camera. Close it there and try again, or type the code.',
  },
  unknown: { id: 'scanner.stuck', defaultMessage: 'The camera did not start. Try again, or type the code.' },
});

/** What became of a code, for the person who holds the label. Words come from whoever looked it up. */
export interface ScanAnswer {
  readonly kind: 'taken' | 'again' | 'unknown';
  readonly title: ReactNode;
  readonly detail?: ReactNode;
}

/**
 * The viewfinder, in place of the wall: the cart stays beside it. Every label is handed over once, until it has left
 * the picture. Without a camera: a field; a hardware scanner needs none of this.
 */
export function Scanner({
  answer,
  onText,
  onClose,
}: {
  /** To the code that came last, by whichever way. */
  readonly answer: ScanAnswer | undefined;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}) {
  const intl = useIntl();
  const [types, setTypes] = useState(false);
  const [isLit, setIsLit] = useState(false);
  const id = `camera-${useId().replaceAll(/\W/g, '')}`;
  const frame = useRef<HTMLDivElement>(null);
  const { running, trouble, isHeld, next, retry } = useCamera(id, onText);
  useCover(frame, id);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <section
      className={`viewfinder ${isHeld && answer ? answer.kind : 'looking'}`}
      aria-label={intl.formatMessage(text.title)}
    >
      <div className="viewfinder-frame" ref={frame} hidden={trouble !== null}>
        <div className="viewfinder-video" id={id} />
      </div>
      {trouble ? (
        <p className="viewfinder-trouble">
          <Icon name="camera" size={40} />
          <FormattedMessage {...troubles[trouble]} />
        </p>
      ) : (
        <>
          <p className="viewfinder-tip">
            <FormattedMessage {...(running ? (isHeld ? text.away : text.looking) : text.starting)} />
          </p>
          <span className="corners" aria-hidden="true">
            <i />
            <i />
            <i />
            <i />
          </span>
        </>
      )}
      {answer && (
        <p className="viewfinder-answer">
          <Icon name={answer.kind === 'taken' ? 'check' : answer.kind === 'again' ? 'bag' : 'none'} size={28} />
          <span>
            {answer.title}
            {answer.detail && <small>{answer.detail}</small>}
          </span>
        </p>
      )}
      {(types || trouble) && <TypedCode onTake={onText} />}
      <div className="viewfinder-tools">
        {trouble && trouble !== 'insecure' && (
          <Button icon="camera" onClick={retry}>
            <FormattedMessage {...text.again} />
          </Button>
        )}
        {running?.light && (
          <Button
            icon="light"
            aria-pressed={isLit}
            onClick={() => {
              setIsLit(!isLit);
              void running?.light?.(!isLit);
            }}
          >
            <FormattedMessage {...text.light} />
          </Button>
        )}
        {!trouble && (
          <Button icon="edit" aria-pressed={types} onClick={() => setTypes(!types)}>
            <FormattedMessage {...text.type} />
          </Button>
        )}
        {(running?.cameras.length ?? 0) > 1 && (
          <Button icon="camera" onClick={next}>
            <FormattedMessage {...text.other} />
          </Button>
        )}
        <span className="sp" />
        <Button icon="close" onClick={onClose}>
          <FormattedMessage {...text.close} />
        </Button>
      </div>
    </section>
  );
}

function TypedCode({ onTake }: { readonly onTake: (code: string) => void }) {
  const intl = useIntl();
  const [typed, setTyped] = useState('');
  const take = () => {
    if (typed.trim() === '') return;
    onTake(typed);
    setTyped('');
  };
  return (
    <div className="viewfinder-typed">
      <Field
        label={intl.formatMessage(text.field)}
        hint={intl.formatMessage(text.hint)}
        value={typed}
        autoCapitalize="characters"
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
      <Button kind="go" onClick={take}>
        <FormattedMessage {...text.take} />
      </Button>
    </div>
  );
}

// Chosen once, kept while the page lives: a lens that can focus near is found by trying.
let chosen: string | undefined;

/** The camera while this viewfinder is on screen and the page in sight. */
function useCamera(id: string, onCode: (code: string) => void) {
  const [running, setRunning] = useState<RunningCamera>();
  const [trouble, setTrouble] = useState<CameraTrouble | null>(null);
  const [isHeld, setIsHeld] = useState(false);
  const [choice, setChoice] = useState({ camera: chosen });
  const isInSight = useInSight();
  const take = useEffectEvent(onCode);
  useEffect(() => {
    const element = document.getElementById(id);
    if (!element || !isInSight) return;
    const lock = new CodeLock();
    let isOver = false;
    const started = startCamera(element, choice.camera, (code, isSure) => {
      if (isOver || !lock.see(code, isSure, performance.now())) return;
      setIsHeld(true);
      take(code);
    });
    started.then(
      (camera) => {
        if (isOver) return;
        setTrouble(null);
        setRunning(camera);
      },
      (thrown: unknown) => {
        if (!isOver) setTrouble(thrown instanceof CameraError ? thrown.trouble : 'unknown');
      },
    );
    const timer = setInterval(() => setIsHeld(lock.isHeld(performance.now())), 200);
    return () => {
      isOver = true;
      clearInterval(timer);
      setRunning(undefined);
      void started.then((camera) => camera.stop()).catch(() => undefined);
    };
  }, [id, isInSight, choice]);
  const next = () => {
    const cameras = running?.cameras ?? [];
    const at = cameras.findIndex((each) => each.id === chosen);
    chosen = cameras[(at + 1) % cameras.length]?.id;
    setChoice({ camera: chosen });
  };
  const retry = () => {
    chosen = undefined;
    setTrouble(null);
    setChoice({ camera: chosen });
  };
  return { running, trouble, isHeld, next, retry };
}

/** A camera that runs behind another page costs the battery, and comes back dead on some tablets. */
function useInSight(): boolean {
  const [isInSight, setIsInSight] = useState(() => document.visibilityState === 'visible');
  useEffect(() => {
    const onChange = () => setIsInSight(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', onChange);
    return () => document.removeEventListener('visibilitychange', onChange);
  }, []);
  return isInSight;
}

/** The picture fills the frame, though its element keeps the size that is decoded. */
function useCover(frame: React.RefObject<HTMLDivElement | null>, id: string): void {
  useEffect(() => {
    const [outer, inner] = [frame.current, document.getElementById(id)];
    if (!outer || !inner) return;
    const observer = new ResizeObserver(() => {
      const { offsetWidth, offsetHeight } = inner;
      const scale = Math.max(outer.offsetWidth / (offsetWidth || 1), outer.offsetHeight / (offsetHeight || 1));
      inner.style.scale = String(scale);
    });
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, [frame, id]);
}
