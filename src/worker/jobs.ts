import type { CatalogueFileProblem } from '../domain/catalogue/import/draft.ts';
import type { Currency } from '../domain/money.ts';
import type { PlanLimits } from '../domain/replenishment/plan-input.ts';
import type { PlanOutput } from '../domain/replenishment/shapes.ts';
import type { Result } from '../domain/result.ts';
import type { Instant } from '../domain/time.ts';
import type { CommitProblem } from '../store/commit.ts';
import type { MarketFigures } from '../domain/insights/market-figures.ts';
import { compareMarkets } from './compare-markets.ts';
import type { OnProgress } from './on-progress.ts';
import { proposeReorder } from './propose-reorder.ts';
import { hangFile, previewFile, takeBack, type FilePreview } from './import-file.ts';
import type { Writer } from './write-many.ts';
import { resizePicture, type PictureProblem, type ResizedPicture } from './resize-picture.ts';

/** What the worker can do; everything in and out can be cloned. A job is cancelled by ending the worker. */
export interface Jobs {
  /** Computes what to reprint from this collective's journal; opens its own connection, and only reads. */
  propose(collective: string, now: Instant, limits: PlanLimits, onProgress: OnProgress): Promise<PlanOutput>;
  /** What each market that is over brought, the oldest first. */
  compareMarkets(collective: string, now: Instant, onProgress: OnProgress): Promise<readonly MarketFigures[]>;
  /** Makes the renditions of a picture: 160, 480 and 1600 pixels on the long side. */
  resize(bytes: ArrayBuffer): Promise<Result<ResizedPicture, PictureProblem>>;
  /** Reads a catalogue file and compares it with what is here; writes nothing. */
  previewFile(
    file: Blob,
    collective: string,
    currency: Currency,
    onProgress: OnProgress,
  ): Promise<Result<FilePreview, CatalogueFileProblem>>;
  /** Writes an accepted preview through `commit`, all or none; gives what takes it back. */
  hangFile(
    held: string,
    collective: string,
    place: string,
    writer: Writer,
    onProgress?: OnProgress,
  ): Promise<Result<string, CommitProblem>>;
  takeBack(back: string, collective: string, writer: Writer): Promise<Result<number, CommitProblem>>;
}

export const jobs: Jobs = {
  propose: proposeReorder,
  compareMarkets,
  resize: resizePicture,
  previewFile,
  hangFile,
  takeBack,
};
