import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { loadLibrary } from '../../src/site/library.ts';
import { pageFiles, pageId } from '../../src/site/page-files.ts';
import { buildFacts } from '../../src/site/verification/build-facts.ts';
import { engineRuns } from '../../src/site/verification/engines.ts';
import { pointer } from '../../src/site/verification/pointer.ts';
import { recordOf, type VerificationRecord } from '../../src/site/verification/record.ts';
import type { CheckedFile } from '../content/check-file.ts';
import { onAllCores } from '../content/cores.ts';
import { oracle } from '../oracle/oracle.ts';
import { collect, problemsOf } from './read-back.ts';

const written = JSON.parse(readFileSync('dist/verification.json', 'utf8')) as VerificationRecord;

test('verification.json says what a check of all pages finds that takes nothing from the cache', async () => {
  process.env['CHECKS'] = 'cold';
  const checked = await onAllCores<string, CheckedFile>(
    new URL('../content/check-worker.ts', import.meta.url),
    pageFiles(),
  );
  const pages = checked.map(({ file, report }) => ({ id: pageId(file), report }));
  const found = recordOf(pages, loadLibrary(oracle), buildFacts(), { engines: engineRuns() });
  // The state of the checkout is that of the build, not of the test.
  expect({ ...found, commit: written.commit }).toEqual(written);
});

test('the sums are those of the pages, and every stated equation has a reason', () => {
  const pages = Object.values(written.pages);
  const sum = (of: (page: (typeof pages)[0]) => number) => pages.reduce((total, page) => total + of(page), 0);
  expect(written.equations.executed).toBe(sum(({ executed }) => executed));
  expect(written.equations.stated).toBe(sum(({ stated }) => stated.length));
  expect(written.inline.executed).toBe(sum(({ inline }) => inline.executed));
  expect(written.numbers).toBe(sum(({ numbers }) => numbers));
  expect(written.equations.executed).toBeGreaterThan(20);
  for (const { reason, tex } of pages.flatMap(({ stated, inline }) => [...stated, ...inline.stated])) {
    expect(reason).not.toBe('');
    expect(tex).not.toContain('%');
  }
});

test('the page shows the whole record, every number of it from the record', async ({ page }) => {
  await page.goto('/verification/');
  const collected = await collect(page);
  expect(problemsOf(collected)).toEqual([]);
  const shown = new Set(collected.recorded.map(({ place }) => place));
  const places = [
    ...['executed', 'stated', 'percent'].map((key) => pointer('equations', key)),
    ...Object.entries(written.pages)
      .filter(([, { executed }]) => executed > 0)
      .map(([path]) => pointer('pages', path, 'executed')),
    ...Object.keys(written.tools).map((tool) => pointer('tools', tool)),
    ...['settled', 'open'].map((key) => pointer('claims', key)),
    ...written.engines.map((_, k) => pointer('engines', k, 'version')),
    pointer('numbers'),
  ];
  expect(places.filter((place) => !shown.has(place))).toEqual([]);
  const texts = await page.locator('.stated code').allTextContents();
  const stated = Object.values(written.pages).flatMap((each) => [...each.stated, ...each.inline.stated]);
  expect(texts).toEqual(stated.map(({ tex }) => tex));
});

test('the foot of a page says how many of its equations were executed, and leads to the record', async ({
  page,
}) => {
  await page.goto('/divergences/kl/');
  const { executed, stated } = written.pages['/divergences/kl/']!;
  const foot = page.locator('.page-foot .executed');
  await expect(foot).toHaveText(`${executed} equations executed, ${stated.length} stated · Verification`);
  await foot.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Verification');
});
