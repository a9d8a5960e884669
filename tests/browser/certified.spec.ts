import type { Page, Route } from 'playwright';
import { expect, test } from 'playwright/test';
import { ties } from '../labs/ties.ts';
import { openLab } from './open-lab.ts';
import { collect, problemsOf } from './read-back.ts';
import { walkedPages } from './site-pages.ts';

const chunk = /\/_astro\/on-demand\.[^/]*\.js$/;
const open = '[data-certainty=open]';

const addressOf = ({ P, Q }: (typeof ties)[number]) =>
  `/divergences/kl/?pair=1~${P.join('.')}~${Q.join('.')}`;

/** Every number of the tie's expression that stands in the readout. */
const readout = (page: Page, of: string) => page.locator(`.quantities data[data-of=${JSON.stringify(of)}]`);

for (const tie of ties) {
  test(`${tie.why}: certain digits first, ${tie.settled} once the certified core is there`, async ({
    page,
  }) => {
    const held: Route[] = [];
    await page.route(chunk, (route) => void held.push(route));
    await openLab(page, addressOf(tie));
    const number = readout(page, tie.of);
    await expect(number).toHaveAttribute('aria-busy', 'true');
    await expect(number).toHaveText(new RegExp(`^${tie.open}(?:\\s|$)`));
    await expect.poll(() => held.length).toBe(1);
    await held[0]!.continue();
    await expect(number).not.toHaveAttribute('aria-busy');
    await expect(number).toHaveText(new RegExp(`^${tie.settled}(?:\\s|$)`));
    if (tie.certainty === 'undecided') await expect(number).toHaveAttribute('title', /not certain/);
    expect(problemsOf(await collect(page))).toEqual([]);
    // Once there, it answers in the same draw.
    await page.getByRole('button', { name: 'Swap' }).first().click();
    await expect(page.locator(open)).toHaveCount(0);
    expect(held).toHaveLength(1);
  });
}

test('where it cannot be fetched, the certain digits stay, and the next number tries again', async ({
  page,
}) => {
  await page.route(chunk, (route) => route.abort());
  const [tie] = ties;
  await openLab(page, addressOf(tie!));
  await expect(readout(page, tie!.of)).toHaveText(new RegExp(`^${tie!.open}\\s`));
  await expect(readout(page, tie!.of)).toHaveAttribute('aria-busy', 'true');
  await page.unroute(chunk);
  const bits = page.getByRole('radio', { name: 'bits' }).first();
  await bits.check({ force: true });
  await page.getByRole('radio', { name: 'nats' }).first().check({ force: true });
  await expect(readout(page, tie!.of)).toHaveText(new RegExp(`^${tie!.settled}\\s`));
});

for (const path of walkedPages) {
  test(`${path} does not fetch the certified core while doubles settle every digit`, async ({ page }) => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    const lab = await openLab(page, path);
    await page.waitForLoadState('networkidle');
    const slider = lab.locator('[role=slider], .handle, input[type=range]').first();
    if ((await slider.count()) > 0) await slider.press('ArrowUp');
    await page.waitForTimeout(300);
    expect(fetched.filter((file) => chunk.test(file))).toEqual([]);
    expect(fetched.some((file) => file.startsWith('/_astro/view.'))).toBe(true);
  });
}
