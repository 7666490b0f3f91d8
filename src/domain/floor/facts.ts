import * as v from 'valibot';
import { Count, Id, InstantMs, ShortText } from '../parts.ts';

/** Both clocks: `at` for people, `since` in milliseconds since that start-up for durations (`run` names the start-up). */
const clocks = { at: InstantMs, since: v.pipe(v.number(), v.minValue(0)), run: Id };

export const WindowOpened = v.object({ window: Id, minutes: Count, ...clocks });
export const WindowClosed = v.object({ window: Id, ...clocks });
/** Somebody stands still before a display (a work, or a named moment). */
export const PauseStarted = v.object({ pause: Id, window: v.nullable(Id), display: Id, people: Count, ...clocks });
export const PauseMoved = v.object({ pause: Id, display: Id, ...clocks });
export const PauseEnded = v.object({ pause: Id, outcome: v.picklist(['bought', 'asked', 'left']), ...clocks });
export const PauseMarkedUnsure = v.object({ pause: Id, ...clocks });
/** Takes back one of the facts above, by its fold identity. */
export const FloorUndone = v.object({ fact: ShortText, ...clocks });

export type PauseStarted = v.InferOutput<typeof PauseStarted>;
export type PauseEnded = v.InferOutput<typeof PauseEnded>;
export type WindowOpened = v.InferOutput<typeof WindowOpened>;
