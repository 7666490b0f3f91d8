import { expect, test, type Page } from '@playwright/test';

const PICTURE = 'src/tools/example/pictures/harbour.webp';

test.beforeEach(async ({ page }) => {
  await page.goto('/app/');
  await expect(page.getByRole('heading', { name: 'A bare wall.' })).toBeVisible();
});

test('an amount can be sold before anything hangs on the wall', async ({ page }) => {
  await page.getByRole('button', { name: 'Sell an amount' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page).toHaveURL(/\/app\/\?amount/);
});

test('a print with written numbers is hung in one form, which a reload does not lose', async ({ page, context }) => {
  await page.getByRole('link', { name: /Hang pictures/ }).click();
  await page.getByRole('link', { name: /Add a print without one/ }).click();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.getByLabel('Title').fill('Harbour, 5 a.m.');
  await page.getByLabel('Photographer').selectOption({ label: 'Somebody new …' });
  await page.getByLabel('Name of the photographer').fill('Mira Tellund');
  await page.getByLabel('Numbered edition of').fill('25');
  await page.getByLabel('Size', { exact: true }).fill('30 × 45 cm');
  await page.getByLabel(/^Price/).fill('95');
  await page.locator('input[type=file]').first().setInputFiles(PICTURE);
  await expect(page.locator('.picture-frame img')).toBeVisible();
  await page.getByLabel('Already numbered').fill('1-12, 14');
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByLabel('Title')).toHaveValue('Harbour, 5 a.m.');
  await expect(page.locator('.picture-frame img')).toBeVisible();
  await page.getByLabel('What the picture shows').fill('Boats at a quay before sunrise.');
  await hang(page);
  await expect(page.locator('.work-tile')).toHaveCount(1);
  await expect(page.locator('.work-tile')).toHaveText(/Harbour, 5 a\.m\..*95.*Mira Tellund · Edition of 25/s);
  await page.getByRole('link', { name: 'Levels' }).click();
  await expect(page.getByRole('button', { name: /Harbour, 5 a\.m\., 30 × 45 cm/ })).toHaveText('13');
  await page.goto('/app/stock');
  await page.locator('.work-tile').click();
  await expect(page.getByText('No. 1–12, 14 are written and here')).toBeVisible();
});

test('what cannot be taken is said at its field, and nothing is hung', async ({ page }) => {
  await page.goto('/app/stock/works/new');
  await page.getByLabel(/^Price/).fill('-5');
  await page.getByLabel('Numbered edition of').fill('12');
  await page.getByLabel('Already numbered').fill('1-13');
  await hang(page);
  await expect(page.getByText('A title is needed')).toBeVisible();
  await expect(page.getByText('A price cannot be below zero.')).toBeVisible();
  await expect(page.getByText('13/12 does not exist')).toBeVisible();
  await expect(page.getByLabel('Title')).toBeFocused();
  await page.goto('/app/stock');
  await expect(page.getByText('No prints on this wall yet.')).toBeVisible();
});

test('a file that is no picture is refused in words, and the form stays', async ({ page }) => {
  await page.goto('/app/stock/works/new');
  await page.getByLabel('Title').fill('Nothing to see');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a picture') });
  await expect(page.getByText('This browser cannot read that picture')).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('Nothing to see');
});

test('several photographs become several prints, titled by their files', async ({ page }) => {
  await page.goto('/app/stock/hang');
  await page
    .getByLabel('Choose photographs')
    .setInputFiles(['src/tools/example/pictures/birch.webp', 'src/tools/example/pictures/salt.webp']);
  await expect(page.locator('.hang img')).toHaveCount(2);
  await page.reload();
  await page.getByRole('button', { name: 'Hang these 2' }).click();
  await expect(page.locator('.work-tile')).toHaveText([/Birch.*No price yet/s, /Salt.*No price yet/s]);
});

test('a share is said in both directions', async ({ page }) => {
  await page.goto('/app/tablet/people');
  await page.getByRole('button', { name: 'Add a photographer' }).click();
  await page.getByLabel('Name').fill('Mira Tellund');
  await page.getByLabel(/^Keeps/).fill('70');
  await expect(page.getByText('Mira Tellund keeps 70%, the collective 30%')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Mira Tellund keeps 70%' })).toBeVisible();
});

test('a count is typed, moved to the van, and both places say so', async ({ page }) => {
  await page.goto('/app/stock/works/new');
  await page.getByLabel('Title').fill('Salt');
  await page.getByLabel(/^Price/).fill('25');
  await page.getByLabel('How many are here').fill('8');
  await hang(page);
  await expect(page.locator('.work-tile')).toHaveCount(1);
  await page.goto('/app/stock/levels');
  await page.getByRole('button', { name: 'Places …' }).click();
  await page.getByLabel('Name').fill('Blue van');
  await page.getByRole('button', { name: 'Add the place' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Salt: 8/ }).click();
  await page.getByLabel('How many').fill('3');
  await page.getByRole('button', { name: 'Move them' }).click();
  await expect(page.getByRole('button', { name: /Salt: 5/ })).toBeVisible();
  await expect(page.getByText('3 at Blue van')).toBeVisible();
});

async function hang(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Hang it', exact: true }).click();
}
