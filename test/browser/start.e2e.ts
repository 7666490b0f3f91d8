import { expect, test } from '@playwright/test';

test('the hub says that it is well, and which version it is', async ({ request }) => {
  const answer = await request.get('/healthz');
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ status: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
});

test('the address alone leads to the till', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/app\//);
  await expect(page.locator('#root')).not.toBeEmpty();
});

test('the till opens again without a network, at a deep address too', async ({ page, context }) => {
  await page.goto('/app/');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator('#root')).not.toBeEmpty();
  await page.goto('/app/an/address/never/opened/before');
  await expect(page.locator('#root')).not.toBeEmpty();
});
