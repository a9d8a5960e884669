import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { examples, initial, presets, writeQuery } from '../../components/explorer/state.ts';
import { collect, problemsOf } from './read-back.ts';

const field = (page: Page) => page.getByLabel('Formula, in the TeX of this site');
const result = (page: Page) => page.locator('#explorer-reading');
const found = (page: Page) => page.locator('#explorer-found .headline');

async function type(page: Page, tex: string): Promise<void> {
  await field(page).fill(tex);
}

/** Presses the button if it still says so: a search may end by itself at any moment, and the button then starts another. */
const stop = (button: Locator) =>
  button.evaluate((element: HTMLElement) => {
    if (element.textContent === 'Stop') element.click();
  });

const readsBack = async (page: Page, after: string) =>
  expect(problemsOf(await collect(page)), after).toEqual([]);

test('nothing that reads formulas is loaded before it is used', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const path of ['/explorer/', '/divergences/kl/']) {
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(
      asked.filter((address) => /worker|pressed-|whole/.test(address)),
      path,
    ).toEqual([]);
  }
  await page.goto('/explorer/');
  await type(page, examples[1]!.tex);
  await expect(result(page).locator('.verdict-here')).toContainText('It holds');
  expect(asked.some((address) => address.includes('worker'))).toBe(true);
});

