// Brings a listed state of a screen about: opens its address and does its steps.
import { seedTill } from './seed-till.mjs';

/**
 * @param {import('playwright-core').Page} page of a fresh context, so that each state begins with a clean tablet
 * @param {string} origin
 * @param {{ stall: string, at: string, steps: readonly object[] }} state
 */
export async function walkTo(page, origin, state) {
  if (state.stall !== 'bare') await seedTill(page, origin, { hub: 'https://lumen.example' });
  await page.goto(`${origin}/app${state.at}`);
  for (const step of state.steps) await take(page, step);
}

/** @param {import('playwright-core').Page} page @param {any} step */
async function take(page, step) {
  if (step.tap) await tap(page, step.tap);
  else if (step.press) await page.keyboard.press(step.press);
  else if (step.type) await page.locator(step.into).fill(step.type);
  else if (step.scan) await page.keyboard.type(`${step.scan}\n`, { delay: 0 });
  else if (step.see) await page.locator(step.see).first().waitFor();
}

/**
 * On a phone the cart's lines are folded away under the shelf: it is pulled up first.
 * @param {import('playwright-core').Page} page @param {string} selector
 */
async function tap(page, selector) {
  const target = page.locator(selector).first();
  const grab = page.locator('.grab');
  await target.waitFor({ state: 'attached' });
  if (!(await target.isVisible()) && (await grab.isVisible())) await grab.click();
  await target.click();
}
