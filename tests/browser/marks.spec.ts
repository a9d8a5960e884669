import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import type { EquationsFile } from '../../src/site/equations/file.ts';
import { collect, problemsOf } from './read-back.ts';

const path = '/divergences/kl/';
const recordOf = (address: string): EquationsFile =>
  JSON.parse(readFileSync(`dist${address}equations.json`, 'utf8')) as EquationsFile;
const record = recordOf(path);
const ids = Object.keys(record.equations);
const ofKind = (wanted: (entry: EquationsFile['equations'][string]) => boolean): string =>
  ids.find((id) => wanted(record.equations[id]!))!;

const mark = (page: Page, id: string) => page.locator(`#${id} > a.ticked, a.ticked#${id}`);
const panel = (page: Page) => page.locator('.evidence');
const sides = (page: Page) => panel(page).locator('.parts tr');

async function press(page: Page, id: string): Promise<void> {
  await page.evaluate((part) => {
    const place = document.getElementById(part);
    for (let one: Element | null = place; one; one = one.parentElement)
      if (one instanceof HTMLDetailsElement) one.open = true;
  }, id);
  await mark(page, id).click();
  await expect(panel(page).locator('.says')).not.toBeEmpty();
}
const readsBack = async (page: Page, after: string) =>
  expect(problemsOf(await collect(page)), after).toEqual([]);

test('every formula that says something is marked, and says what was done with it', async ({ page }) => {
  await page.goto(path);
  const marked = await page.evaluate(() =>
    [...document.querySelectorAll('a.ticked')].map((one) => ({
      id: one.id || one.parentElement!.id,
      name: one.getAttribute('aria-label'),
      inLine: one.classList.contains('in-line'),
    })),
  );
  expect(marked.map(({ id }) => id)).toEqual(ids);
  for (const { id, name, inLine } of marked) {
    const { display = false, stated } = record.equations[id]!;
    expect({ name, inLine }, id).toEqual({ name: stated ? 'Stated' : 'Executed', inLine: !display });
  }
  const unmarked = await page.locator('main .equation:not(.step > .equation)').allTextContents();
  expect(unmarked, 'displayed formulas without a mark').toEqual([]);
});

test('without JavaScript a mark leads to its row of the record', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const page = await context.newPage();
  for (const id of ['nonneg-1', 'kl-2', ofKind(({ stated }) => stated === true)]) {
    await page.goto(path);
    await page.goto((await mark(page, id).getAttribute('href'))!);
    const row = page.locator(`[id="${id}"]`);
    await expect(row).toContainText(record.equations[id]!.says);
    await expect(row.locator('.katex').first()).toBeVisible();
    await expect(row.getByRole('link', { name: 'On the page' })).toHaveAttribute('href', `${path}#${id}`);
  }
  await context.close();
});

