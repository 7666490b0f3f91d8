import type { ComponentType } from 'react';
import type { MessageDescriptor } from 'react-intl';
import type { SyncState } from '../store/device.ts';
import type { Section } from './sections.ts';

/**
 * One thing a test does to bring a state about. Selectors are Playwright's (`role=button[name=/Harbour/]`, `text=…`);
 * `scan` types like a hardware scanner; `see` waits until it is there; `spoil` does to the storage what a browser may do.
 */
export type Step =
  | { readonly tap: string }
  | { readonly press: string }
  | { readonly type: string; readonly into: string }
  | { readonly scan: string }
  | { readonly see: string }
  /** `taken`: by another window; `unread`: one more collective lies here, and cannot be read. */
  | { readonly spoil: 'taken' | 'unread' };

/** A state of a screen that is worth looking at. */
export interface ScreenState {
  /** Unique inside the screen; the first is how it opens. */
  readonly id: string;
  /** Which data the tablet holds: the example collective, the fifteen works of the design's pictures, or nothing. */
  readonly stall: 'example' | 'mock' | 'bare';
  /** Where to go, parameters filled in. */
  readonly at: string;
  /** What the tablet remembers of the hub, where it is not what the stall's data say. */
  readonly sync?: Partial<SyncState>;
  readonly steps: readonly Step[];
  /** The picture it is held against, without `.png`. */
  readonly mockup?: string;
}

/** A route. The list drives the router, the accessibility and target checks and the screenshots. */
export interface Screen {
  readonly id: string;
  /** Under /app, with `:name` parameters. */
  readonly path: string;
  readonly section: Section;
  readonly title: MessageDescriptor;
  /** Second-level entry in its section, in the order of this list. */
  readonly tab?: MessageDescriptor;
  /** For lead tablets only: absent on others, not greyed. */
  readonly lead?: true;
  /** Fills the whole window, without rail. */
  readonly bare?: true;
  readonly load: () => Promise<ComponentType>;
  readonly states: readonly ScreenState[];
}
