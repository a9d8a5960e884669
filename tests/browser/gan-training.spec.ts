import type { Locator } from 'playwright';
import { expect, test } from 'playwright/test';
import { openLab } from './open-lab.ts';
import { collect, problemsOf } from './read-back.ts';

const path = '/labs/gan-training/';

const press = (lab: Locator, name: string) => lab.getByRole('button', { name }).click();
const round = (lab: Locator): Locator => lab.locator('.shown [data-given=rounds]');
const done = { timeout: 120_000 };

test('what trains with is fetched when a state is asked for that is not known, and from then on every round is known', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  const lab = await openLab(page, path);
  await page.waitForLoadState('networkidle');
  expect(fetched.filter((address) => /worker/.test(address))).toEqual([]);
  const built = await lab.locator('.panel').innerHTML();
  // From the beginning to the first round, and back to the one that the build has trained to.
  const rounds = lab.getByRole('slider', { name: /^rounds/ });
  await rounds.press('Home');
  await expect(round(lab)).toHaveText('0', done);
  expect(problemsOf(await collect(page))).toEqual([]);
  await rounds.press('ArrowRight');
  await expect(round(lab)).toHaveText('1', done);
  expect(problemsOf(await collect(page))).toEqual([]);
  expect(fetched.filter((address) => /worker/.test(address)).length).toBeGreaterThan(0);
  await press(lab, 'Reset');
  await expect(round(lab)).toHaveText('40');
  expect(await lab.locator('.panel').innerHTML()).toBe(built);
});

test('training in the browser ends in the numbers that the build has written, digit for digit', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const lab = await openLab(page, path);
  const built = await lab.locator('.panel').innerHTML();
  // One round further, so that the worker passes the round that is known, and what it says of that replaces it.
  await lab.getByRole('slider', { name: /^rounds/ }).press('ArrowRight');
  await expect(round(lab)).toHaveText('41', done);
  await expect(lab.getByRole('progressbar')).toHaveCount(0, done);
  await press(lab, 'Undo');
  await expect(round(lab)).toHaveText('40');
  expect(await lab.locator('.panel').innerHTML()).toBe(built);
});

test('a link leads to its state, where training pauses the address says where, and cancelling leaves what was there', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const lab = await openLab(page, `${path}?gan-training=${encodeURIComponent('1~blobs~original~~~3~2')}`);
  await expect(round(lab)).toHaveText('2', done);
  await expect(lab.locator('.shown [data-given=seed]')).toHaveText('3');
  await expect(lab.getByRole('progressbar')).toHaveCount(0, done);
  expect(problemsOf(await collect(page))).toEqual([]);
  const rounds = lab.getByRole('slider', { name: /^rounds/ });
  await rounds.press('End');
  await expect.poll(async () => Number(await round(lab).textContent()), done).toBeGreaterThan(2);
  await press(lab, 'Pause here');
  await expect(lab.getByRole('progressbar')).toHaveCount(0);
  const reached = (await round(lab).textContent())!;
  await expect(lab.locator('input.value[data-given=rounds]')).toHaveValue(reached);
  expect(problemsOf(await collect(page))).toEqual([]);
  await rounds.press('End');
  await expect(lab.getByRole('progressbar')).toBeVisible();
  await press(lab, 'Cancel');
  await expect(lab.locator('.note')).toContainText('Cancelled');
  await expect(round(lab)).toHaveText(reached);
});
