import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { openLab } from './open-lab.ts';
import { collect, problemsOf } from './read-back.ts';

const path = '/labs/pair-editor/';
/** P = (0.1, 0.2, 0.7), Q = (0.8, 0.1, 0.1) and their mixture in equal parts. */
const withThird = `${path}?pair=1~1.2.7~8.1.1~~~9.3.8`;
const part = /\/_astro\/third\.[^/]*\.js$/;

const fetchedBy = (page: Page): string[] => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  return fetched;
};

test('the part that shows R comes with the first R, and goes with it', async ({ page }) => {
  const fetched = fetchedBy(page);
  const lab = await openLab(page, path);
  await page.waitForLoadState('networkidle');
  expect(fetched.filter((file) => part.test(file))).toEqual([]);
  const before = await lab.getAttribute('data-givens');
  await lab.getByRole('button', { name: 'Add a third, R' }).click();
  const third = lab.getByRole('group', { name: 'A third distribution, R' });
  await expect(third.getByRole('slider')).toHaveCount(3);
  await expect(third).toContainText('breaks the triangle inequality');
  await expect(third.locator('tbody').first()).toContainText('over R');
  expect(fetched.filter((file) => part.test(file))).toHaveLength(1);
  expect(problemsOf(await collect(page))).toEqual([]);
  await lab.getByRole('button', { name: 'Remove R' }).click();
  await expect(third).toHaveCount(0);
  await expect(lab).toHaveAttribute('data-givens', before!);
});

test('R is moved by keyboard and typed, undone and carried by the link', async ({ page }) => {
  const lab = await openLab(page, withThird);
  const slider = lab.getByRole('slider', { name: 'R, outcome a' });
  await slider.press('PageDown');
  await expect(slider).toHaveAttribute('aria-valuetext', '0.35');
  const field = lab.getByRole('textbox', { name: 'R, outcome a, typed' });
  await field.fill('0');
  await field.press('Enter');
  await expect(lab).toHaveAttribute('data-givens', /"R":\["0","/);
  await expect(lab.locator('.third tbody').first()).toContainText('∞');
  const givens = (await lab.getAttribute('data-givens'))!;
  await page.waitForTimeout(400);
  expect(problemsOf(await collect(page))).toEqual([]);
  await page.reload();
  await expect(lab).toHaveAttribute('data-givens', givens);
  await expect(lab.locator('.third')).toBeVisible();
  await lab.getByText('Data as table').click();
  await expect(lab.locator('.data th').filter({ hasText: /^R$/ })).toBeVisible();
  expect(problemsOf(await collect(page))).toEqual([]);
});

test('where the part cannot be fetched, the figure says so, and the next R tries again', async ({ page }) => {
  await page.route(part, (route) => route.abort());
  const lab = await openLab(page, withThird);
  await expect(lab.locator('.note')).toContainText('could not be fetched');
  await page.unroute(part);
  await lab.getByRole('button', { name: 'Remove R' }).click();
  await lab.getByRole('button', { name: 'Add a third, R' }).click();
  await expect(lab.locator('.third')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a figure with R, and it is as narrow as a phone, ${colorScheme}`, async ({
    page,
  }) => {
    const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await page.setViewportSize({ width: 320, height: 700 });
    await page.emulateMedia({ colorScheme });
    const lab = await openLab(page, withThird);
    await expect(lab.locator('.third')).toBeVisible();
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`)),
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}