test('the explorer is worked by keyboard alone: a formula, values, a search', async ({ page }) => {
  await page.goto('/explorer/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  while (!(await field(page).evaluate((element) => element === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('\\JSD{P}{R} \\le \\JSD{P}{Q} + \\JSD{Q}{R}');
  await expect(result(page).locator('tr')).toHaveCount(2);
  await expect(result(page).locator('.equation')).toContainText('JSD');
  await readsBack(page, 'a typed formula');
  const masses = page.getByLabel('Q, its masses');
  await masses.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('0.50 .5');
  await page.keyboard.press('Tab');
  await expect(masses).toHaveValue('0.5, 0.5');
  await readsBack(page, 'typed masses');
  const search = page.getByRole('button', { name: 'Search for a counterexample' });
  while (!(await search.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(found(page)).toContainText(/Broken after .* instances?, computed\s+again/);
  await expect(page.locator('#explorer-said')).toContainText('Broken after');
  await readsBack(page, 'a counterexample');
});

test('every example reads back with every preset, and from the address that it makes', async ({ page }) => {
  await page.goto('/explorer/');
  for (const { asks } of examples) {
    await page.getByRole('button', { name: asks }).click();
    for (const { shows } of presets) {
      await page.getByRole('button', { name: shows }).click();
      await expect(page.locator('#explorer-fields input').first()).not.toHaveAttribute('readonly', '');
      await page.waitForTimeout(150);
      await readsBack(page, `${asks}, ${shows}`);
    }
    await page.waitForTimeout(350);
    const shown = await result(page).innerText();
    await page.reload();
    await expect(result(page)).toHaveText(shown, { useInnerText: true });
    await readsBack(page, `${asks}, loaded again`);
  }
});

test('values of other symbols can be typed, and what is none is refused', async ({ page }) => {
  await page.goto('/explorer/');
  await type(
    page,
    '\\KL{\\lambda P + (1 - \\lambda) R}{Q} \\le \\lambda \\KL{P}{Q} + (1 - \\lambda) \\KL{R}{Q}',
  );
  const lambda = page.getByLabel('lambda, a number');
  await expect(lambda).toHaveValue('0.5');
  await lambda.fill('0.125');
  await expect(result(page).locator('.verdict-here')).toContainText('It holds');
  await readsBack(page, 'λ typed');
  const before = await result(page).innerText();
  for (const wrong of ['2', '0', 'abc', '']) {
    await lambda.fill(wrong);
    await expect(lambda).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('#explorer-refusal')).toContainText('still those from before');
  }
  expect(await result(page).innerText()).toBe(before);
  await page.getByLabel('P, its masses').fill('0.5, 0.6');
  await lambda.fill('0.5');
  await expect(page.locator('#explorer-refusal')).toContainText('P sums to 1.1, not 1');
});

test('a search counts, can be stopped, and repeats itself for its seed', async ({ page }) => {
  await page.goto(`/explorer/${writeQuery({ ...initial, tex: examples[3]!.tex })}`);
  const search = page.getByRole('button', { name: 'Search for a counterexample' });
  await search.click();
  await expect(page.locator('#explorer-found')).toContainText('Smallest slack so far');
  await stop(page.locator('#explorer-search'));
  await expect(found(page)).toContainText(/stopped|evidence/);
  await readsBack(page, 'a search that was stopped');
  const broken: string[] = [];
  for (const seed of ['7', '7', '8']) {
    await type(page, examples[0]!.tex);
    await page.getByLabel('seed').fill(seed);
    await search.click();
    await expect(found(page)).toContainText('Broken');
    broken.push(await page.locator('#explorer-found').innerText());
  }
  expect(broken[0]).toBe(broken[1]);
  expect(broken[0]).not.toBe(broken[2]);
});

test('what was found is computed again to fifty digits, which are fetched only then; without them it is said with this doubt', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.context().on('request', (request) => fetched.push(request.url()));
  await page.goto(`/explorer/${writeQuery({ ...initial, tex: '\\KL{P}{Q} \\ge 0' })}`);
  const search = page.getByRole('button', { name: 'Search for a counterexample' });
  await search.click();
  await expect(page.locator('#explorer-found')).toContainText('Smallest slack so far');
  await stop(page.locator('#explorer-search'));
  expect(fetched.filter((address) => address.includes('/oracle-'))).toEqual([]);
  await type(page, '\\KL{P}{Q} = \\KL{Q}{P}');
  await search.click();
  await expect(found(page)).toContainText('computed again for certain, in intervals');
  expect(fetched.filter((address) => address.includes('/oracle-'))).toHaveLength(1);
  await page.context().route('**/oracle-*.js', (route) => route.abort());
  await search.click();
  await expect(found(page)).toContainText('Perhaps broken');
  await expect(found(page)).toContainText('It could not be computed again to fifty');
  await readsBack(page, 'a counterexample that is not confirmed');
});

const hostile: readonly string[] = [
  '\\def\\a{\\a\\a}\\a',
  '\\href{javascript:alert(1)}{P}',
  '\\includegraphics{https://example.org/x.png}',
  '\\htmlData{x=1}{P}',
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '\\text{<svg onload=alert(1)>}',
  '{'.repeat(1000),
  '\\frac{'.repeat(140),
  '\\rule{99999em}{99999em}',
  '\\sqrt'.repeat(190) + 'P',
  '9^{9^{9^{9^{9}}}} = 1',
  'constructor = __proto__',
  '\\KL{P}{Z} \\ge 0',
  '\\sum_{i=1}^{9999} t',
  '\u0000\u202e%%%$$$&&&###',
];

test('no formula runs code, loads anything or breaks the page', async ({ page, baseURL }) => {
  const outside: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL!)) outside.push(request.url());
  });
  page.on('dialog', (dialog) => {
    errors.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto('/explorer/');
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (const tex of hostile) {
    await type(page, '77777');
    await expect(result(page).locator('.katex-html').first()).toHaveText('77777');
    await type(page, tex);
    const answered = page.locator(
      '#explorer-reading .problem, #explorer-reading tr, #explorer-note:not(:empty)',
    );
    await expect(answered.first(), tex.slice(0, 40)).toBeVisible({ timeout: 6000 });
    const inside = await result(page).evaluate((box) => ({
      foreign: box.querySelectorAll('a, img, script, iframe, object, [onload], [onerror]').length,
      width: document.documentElement.scrollWidth - innerWidth,
      height: document.documentElement.scrollHeight,
    }));
    expect(inside.foreign, tex.slice(0, 40)).toBe(0);
    expect(inside.width, tex.slice(0, 40)).toBeLessThanOrEqual(0);
    expect(inside.height, tex.slice(0, 40)).toBeLessThan(height + 1200);
  }
  await readsBack(page, 'hostile formulas');
  expect(outside).toEqual([]);
  expect(errors).toEqual([]);
});

