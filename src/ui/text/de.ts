import { shell } from './de/shell.ts';

/** German, complete: a test compares it with the texts in the code. One file a subject, so that they stay apart. */
export const german: Readonly<Record<string, string>> = { ...shell };