test('by keyboard a mark opens, is announced, and closes again', async ({ page }) => {
  await page.goto(path);
  const one = mark(page, 'nonneg-1');
  await one.focus();
  await page.keyboard.press('Enter');
  await expect(one).toHaveAttribute('aria-expanded', 'true');
  await expect(one).toHaveRole('button');
  await expect(panel(page).locator('[role=status]')).toContainText(record.equations['nonneg-1']!.says);
  await expect(panel(page).locator('[role=status]')).toContainText('It holds here.');
  await readsBack(page, 'a panel');
  await page.keyboard.press('Tab');
  await expect(panel(page).getByRole('link', { name: 'Open in the explorer' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(one).toBeFocused();
  await expect(one).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Space');
  await expect(panel(page)).toHaveCount(1);
  await page.keyboard.press('Space');
  await expect(panel(page)).toHaveCount(0);
});

test('the sides follow the figure, each value right', async ({ page }) => {
  await page.goto(path);
  await press(page, 'decomposition-1');
  await expect(sides(page)).toHaveCount(2);
  await expect(panel(page)).toContainText('In the figure');
  await expect(panel(page)).toContainText('equal, as far as doubles can tell');
  const before = await sides(page).first().innerText();
  const lab = page.locator('.pair-editor').first();
  await lab.scrollIntoViewIfNeeded();
  await expect(lab).toHaveAttribute('data-alive', '');
  for (const key of ['ArrowUp', 'PageUp', 'Home', 'ArrowUp']) {
    await lab.getByRole('slider').first().press(key);
    const givens = (await lab.getAttribute('data-givens'))!;
    await expect(panel(page).locator('.parts')).toHaveAttribute('data-givens', givens);
    await readsBack(page, `${key} on the first bar`);
  }
  expect(await sides(page).first().innerText()).not.toBe(before);
  await lab.getByRole('button', { name: 'disjoint' }).click();
  await expect(sides(page).first()).toContainText('∞');
  await readsBack(page, 'disjoint supports');
});

test('in an example the values are its own, whatever the figure shows', async ({ page }) => {
  await page.goto(path);
  const id = ofKind(({ givens, display }) => givens !== undefined && display === true);
  await press(page, id);
  await expect(panel(page)).toContainText('In this example');
  await expect(panel(page).locator('.parts')).toHaveAttribute(
    'data-givens',
    JSON.stringify(record.equations[id]!.givens),
  );
  await readsBack(page, 'a panel in an example');
});

test('what is only stated says why, and shows no values', async ({ page }) => {
  await page.goto(path);
  const id = ofKind(({ stated }) => stated === true);
  await press(page, id);
  await expect(panel(page).locator('.says')).toContainText(/^Stated, not executed: /);
  await expect(sides(page)).toHaveCount(0);
  await expect(panel(page).getByRole('link', { name: 'Open in the explorer' })).toBeHidden();
  await readsBack(page, 'a stated formula');
});

// The figure of a witness gives the formulas of its page a function beside the two pmfs.
for (const address of [path, '/transport/duality/'])
  test(`every mark of ${address} opens, and every number of every panel reads back`, async ({ page }) => {
    test.setTimeout(600_000);
    const { equations } = recordOf(address);
    await page.goto(address);
    for (const [id, entry] of Object.entries(equations)) {
      await press(page, id);
      await expect(panel(page).locator('.says')).toHaveText(entry.says);
      if (!entry.stated) await expect(panel(page).locator('a').first(), id).toBeVisible();
      await readsBack(page, id);
    }
  });

test('the explorer opens with the same formula, its symbols and its values', async ({ page }) => {
  await page.goto(path);
  await press(page, 'jensen-1');
  const link = panel(page).getByRole('link', { name: 'Open in the explorer' });
  await link.click();
  await expect(page.getByLabel('Formula, in the TeX of this site')).toHaveValue(
    record.equations['jensen-1']!.tex,
  );
  await expect(page.getByLabel('P, its masses')).toHaveValue('0.1, 0.2, 0.7');
  await expect(page.getByLabel('f, its values')).toHaveValue('1, 2, 3');
  await expect(page.locator('#explorer-added')).toContainText('f is a positive function');
  await expect(page.locator('.verdict-here')).toContainText('It holds');
  await page.getByLabel('f, its values').fill('1, 4, 2');
  await expect(page.locator('.verdict-here')).toContainText('It holds');
  await readsBack(page, 'a formula with a symbol of its page');
  await page.getByLabel('f, its values').fill('1, 0, 2');
  await expect(page.locator('#explorer-refusal')).toContainText('not positive everywhere');
});

test('a theorem with symbols of its page is attacked like any other', async ({ page }) => {
  await page.goto(path);
  const theorem = page.locator('#jensen');
  await theorem.getByRole('link', { name: 'Try to break it' }).click();
  await expect(theorem.locator('.trial .headline')).toContainText('evidence, not a proof', {
    timeout: 30_000,
  });
  await expect(theorem.locator('.trial')).toContainText('Smallest slack so far');
  await readsBack(page, 'a search with a symbol of the page');
});

test('little is loaded before a mark is pressed', async ({ page }) => {
  await page.goto(path, { waitUntil: 'networkidle' });
  const eager = await page.evaluate(() =>
    [...document.scripts].map(({ text }) => text).filter((text) => text.includes('pressed')),
  );
  expect(eager).toHaveLength(1);
  expect(Buffer.byteLength(eager[0]!)).toBeLessThan(1000);
});

test('a record that cannot be loaded is told', async ({ page }) => {
  await page.route('**/equations.json', (route) => route.abort());
  await page.goto(path);
  await press(page, 'nonneg-1');
  await expect(panel(page).locator('.says')).toHaveText('The record of this page could not be loaded.');
  await page.unroute('**/equations.json');
  await mark(page, 'nonneg-1').click();
  await press(page, 'nonneg-1');
  await expect(panel(page).locator('.says')).toHaveText(record.equations['nonneg-1']!.says);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing beside an open panel on a phone, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(path);
    await press(page, 'decomposition-proof-2');
    await expect(sides(page).first()).toBeVisible();
    const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
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

test('on paper the marks are small signs beside their formulas', async ({ page }) => {
  await page.goto(path);
  await page.emulateMedia({ media: 'print' });
  const sign = await mark(page, 'nonneg-1').boundingBox();
  const formula = await page.locator('#nonneg-1 .equation').boundingBox();
  expect(sign!.width).toBeLessThanOrEqual(24);
  expect(Math.abs(sign!.y + sign!.height / 2 - formula!.y - formula!.height / 2)).toBeLessThan(2);
});
