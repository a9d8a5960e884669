import { expect, test } from 'playwright/test';
import { openLab } from './open-lab.ts';
import { collect, problemsOf } from './read-back.ts';

const path = '/labs/counterexamples/';

test('a search finds the smallest masses that break a property, by keyboard, and every number reads back', async ({
  page,
}) => {
  // The second choice is fetched; its masses keep what is asked of it.
  const lab = await openLab(page, `${path}?counterexamples=1~convex~hellinger~~1.1~1.1~1.1`);
  await expect(lab.locator('.upshot')).toHaveText('kept');
  await lab.getByRole('button', { name: 'Search for a counterexample' }).press('Enter');
  await expect(lab.locator('.searching')).toContainText('Found, certified and shrunk.');
  await expect(lab.locator('.upshot')).toHaveText('broken');
  const found = { P: ['1', '0'], Q: ['0', '1'], R: ['1', '0'], N: '1', seed: '1' };
  await expect(lab).toHaveAttribute('data-givens', JSON.stringify(found));
  expect(problemsOf(await collect(page))).toEqual([]);
  await lab.getByRole('button', { name: 'Undo' }).click();
  await expect(lab.locator('.upshot')).toHaveText('kept');
});

test('a search for what holds finds nothing, says how many it has tried, and can be cancelled', async ({
  page,
}) => {
  const lab = await openLab(page, `${path}?counterexamples=1~definite`);
  const search = lab.getByRole('button', { name: 'Search for a counterexample' });
  await search.click();
  await lab.getByRole('button', { name: 'Cancel the search' }).click();
  await expect(lab.locator('.note')).toContainText('cancelled');
  await search.click();
  await expect(lab.locator('.searching')).toContainText('Nothing found', { timeout: 60_000 });
  expect(problemsOf(await collect(page))).toEqual([]);
});
