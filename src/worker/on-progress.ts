/** Told now and then how far a job is, from 0 to 1. */
export type OnProgress = (share: number) => void;
