import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { openLab } from './open-lab.ts';
import { collect, problemsOf } from './read-back.ts';

const path = '/labs/paper-script/';

const press = (lab: Locator, name: string) => lab.getByRole('button', { name }).click();

/** The files that are fetched from now on. */
function watch(page: Page): readonly string[] {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  return fetched;
}

test('a run in the browser counts what the build has counted, image for image, and its worker comes when it is asked for', async ({
  page,
}) => {
  const lab = await openLab(page, path);
  await page.waitForLoadState('networkidle');
  const fetched = watch(page);
  await press(lab, 'Run the script');
  await expect(lab.getByRole('progressbar')).toBeVisible();
  await expect(lab.locator('.note')).toContainText('image for image', { timeout: 60_000 });
  expect(fetched.filter((address) => /worker/.test(address)).length).toBe(1);
});

test('a run says how far it is, can be cancelled, and leaves what was there', async ({ page }) => {
  const lab = await openLab(page, path);
  await press(lab, 'Another seed');
  await expect(lab.locator('.open')).toBeVisible();
  const before = await lab.locator('.panel').innerHTML();
  await press(lab, 'Run the script');
  const bar = lab.getByRole('progressbar');
  await expect.poll(async () => Number(await bar.getAttribute('value'))).toBeGreaterThan(0);
  await press(lab, 'Cancel the run');
  await expect(bar).toHaveCount(0);
  await expect(lab.locator('.note')).toContainText('cancelled');
  expect(await lab.locator('.panel').innerHTML()).toBe(before);
});

test('who opens a link to another run sees that run, and its numbers read back', async ({ page }) => {
  const lab = await openLab(page, `${path}?paper-script=1~one~1000~77`);
  await expect(lab.locator('.shown [data-given=seed]')).toHaveText('77', { timeout: 60_000 });
  expect(problemsOf(await collect(page))).toEqual([]);
  // Another image amount than the first: what is undone comes back at once.
  await press(lab, 'Another seed');
  await press(lab, 'Undo');
  await expect(lab.locator('.shown [data-given=N]')).toHaveText('1000');
  await expect(lab.locator('.open')).toHaveCount(0);
});
