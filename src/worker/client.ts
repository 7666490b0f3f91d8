import type { CatalogueFileProblem } from '../domain/catalogue/import/draft.ts';
import type { MarketFigures } from '../domain/insights/market-figures.ts';
import type { Currency } from '../domain/money.ts';
import type { PlanLimits } from '../domain/replenishment/plan-input.ts';
import type { PlanOutput } from '../domain/replenishment/shapes.ts';
import type { Result } from '../domain/result.ts';
import type { Instant } from '../domain/time.ts';
import type { CommitProblem } from '../store/commit.ts';
import { makeBench, type Endpoint, type JobOptions } from './bench.ts';
import type { FilePreview } from './import-file.ts';
import type { PictureProblem, ResizedPicture } from './resize-picture.ts';
import type { Writer } from './write-many.ts';

export type { FilePreview } from './import-file.ts';
export type { PictureProblem } from './resize-picture.ts';

/** The page's end of the worker: one job at a time, the rest wait their turn. */
interface WorkerClient {
  /** What to reprint. A newer question ends the one before: an old answer is never shown. */
  propose(collective: string, now: Instant, limits: PlanLimits, options?: JobOptions): Promise<PlanOutput>;
  /** What each market that is over brought, the oldest first. */
  compareMarkets(collective: string, now: Instant, options?: JobOptions): Promise<readonly MarketFigures[]>;
  resizePicture(bytes: ArrayBuffer, options?: JobOptions): Promise<Result<ResizedPicture, PictureProblem>>;
  /** Reads a catalogue file and compares it with what is here; writes nothing. */
  previewFile(
    file: Blob,
    collective: string,
    currency: Currency,
    options?: JobOptions,
  ): Promise<Result<FilePreview, CatalogueFileProblem>>;
  /** Writes an accepted preview through `commit`, all or none; gives what takes it back. */
  hangFile(
    held: string,
    collective: string,
    place: string,
    writer: Writer,
    options?: JobOptions,
  ): Promise<Result<string, CommitProblem>>;
  takeBack(back: string, collective: string, writer: Writer): Promise<Result<number, CommitProblem>>;
}

/** After so long without work the worker is ended: it holds memory that the pictures need. */
const IDLE_MS = 10_000;

/**
 * @param start makes a worker; called at the first job, and again after one was ended
 * @param idleMs how long it may sit without work
 */
export function makeWorkerClient(start: () => Endpoint = startWorker, idleMs = IDLE_MS): WorkerClient {
  const run = makeBench(start, idleMs);
  let proposing = new AbortController();
  return {
    propose(collective, now, limits, options = {}) {
      proposing.abort(new DOMException('a newer question was asked', 'AbortError'));
      proposing = new AbortController();
      const own = proposing;
      // AbortSignal.any is younger than the browsers we promise.
      if (options.signal?.aborted) own.abort(options.signal.reason);
      options.signal?.addEventListener('abort', () => own.abort(options.signal?.reason), { once: true });
      return run({ ...options, signal: own.signal }, (jobs, onProgress) =>
        jobs.propose(collective, now, limits, onProgress),
      );
    },
    compareMarkets: (collective, now, options = {}) =>
      run<readonly MarketFigures[]>(options, (jobs, onProgress) => jobs.compareMarkets(collective, now, onProgress)),
    resizePicture: (bytes, options = {}) =>
      run<Result<ResizedPicture, PictureProblem>>(options, (jobs) => jobs.resize(bytes)),
    previewFile: (file, collective, currency, options = {}) =>
      run<Result<FilePreview, CatalogueFileProblem>>(options, (jobs, onProgress) =>
        jobs.previewFile(file, collective, currency, onProgress),
      ),
    hangFile: (held, collective, place, writer, options = {}) =>
      run<Result<string, CommitProblem>>(options, (jobs, onProgress) =>
        jobs.hangFile(held, collective, place, writer, onProgress),
      ),
    takeBack: (back, collective, writer) =>
      run<Result<number, CommitProblem>>({}, (jobs) => jobs.takeBack(back, collective, writer)),
  };
}

/** The one worker of the page. */
export const workerClient: WorkerClient = makeWorkerClient();

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'imago' });
}
