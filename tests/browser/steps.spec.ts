import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';

const path = '/divergences/kl/';

const unfold = (page: Page) =>
  page.evaluate(async () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    await document.fonts.ready;
  });

/** For each reason: how far its baseline is from that of the line that it speaks of, and where it stands beside it. */
const reasons = (page: Page) =>
  page.evaluate(() => {
    /** Something without size, put into the text, stands on its baseline. */
    const baseline = (place: Element): number => {
      const probe = document.createElement('span');
      probe.style.display = 'inline-block';
      place.prepend(probe);
      const { bottom } = probe.getBoundingClientRect();
      probe.remove();
      return bottom;
    };
    return [...document.querySelectorAll('p.by')].map((reason) => {
      const step = reason.parentElement!;
      const equation = step.querySelector('.equation');
      const row = Number(/-\d+-(\d+)$/.exec(reason.id)?.[1] ?? 0);
      const list = step.querySelector('.col-align-l > .vlist-t > .vlist-r > .vlist');
      const line = row > 0 ? list!.children[row - 1]!.lastElementChild! : step.querySelector('.katex-base');
      const words = document.createRange();
      words.selectNodeContents(reason);
      const box = words.getBoundingClientRect();
      const around = (equation ?? step).getBoundingClientRect();
      return {
        text: reason.textContent.replace(/\s+/g, ' ').trim(),
        off: line ? baseline(line) - baseline(reason.querySelector('a')!) : 0,
        beside: box.left >= around.right,
        under: box.top >= around.bottom - 1,
        inside: box.right <= document.documentElement.clientWidth,
        box: { top: box.top, bottom: box.bottom, left: box.left },
      };
    });
  });

test('on a wide screen a reason stands in the margin, on the line of its step', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(path);
  await unfold(page);
  const found = await reasons(page);
  expect(found.length).toBeGreaterThan(3);
  for (const { text, off, beside, inside } of found) {
    expect(Math.abs(off), `${text} is off its line`).toBeLessThan(2);
    expect(beside && inside, `${text} stands in the margin`).toBe(true);
  }
  const sorted = [...found].sort((a, b) => a.box.top - b.box.top);
  for (const [k, next] of sorted.slice(1).entries())
    expect(next.box.top, `${next.text} below ${sorted[k]!.text}`).toBeGreaterThanOrEqual(
      sorted[k]!.box.bottom,
    );
});

test('on a phone a reason stands under its step, and says which line it is of', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto(path);
  await unfold(page);
  const found = await reasons(page);
  expect(found.every(({ under, inside }) => under && inside)).toBe(true);
  await expect(page.locator('#nonneg-proof-jensen-1 .by').first()).toHaveText(
    /^First line: by definition of /,
  );
  await expect(page.locator('#nonneg-proof-jensen-1-1 .nth')).toBeVisible();
});

test('every step of a proof can be linked to, and the link opens the proof', async ({ page }) => {
  await page.goto(path);
  const steps = await page.evaluate(() =>
    [...document.querySelectorAll('.proof .equation')].map((equation) => equation.parentElement!.id),
  );
  expect(steps.length).toBeGreaterThan(3);
  expect(new Set(steps).size).toBe(steps.length);
  expect(steps.every((id) => /-proof(-[a-z]+)?-\d+$/.test(id))).toBe(true);
  await page.goto(`${path}#nonneg-proof-jensen-1-2`);
  await expect(page.locator('#nonneg-proof-jensen')).toHaveAttribute('open', '');
  await expect(page.locator('#nonneg-proof-jensen-1-2')).toBeInViewport();
});

test('a reason leads to the item that it names', async ({ page }) => {
  await page.goto(`${path}#nonneg-proof-jensen`);
  await page.locator('#nonneg-proof-jensen').getByRole('link', { name: 'Jensen' }).click();
  await expect(page).toHaveURL(/#jensen$/);
  await expect(page.locator('#jensen')).toBeInViewport();
});

test('a theorem from the literature says where it is taken from', async ({ page }) => {
  await page.goto(path);
  const source = page.locator('#jensen .taken a');
  await expect(source).toHaveText(/Cover and Thomas \(2006\)/);
  await source.click();
  await expect(page.locator('#cover-thomas-2006')).toBeInViewport();
});
