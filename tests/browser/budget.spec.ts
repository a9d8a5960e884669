import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { fileOf, labPages, sitePages } from './site-pages.ts';

const kB = 1000;
const phone = { width: 375, height: 800 };
/** What a server may send before it must wait for the first answer: ten packets, less the headers. */
const firstFlight = 14 * kB;
/** The whole page. A page longer than the first flight must still show its first screen from it. */
const wholePage = 22 * kB;
/** What a lab adds to it so that it is there without JavaScript: its markup and styles, and the few lines that wake it. */
const labInPage = 4.5 * kB;
/**
 * The fonts of the mathematics, cut to what the whole site shows and the same for all pages, so that they are fetched once: the more pages,
 * the more symbols. A page fetches the two main ones, and up to four of a kilobyte each.
 */
const fonts = 22 * kB;

/** Where the figure is in the first screen, its script, what all labs share, and what most share come at once. */
const showsLabFirst = (path: string): boolean =>
  path === '/' || path === '/start/three-minutes/' || /^\/labs\/./.test(path);

const htmlOf = (path: string) => readFileSync(fileOf(path));

interface Loaded {
  readonly requests: number;
  readonly total: number;
  readonly script: number;
  readonly font: number;
}

/** What the browser fetches, in bytes as they come over the wire, Brotli where the server compresses. */
async function load(page: Page, path: string, scroll: boolean): Promise<Loaded> {
  const sizes: { type: string; bytes: number }[] = [];
  page.on('response', (response) => {
    sizes.push({
      type: response.request().resourceType(),
      bytes: Number(response.headers()['content-length'] ?? 0),
    });
  });
  await page.setViewportSize(phone);
  await page.goto(path, { waitUntil: 'networkidle' });
  if (scroll) {
    for (const island of await page.locator('astro-island').all()) {
      await island.scrollIntoViewIfNeeded();
      await expect(island).not.toHaveAttribute('ssr', '');
    }
  }
  const sum = (type?: string) =>
    sizes.filter((size) => !type || size.type === type).reduce((all, size) => all + size.bytes, 0);
  return { requests: sizes.length, total: sum(), script: sum('script'), font: sum('font') };
}

for (const path of sitePages) {
  test(`${path} keeps its budget on a phone`, async ({ page }) => {
    const hasLab = labPages.includes(path);
    const first = await load(page, path, false);
    const html = brotliCompressSync(htmlOf(path)).length;
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    console.log(
      `budget ${path}: ${first.requests} requests, ${first.total} B, HTML ${html} B, fonts ${first.font} B, ${elements} elements`,
    );
    expect
      .soft(first.requests, 'requests of the first view')
      .toBeLessThanOrEqual(showsLabFirst(path) ? 9 : 7);
    expect
      .soft(first.total, 'bytes of the first view')
      .toBeLessThanOrEqual((showsLabFirst(path) ? 65 : hasLab ? 52 : 43) * kB);
    expect.soft(first.font, 'bytes of fonts').toBeLessThanOrEqual(fonts);
    expect
      .soft(html, 'bytes of the page with its styles')
      .toBeLessThanOrEqual(wholePage + (hasLab ? labInPage : 0));
    expect.soft(elements, 'elements').toBeLessThanOrEqual(8000);
  });
}

for (const path of sitePages) {
  test(`the first ${firstFlight} bytes of ${path} paint its whole first screen`, async ({ page }) => {
    const whole = brotliCompressSync(htmlOf(path));
    // Two pictures of the same page would say nothing.
    if (whole.length <= firstFlight) return;
    const begun = brotliDecompressSync(whole.subarray(0, firstFlight), {
      finishFlush: constants.BROTLI_OPERATION_FLUSH,
    });
    for (const viewport of [phone, { width: 1280, height: 800 }]) {
      await page.setViewportSize(viewport);
      const painted: Buffer[] = [];
      for (const body of [htmlOf(path), begun]) {
        await page.route(`**${path}`, (route) =>
          route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
        );
        await page.goto(path, { waitUntil: 'networkidle' });
        await page.evaluate(() => document.fonts.ready);
        // A lab that is alive shows its controls; what is compared is what the page itself brings.
        await page.addStyleTag({ content: 'figure.lab { visibility: hidden; }' });
        painted.push(await page.screenshot({ animations: 'disabled' }));
        await page.unroute(`**${path}`);
      }
      expect(painted[1]!.equals(painted[0]!), `${viewport.width} × ${viewport.height}`).toBe(true);
    }
  });
}

for (const path of labPages) {
  test(`the labs of ${path} keep their budget`, async ({ page }) => {
    const { script } = await load(page, path, true);
    const labs = await page.locator('[data-lab]').count();
    console.log(`budget ${path}: scripts ${script} B with its labs`);
    expect(script).toBeGreaterThan(0);
    // A further lab on a page adds only what is its own.
    expect(script).toBeLessThanOrEqual((36 + 8 * (labs - 1)) * kB);
  });
}
