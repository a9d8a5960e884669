import { expect, test } from 'playwright/test';
import { sitePages } from './site-pages.ts';

const chapters = /^\/(?:foundations|divergences|transport|learning|choosing)\/./;

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 375, height: 812 },
])
  test(`every page of a chapter has its first numbers in the first screen, ${viewport.width} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    const ends: Record<string, number | undefined> = {};
    for (const path of sitePages.filter((one) => chapters.test(one))) {
      await page.goto(path, { waitUntil: 'domcontentloaded' });
      ends[path] = await page.evaluate(
        () =>
          [...document.querySelectorAll('main .katex, main [data-of]')]
            .filter((one) => /\d/.test(one.textContent) && !one.closest('header, nav, .opening'))
            .map((one) => one.getBoundingClientRect())
            .find(({ height }) => height > 0)?.bottom,
      );
    }
    const late = Object.entries(ends).filter(([, end]) => end === undefined || end > viewport.height);
    expect(late, 'pages with the pixel at which their first number ends').toEqual([]);
  });
