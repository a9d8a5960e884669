import lighthouse from 'lighthouse';
import { chromium } from 'playwright';
import { expect, test } from 'playwright/test';

// The browsers that Lighthouse drives are its own; two at once would each measure the other's load.
test.describe.configure({ mode: 'serial' });

/** Beside the site's own port, so that two checkouts can be tested at once. */
const port = Number(process.env['PORT'] ?? 4391) + 5000;

/** One of each kind of page. */
const kinds = ['/', '/divergences/kl/', '/notation/', '/labs/pair-editor/'];

for (const path of kinds) {
  test(`Lighthouse gives ${path} full marks for everything but speed, which it does not gate`, async ({
    baseURL,
  }, info) => {
    test.setTimeout(240_000);
    const options = info.project.use.launchOptions ?? {};
    const browser = await chromium.launch({
      ...options,
      args: [...(options.args ?? []), `--remote-debugging-port=${port}`],
    });
    try {
      const run = await lighthouse(new URL(path, baseURL).href, { port, output: 'json', logLevel: 'error' });
      const { categories, audits } = run!.lhr;
      const scores = Object.fromEntries(
        Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]),
      );
      const seconds = (audit: string) => ((audits[audit]?.numericValue ?? 0) / 1000).toFixed(2);
      console.log(
        `lighthouse ${path}: ${JSON.stringify(scores)} FCP ${seconds('first-contentful-paint')} s, LCP ${seconds('largest-contentful-paint')} s, ` +
          `TBT ${(audits['total-blocking-time']?.numericValue ?? 0).toFixed(0)} ms, CLS ${audits['cumulative-layout-shift']?.numericValue ?? '?'}`,
      );
      const lost = Object.values(categories)
        .filter(({ id }) => id !== 'performance')
        .flatMap(({ id, auditRefs }) =>
          auditRefs
            .filter(({ id: audit, weight }) => weight > 0 && (audits[audit]?.score ?? 1) < 1)
            .map(({ id: audit }) => `${id}: ${audit}: ${audits[audit]!.title}`),
        );
      expect(lost).toEqual([]);
      expect(audits['cumulative-layout-shift']!.numericValue, 'layout shift').toBeLessThan(0.001);
    } finally {
      await browser.close();
    }
  });
}