test('an error stands under its place', async ({ page }) => {
  await page.goto('/explorer/');
  await type(page, '\\KL{P}{Z} \\ge 0');
  await expect(page.locator('.problem')).toContainText('unknown symbol Z');
  await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
  expect(await page.locator('.problem pre').textContent()).toBe('\\KL{P}{Z} \\ge 0\n       ^');
  await readsBack(page, 'an error');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing after a search, nor beside an error, ${colorScheme}`, async ({ page }) => {
    const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const violations = async () => {
      const { violations: found } = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
      );
      return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`));
    };
    await page.setViewportSize({ width: 320, height: 700 });
    await page.emulateMedia({ colorScheme });
    await page.goto('/explorer/');
    await page.evaluate(axeSource);
    await page.locator('#explorer-search').click();
    await expect(found(page)).toContainText('Broken');
    expect(await violations()).toEqual([]);
    await type(page, '\\KL{P}{Z} \\ge \\sum_x \\frac{P(x)^2}{Q(x)} + \\KL{P}{Q} + \\KL{Q}{P} + \\KL{P}{R}');
    await expect(page.locator('.problem')).toBeVisible();
    await page.getByLabel('P, its masses').fill('1, 1');
    await expect(page.locator('#explorer-refusal')).toContainText('P sums to 2, not 1');
    expect(await violations()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}

test('what takes too long is ended, and the page answers all the while', async ({ page }) => {
  const endless =
    '\\sum_{i=1}^{1000} \\sum_{j=1}^{1000} \\sum_{k=1}^{1000} \\log(i + j + k) \\KL{P}{Q} \\ge 0';
  await page.goto('/explorer/');
  await type(page, endless);
  for (let k = 0; k < 5; k++) expect(await page.evaluate(() => 1 + 1)).toBe(2);
  await expect(page.locator('#explorer-note')).toContainText('took too long', { timeout: 8000 });
  await page.goto(`/explorer/${writeQuery({ ...initial, tex: endless })}`);
  await page.locator('#explorer-search').click();
  await expect(found(page)).toContainText('took too long', { timeout: 8000 });
  await type(page, examples[1]!.tex);
  await expect(result(page).locator('.verdict-here')).toContainText('It holds');
});

test('the explorer opens from any address, and says so when it cannot read one', async ({ page }) => {
  for (const garbage of ['?at=9~P_1_0', '?at=1~P_0.5_0.6', '?f=', `?f=${'x'.repeat(3000)}`, '?at=%00%ff']) {
    await page.goto(`/explorer/${garbage}`);
    await expect(page.locator('#explorer-note'), garbage).toContainText('could not be read');
    await expect(result(page).locator('tr'), garbage).toHaveCount(2);
    await readsBack(page, garbage);
  }
});

test('a theorem can be attacked where it stands', async ({ page }) => {
  await page.goto('/divergences/kl/');
  const theorem = page.locator('#nonneg');
  const link = theorem.getByRole('link', { name: 'Try to break it' });
  await link.focus();
  await page.keyboard.press('Enter');
  const panel = theorem.locator('.trial');
  await expect(panel.locator('.headline')).toContainText('tried, no counterexample so far');
  await expect(panel).toContainText('Smallest slack so far');
  await stop(panel.getByRole('button'));
  await expect(panel.locator('.headline')).toContainText('stopped');
  await readsBack(page, 'a search that was stopped');
  await panel.getByRole('button').click();
  await expect(panel.locator('.headline')).toContainText('evidence, not a proof', { timeout: 30_000 });
  await readsBack(page, 'a search that has ended');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('without JavaScript, a theorem links to the explorer, which opens with its formula', async ({
  page,
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const plain = await context.newPage();
  await plain.goto('/explorer/');
  await expect(plain.locator('.without')).toBeVisible();
  await expect(plain.getByRole('button', { name: 'Search for' })).toBeHidden();
  await plain.goto('/divergences/kl/');
  const address = await plain.locator('#decomposition a.try').getAttribute('href');
  await context.close();
  await page.goto(address!);
  await expect(field(page)).toHaveValue('\\CE{P}{Q} = \\H{P} + \\KL{P}{Q}');
  // The formula that the page starts with has as many rows: the reading that was asked for is known by its TeX.
  const tex = await field(page).inputValue();
  await expect(result(page).locator('.equation')).toHaveAttribute('data-tex', tex);
  await expect(result(page).locator('tr')).toHaveCount(2);
  await readsBack(page, 'a theorem in the explorer');
});
