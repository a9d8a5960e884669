import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { collect, problemsOf } from './read-back.ts';
import { embedPages, sitePages } from './site-pages.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function open(page: Page, path: string): Promise<string[]> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // The 404 page is itself answered with a 404, which the browser reports as an error.
    if (message.type() === 'error' && !(path === '/404.html' && message.text().includes('404')))
      errors.push(message.text());
  });
  await page.goto(path);
  await page.evaluate(() => document.fonts.ready);
  return errors;
}

/** Opens what a reader can open, so that nothing stays unread or unchecked because it is folded away. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

/** Scrolls through the page, so that every island that waits to be seen comes alive. */
const awaken = async (page: Page) => {
  for (const island of await page.locator('astro-island').all()) {
    await island.scrollIntoViewIfNeeded();
    await expect(island).not.toHaveAttribute('ssr', '');
  }
};

/** The elements whose text stands out from the nearest painted background by less than the ratio that WCAG asks for. */
async function tooFaint<Node extends { target: unknown }>(page: Page, nodes: Node[]): Promise<Node[]> {
  const ratios = await page.evaluate(
    (selectors) => {
      const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
      const luminance = (colour: string) => {
        const [r = 0, g = 0, b = 0] = channels(colour).map((channel) => {
          const c = channel / 255;
          return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      return selectors.map((selector) => {
        const element = document.querySelector(selector)!;
        let behind: Element | null = element;
        const paint = (part: Element) => getComputedStyle(part).backgroundColor;
        while (behind && channels(paint(behind))[3] === 0) behind = behind.parentElement;
        const [one, other] = [
          luminance(getComputedStyle(element).color),
          luminance(behind ? paint(behind) : 'rgb(255,255,255)'),
        ];
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      });
    },
    nodes.map(({ target }) => (target as string[])[0]!),
  );
  return nodes.filter((_, index) => ratios[index]! < 4.5);
}

for (const path of [...sitePages, ...embedPages]) {
  test(`every number of ${path} is recomputed and reads back`, async ({ page }) => {
    const errors = await open(page, path);
    await awaken(page);
    expect(problemsOf(await collect(page))).toEqual([]);
    await page.setViewportSize({ width: 375, height: 800 });
    expect(problemsOf(await collect(page))).toEqual([]);
    expect(errors, 'errors in the console').toEqual([]);
  });
}

for (const path of sitePages) {
  test(`${path} shows the same digits without JavaScript`, async ({ page, browser, baseURL }) => {
    await open(page, path);
    await awaken(page);
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
    const plain = await context.newPage();
    await plain.goto(path);
    const [alive, still] = [await collect(page), await collect(plain)];
    expect(problemsOf(still)).toEqual([]);
    const texts = (numbers: typeof alive) => [...numbers.computed, ...numbers.given].map(({ text }) => text);
    expect(texts(still)).toEqual(texts(alive));
    await context.close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${path} has nothing that axe finds, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await open(page, path);
      await awaken(page);
      await unfold(page);
      await page.evaluate(axeSource);
      const results = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
      );
      // What axe leaves undecided counts too. The contrast of a single sign, or of text beside which something floats, is computed here.
      const undecided = await Promise.all(
        results.incomplete.map(async (rule) => ({
          ...rule,
          nodes: rule.id !== 'color-contrast' ? rule.nodes : await tooFaint(page, rule.nodes),
        })),
      );
      const lines = [...results.violations, ...undecided].flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary ?? ''}`),
      );
      expect(lines).toEqual([]);
    });
  }

  test(`${path} fits a phone: no overflow at 320 px, no target under 24 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await open(page, path);
    await awaken(page);
    await unfold(page);
    const { width, inner, small, unreachable } = await page.evaluate(() => {
      const shown = (element: Element) => element.getClientRects().length > 0;
      const inSentence = (element: Element) =>
        getComputedStyle(element).display === 'inline' &&
        element.closest('p, li, td, dd, blockquote') !== null;
      const targets = [
        ...document.querySelectorAll('a[href], button, input, select, summary, [role=slider], .handle'),
      ].filter((element) => shown(element) && !inSentence(element) && !element.classList.contains('skip'));
      return {
        width: document.documentElement.scrollWidth,
        inner: document.documentElement.clientWidth,
        small: targets
          .map((element) => {
            // A radio button or a check box is pressed through its label as well.
            const isMark = element.matches('[type=radio], [type=checkbox]');
            const area = (isMark && (element as HTMLInputElement).labels?.[0]) || element;
            const { width, height } = area.getBoundingClientRect();
            return {
              name: `${element.localName}.${element.className} "${element.textContent.trim()}"`,
              width,
              height,
            };
          })
          .filter(({ width, height }) => width < 24 || height < 24)
          .map(({ name, width, height }) => `${name} ${width.toFixed(0)}×${height.toFixed(0)}`),
        unreachable: [...document.querySelectorAll('.equation, .formula, .scroll')]
          .filter((box) => box.scrollWidth > box.clientWidth + 1 && (box as HTMLElement).tabIndex < 0)
          .map((box) => box.getAttribute('data-tex') ?? box.textContent.slice(0, 60)),
      };
    });
    expect(width, 'width of the page').toBeLessThanOrEqual(inner);
    expect(small, 'targets under 24 px').toEqual([]);
    expect(unreachable, 'scrolling boxes that no key reaches').toEqual([]);
  });
}
