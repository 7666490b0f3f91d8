import type { Html5Qrcode } from 'html5-qrcode';

/** Why there is no live picture, for words with a way out. */
export type CameraTrouble =
  /** The page is not served securely, so browsers give it no camera. */
  | 'insecure'
  /** A person, or the tablet's settings, said no. */
  | 'denied'
  | 'none'
  /** Another app, or another page, has it. */
  | 'taken'
  | 'unknown';

interface Camera {
  readonly id: string;
  readonly label: string;
}

export interface RunningCamera {
  /** Every camera there is; known only after one was allowed. */
  readonly cameras: readonly Camera[];
  /** Switches the light; absent where the camera has none. */
  readonly light?: (on: boolean) => Promise<void>;
  /** Can be called at any time, also while it starts. */
  stop(): Promise<void>;
}

/** Wide enough for a 25 mm label at 40 cm. The reader draws frames in the size its element is laid out in. */
const FRAME_WIDTH = 1280;
const FRAMES_A_SECOND = 12;

// A camera that still stops cannot start: one after the other, over all viewfinders of the page.
let turn: Promise<unknown> = Promise.resolve();

/**
 * Opens the camera in an element that is FRAME_WIDTH wide, and reads codes until it is stopped.
 * @param choice a camera's id; undefined: the one at the tablet's back
 * @param onCode for every frame in which a code was read; `isSure` where the code checks itself
 * @throws CameraTrouble as a value inside `CameraError`
 */
export function startCamera(
  element: HTMLElement,
  choice: string | undefined,
  onCode: (text: string, isSure: boolean) => void,
): Promise<RunningCamera> {
  const started = turn.then(() => open(element, choice, onCode));
  turn = started.catch(() => undefined);
  return started;
}

export class CameraError extends Error {
  readonly trouble: CameraTrouble;

  constructor(trouble: CameraTrouble, cause?: unknown) {
    super(`no camera: ${trouble}`, { cause });
    this.trouble = trouble;
  }
}

async function open(
  element: HTMLElement,
  choice: string | undefined,
  onCode: (text: string, isSure: boolean) => void,
): Promise<RunningCamera> {
  if (!globalThis.isSecureContext || !navigator.mediaDevices) throw new CameraError('insecure');
  const { Html5Qrcode, Html5QrcodeSupportedFormats: formats } = await import('html5-qrcode');
  const bars = [formats.EAN_13, formats.EAN_8, formats.UPC_A, formats.UPC_E, formats.CODE_128];
  const reader = new Html5Qrcode(element.id, {
    formatsToSupport: [formats.QR_CODE, ...bars],
    // One decoder on every tablet is one behaviour: native ones differ, and are tried only every second time.
    useBarCodeDetectorIfSupported: false,
    verbose: false,
  });
  const wanted = choice === undefined ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: choice } };
  try {
    await reader.start(
      choice ?? { facingMode: 'environment' },
      {
        fps: FRAMES_A_SECOND,
        disableFlip: true,
        videoConstraints: { ...wanted, width: { ideal: FRAME_WIDTH }, height: { ideal: 720 } },
      },
      (text, { result }) => onCode(text, result.format?.format === formats.QR_CODE),
      undefined,
    );
  } catch (thrown) {
    throw new CameraError(troubleIn(thrown), thrown);
  }
  const light = lightOf(reader);
  return {
    cameras: await Html5Qrcode.getCameras().catch(() => []),
    ...(light ? { light } : {}),
    stop() {
      const stopped = reader.stop().then(
        () => reader.clear(),
        () => undefined,
      );
      turn = turn.then(() => stopped);
      return stopped;
    },
  };
}

/** The library hands on the browser's reason as text. */
function troubleIn(thrown: unknown): CameraTrouble {
  const reason = String(thrown);
  if (/NotAllowed|Permission|SecurityError/.test(reason)) return 'denied';
  if (/NotFound|Overconstrained|DevicesNotFound/.test(reason)) return 'none';
  if (/NotReadable|TrackStart|AbortError/.test(reason)) return 'taken';
  return 'unknown';
}

function lightOf(reader: Html5Qrcode): RunningCamera['light'] {
  const can = reader.getRunningTrackCapabilities() as MediaTrackCapabilities & { readonly torch?: boolean };
  if (!can.torch) return undefined;
  return (on) => reader.applyVideoConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
}
