import { LinkChecker } from 'linkinator';
import { expect, test } from 'playwright/test';
import { sitePages } from './site-pages.ts';

test('every link leads somewhere, anchors included', async ({ baseURL }) => {
  const checker = new LinkChecker();
  const result = await checker.check({
    path: `${baseURL!}/`,
    recurse: true,
    checkFragments: true,
    linksToSkip: [`^(?!${baseURL!.replace(/[./]/g, '\\$&')})`],
  });
  const broken = result.links
    .filter((link) => link.state === 'BROKEN')
    .map((link) => `${link.url} on ${link.parent ?? '?'}`);
  expect(broken).toEqual([]);
  expect(result.links.length).toBeGreaterThan(sitePages.length);
});

test('an address without a page gets the 404 page', async ({ page }) => {
  const response = await page.goto('/no/such/page/');
  expect(response!.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No page here');
});

test('the first Tab offers to skip to the text', async ({ page }) => {
  await page.goto('/divergences/kl/');
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await expect(page.locator('.skip')).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
});

test('dark and light can be chosen, and the choice stays', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole('button', { name: 'Dark' }).click();
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.goto('/notation/');
  expect(await background()).toBe(dark);
});

test('previous, next and the navigation lead through the pages in order', async ({ page }) => {
  await page.goto('/');
  const visited = ['/'];
  for (;;) {
    const next = page.locator('a[rel=next]');
    if ((await next.count()) === 0) break;
    const address = (await next.getAttribute('href'))!;
    await next.click();
    // A click returns when the way has begun; the page at its end may not be there yet.
    await page.waitForURL((url) => url.pathname === address);
    visited.push(new URL(page.url()).pathname);
    await expect(page.locator('.site-nav [aria-current=page]')).toHaveCount(1);
  }
  const listed = await page
    .locator('.site-nav a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  expect(visited).toEqual(listed);
  await page.locator('a[rel=prev]').click();
  await expect(page).toHaveURL(listed.at(-2)!);
});

test('on a phone the navigation opens from its button and closes with Escape', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto('/divergences/kl/');
  const nav = page.getByRole('navigation', { name: 'Pages' });
  await expect(nav).toBeHidden();
  await page.getByRole('button', { name: 'Pages' }).click();
  await expect(nav).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(nav).toBeHidden();
});

test('search finds the page, by keyboard', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  await expect(page.locator('#search-words')).toBeFocused();
  for (const words of ['Gibbs', 'tangent of the logarithm', 'wrong code']) {
    await page.locator('#search-words').fill(words);
    await expect(page.locator('#search-results a[href*="/divergences/kl/"]').first(), words).toBeVisible();
  }
  // The index shortens a word until something begins with it, so that Latin letters find something in the end.
  await page.locator('#search-words').fill('жжж');
  await expect(page.locator('#search-said')).toContainText('Nothing found');
  await page.keyboard.press('Escape');
  await expect(page.locator('#search')).toBeHidden();
});

test('the site, its search included, can be read without a network', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL!, serviceWorkers: 'allow' });
  const page = await context.newPage();
  await page.goto('/');
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js');
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  await page.goto('/divergences/kl/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kullback–Leibler divergence');
  await page.keyboard.press('/');
  await page.locator('#search-words').fill('triangle');
  await expect(page.locator('#search-results a').first()).toBeVisible();
  await context.close();
});

test('a link to a proof opens it, and print opens all', async ({ page }) => {
  await page.goto('/divergences/kl/#nonneg-proof-jensen');
  await expect(page.locator('#nonneg-proof-jensen')).toHaveAttribute('open', '');
  const closed = page.locator('#decomposition-proof p').first();
  await expect(closed).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(closed).toBeVisible();
  await expect(page.locator('.site-header')).toBeHidden();
});
