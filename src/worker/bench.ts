import { proxy, wrap, type Remote } from 'comlink';
import type { Jobs } from './jobs.ts';
import type { OnProgress } from './on-progress.ts';

/** How a job may be left, and what it says on the way. An aborted job rejects with the signal's reason. */
export interface JobOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

/** What is needed of a worker. */
export type Endpoint = Pick<Worker, 'postMessage' | 'addEventListener' | 'removeEventListener' | 'terminate'>;

type Job<T> = (jobs: Remote<Jobs>, onProgress: OnProgress) => PromiseLike<T>;

/**
 * A queue of one: a worker that is started at the first job, does one at a time, and is ended when a job is left or
 * nothing has been left to do for `idleMs`. The next job gets a fresh one.
 */
export function makeBench(start: () => Endpoint, idleMs: number): <T>(options: JobOptions, job: Job<T>) => Promise<T> {
  let held: { readonly worker: Endpoint; readonly jobs: Remote<Jobs> } | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let idle: ReturnType<typeof setTimeout> | undefined;

  const awake = () => {
    if (held) return held;
    const worker = start();
    return (held = { worker, jobs: wrap<Jobs>(worker) });
  };
  const end = () => {
    clearTimeout(idle);
    held?.worker.terminate();
    held = undefined;
  };
  const rest = () => {
    clearTimeout(idle);
    idle = setTimeout(end, idleMs);
  };

  return (options, job) => {
    const turn = queue.then(() => {
      clearTimeout(idle);
      if (options.signal?.aborted) throw reasonOf(options.signal);
      const { worker, jobs } = awake();
      return inTurn(worker, end, options, (told) => job(jobs, told));
    });
    queue = turn.then(rest, rest);
    return turn;
  };
}

/** One job on a running worker. A busy worker hears nothing, so ending it is the only way to stop it at once. */
function inTurn<T>(
  worker: Endpoint,
  end: () => void,
  { signal, onProgress }: JobOptions,
  job: (told: OnProgress) => PromiseLike<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const leave = () => {
      end();
      reject(reasonOf(signal));
    };
    const fail = () => {
      end();
      reject(new Error('the worker could not be started'));
    };
    let isDone = false;
    const done = () => {
      isDone = true;
      signal?.removeEventListener('abort', leave);
      worker.removeEventListener('error', fail);
    };
    signal?.addEventListener('abort', leave, { once: true });
    worker.addEventListener('error', fail);
    // What is told on the way comes by a channel of its own and can arrive after the answer: it is not heard then.
    const told = proxy((share: number) => {
      if (!isDone && signal?.aborted !== true) onProgress?.(share);
    });
    Promise.resolve(job(told)).finally(done).then(resolve, reject);
  });
}

function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new DOMException('the work was left', 'AbortError');
}
