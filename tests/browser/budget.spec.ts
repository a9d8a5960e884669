import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { labPages, sitePages } from './site-pages.ts';

const kB = 1000;
const phone = { width: 375, height: 800 };

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
    sizes.push({ type: response.request().resourceType(), bytes: Number(response.headers()['content-length'] ?? 0) });
  });
  await page.setViewportSize(phone);
  await page.goto(path, { waitUntil: 'networkidle' });
  if (scroll) {
    for (const island of await page.locator('astro-island').all()) await island.scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
  }
  const sum = (type?: string) => sizes.filter((size) => !type || size.type === type).reduce((all, size) => all + size.bytes, 0);
  return { requests: sizes.length, total: sum(), script: sum('script'), font: sum('font') };
}

for (const path of sitePages) {
  test(`${path} keeps its budget on a phone`, async ({ page }) => {
    const hasLab = labPages.includes(path);
    const first = await load(page, path, false);
    const html = brotliCompressSync(readFileSync(join('dist', path.endsWith('.html') ? path : join(path, 'index.html')))).length;
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    console.log(`budget ${path}: ${first.requests} requests, ${first.total} B, HTML ${html} B, fonts ${first.font} B, ${elements} elements`);
    expect.soft(first.requests, 'requests of the first view').toBeLessThanOrEqual(5);
    expect.soft(first.total, 'bytes of the first view').toBeLessThanOrEqual((hasLab ? 45 : 32) * kB);
    expect.soft(first.font, 'bytes of fonts').toBeLessThanOrEqual(16 * kB);
    expect.soft(html, 'bytes of the page with its styles').toBeLessThanOrEqual(14 * kB);
    expect.soft(elements, 'elements').toBeLessThanOrEqual(8000);
  });
}

for (const path of labPages) {
  test(`the labs of ${path} keep their budget`, async ({ page }) => {
    const { script } = await load(page, path, true);
    console.log(`budget ${path}: scripts ${script} B with its labs`);
    expect(script).toBeLessThanOrEqual(25 * kB);
  });
}
