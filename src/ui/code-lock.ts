/** A code that was away for so long may be read again; blurred frames leave gaps of 0.4 s. Milliseconds. */
export const RELEASE_MS = 1_200;

/**
 * Keeps a camera from reading one label many times: a code is locked from its first read until it has left the frame.
 * Bars have no check sign worth the name, so they count from their second equal read.
 */
export class CodeLock {
  #held: { readonly text: string; seenAt: number } | undefined;
  #once: { readonly text: string; readonly at: number } | undefined;

  /** A frame showed this text. @returns true when it is a new label, once */
  see(text: string, isSure: boolean, now: number): boolean {
    if (this.#held && now - this.#held.seenAt > RELEASE_MS) this.#held = undefined;
    if (this.#held?.text === text) {
      this.#held.seenAt = now;
      return false;
    }
    const isSecond = this.#once?.text === text && now - this.#once.at < RELEASE_MS;
    this.#once = { text, at: now };
    if (!isSure && !isSecond) return false;
    this.#held = { text, seenAt: now };
    return true;
  }

  /** Whether the label that was read last may still lie there. */
  isHeld(now: number): boolean {
    return this.#held !== undefined && now - this.#held.seenAt <= RELEASE_MS;
  }
}
