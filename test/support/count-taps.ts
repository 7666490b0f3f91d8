import type { Page } from '@playwright/test';

/**
 * Counts each activation on the screen: what a finger does. Scans and typed digits are none. By the finger's release, not
 * by click: the click on a label is followed by one on its box, and both are trusted.
 */
export async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = globalThis as unknown as { taps: number };
    counted.taps = 0;
    addEventListener('pointerup', (event) => event.isTrusted && event.isPrimary && counted.taps++, { capture: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { taps: number }).taps);
}
