import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import type { Scope } from '../../src/formula/check.ts';
import type { Givens } from '../../src/formula/environment.ts';
import { oracleValue } from '../formula/oracle-value.ts';
import { roundTo } from '../oracle/round.ts';
import { collect, problemsOf, scopeOfPage } from './read-back.ts';
import { exercisePages } from './site-pages.ts';

/** Instances of each exercise that are read back. */
const instances = 12;
/** `SEED=7 npm run browser` repeats the instances. */
const seed = Number(process.env['SEED'] ?? Date.now() % 900_000) + 1;

const alive = async (exercise: Locator): Promise<void> => {
  await exercise.locator('form input').first().focus();
};

const givensOf = async (exercise: Locator): Promise<string> =>
  (await exercise.getAttribute('data-givens')) ?? '{}';

async function answer(form: Locator, text: string): Promise<string> {
  await form.locator('input').fill(text);
  await form.locator('input').press('Enter');
  await expect(form.locator('.said')).not.toBeEmpty();
  return (await form.locator('.said').textContent())!.trim();
}

/** What the solution gives as the masses of a pmf. */
const massesInSolution = (exercise: Locator, pmf: string): Promise<string[]> =>
  exercise
    .locator('.solution data[data-of]')
    .evaluateAll(
      (numbers, name) =>
        numbers
          .filter((number) => number.getAttribute('data-of')!.startsWith(`${name}(`))
          .map((number) => (number as HTMLDataElement).value),
      pmf,
    );

/** What is known in an exercise. */
const scopeOf = async (page: Page, exercise: Locator): Promise<Scope> =>
  scopeOfPage(await collect(page)).of(await givensOf(exercise));

const readsBack = async (page: Page, what: string): Promise<void> =>
  expect(problemsOf(await collect(page)), what).toEqual([]);

for (const path of exercisePages) {
  test(`every number of the exercises on ${path} follows the instance, and reads back`, async ({ page }) => {
    test.setTimeout(300_000);
    console.log(`exercises on ${path}: seed ${seed}`);
    await page.goto(path);
    const drawn = page.locator('.exercise:has(.instance)');
    for (let k = 0; k < instances; k++) {
      const done: string[] = [];
      for (const exercise of await drawn.all()) {
        const field = exercise.locator('.seed input');
        await field.fill(String(seed + k));
        await exercise.getByRole('button', { name: 'Another instance' }).click();
        // Where an instance has a number without a value, the next one is shown.
        await expect
          .poll(
            async () =>
              `Instance ${await field.inputValue()}.` === (await exercise.locator('.note').textContent()),
          )
          .toBe(true);
        done.push(`${(await exercise.getAttribute('id'))!} ${await field.inputValue()}`);
      }
      await readsBack(page, done.join(', '));
    }
  });

  test(`the right answers of ${path} are recognised, and the slips are told`, async ({ page }) => {
    await page.goto(path);
    for (const exercise of await page.locator('.exercise').all()) {
      const givens = JSON.parse(await givensOf(exercise)) as Givens;
      for (const form of await exercise.locator('form.answer').all()) {
        const [of, unit] = [
          (await form.getAttribute('data-answer'))!,
          (await form.getAttribute('data-in')) ?? '',
        ];
        const masses = await massesInSolution(exercise, of);
        if (masses.length > 0) {
          expect(await answer(form, masses.join(', ')), of).toMatch(/^Right: /);
          expect(await answer(form, masses.toReversed().join(' ')), of).not.toMatch(/^Right: .*\d.*,$/);
          expect(await answer(form, '0.5, 0.5, 0.5, 0.5, 0.5, 0.5')).toContain('one mass for each outcome');
          continue;
        }
        const scope = await scopeOf(page, exercise);
        const exact = oracleValue(of, givens, unit, scope);
        expect(await answer(form, roundTo(exact, '1.00000')), of).toMatch(/^Right: /);
        for (const slip of await form.locator(':scope > .slip').all()) {
          const value = oracleValue((await slip.getAttribute('data-slip'))!, givens, unit, scope);
          if (roundTo(value, '1.000') === roundTo(exact, '1.000')) continue;
          const told = (await slip.textContent())!.trim();
          const said = await answer(form, roundTo(value, '1.00000'));
          // Two mistakes may lead to one number; the first that fits is told.
          const others = await form.locator(':scope > .slip').allTextContents();
          expect(
            others.map((text) => text.trim()),
            told,
          ).toContain(said);
        }
        expect(await answer(form, 'nonsense')).toContain('not a number that can be read');
      }
    }
    await readsBack(page, 'with answers');
  });
}

const path = '/divergences/kl/';

test('nothing of the exercises is loaded before one is used, and then once', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (/exercise/.test(request.url())) loaded.push(request.url().replace(/^.*\//, '').replace(/-.*\./, '.'));
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  expect(loaded).toEqual([]);
  const [first, second] = [page.locator('.exercise').nth(0), page.locator('.exercise').nth(1)];
  await answer(first.locator('form.answer').first(), '1');
  await answer(second.locator('form.answer').first(), '1');
  expect(loaded).toEqual(['exercise.js', 'exercises.json']);
});

test('a link to an instance shows that instance, and copying gives such a link', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(path);
  const exercise = page.locator('.exercise:has(.instance)').first();
  await alive(exercise);
  await exercise.getByRole('button', { name: 'Another instance' }).click();
  await expect(exercise.locator('.note')).toHaveText('Instance 2.');
  const givens = await givensOf(exercise);
  await exercise.getByRole('button', { name: 'Copy link' }).click();
  await expect(exercise.locator('.note')).toContainText('is copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const id = (await exercise.getAttribute('id'))!;
  expect(new URL(link).search + new URL(link).hash).toBe(`?draw=${id}.2#${id}`);
  expect(page.url()).toContain(`?draw=${id}.2`);
  for (const address of [link, page.url()]) {
    await page.goto('about:blank');
    await page.goto(address);
    await expect(page.locator(`#${id}`)).toHaveAttribute('data-givens', givens);
    await readsBack(page, address);
  }
  for (const garbage of [
    '?draw=',
    '?draw=x.y~z',
    `?draw=${id}.0`,
    `?draw=${id}.1e9`,
    '?draw=toc.3',
    `?draw=${id}.${'9'.repeat(40)}`,
  ]) {
    await page.goto(path + garbage);
    await alive(exercise);
    await readsBack(page, garbage);
  }
});

test('an exercise is worked by keyboard alone, and answers are said politely', async ({ page }) => {
  await page.goto(path);
  const exercise = page.locator('.exercise:has(.instance)').first();
  const form = exercise.locator('form.answer').first();
  await form.locator('input').focus();
  await page.keyboard.type('100');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('status')).toHaveText('Not right: this is too large.');
  await expect(form.locator('input')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Tab');
  await expect(form.getByRole('button', { name: 'Check' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(exercise.locator('.hint p').first()).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in answered exercises, ${colorScheme}`, async ({ page }) => {
    const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await page.setViewportSize({ width: 320, height: 700 });
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    for (const form of await page.locator('form.answer').all()) await answer(form, '0.3');
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
