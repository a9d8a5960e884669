import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { openLab } from './open-lab.ts';
import { collect, problemsOf } from './read-back.ts';
import { walkedPages } from './site-pages.ts';

const steps = 60;
/** `SEED=7 npm run browser` repeats a walk. */
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

/** A small generator (mulberry32), so that a walk can be repeated from the seed that its failure prints. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Step = (page: Page, lab: Locator, random: () => number) => Promise<string>;

const any = async (found: Locator, random: () => number): Promise<Locator> =>
  found.nth(Math.floor(random() * (await found.count())));
const keys = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  'Shift+ArrowUp',
];
const typed = ['0', '1', '0.5', '0.000001', '0.123456', '.25', '1e-3', '2', '-1', 'abc', '0.1234567', ''];

const sliders = '[role=slider], .handle, input[type=range]';
/** What is taken hold of to drag: of a native range, the range itself. */
const grips = '.grip, .handle, input[type=range]';
/** Those that change the state. */
const buttons = ':is(.controls, .presets, .actions) button:enabled';

async function drag(page: Page, grip: Locator, dx: number, dy: number): Promise<void> {
  await grip.scrollIntoViewIfNeeded();
  const box = (await grip.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx, y + dy, { steps: 4 });
  await page.mouse.up();
}

const nameOf = async (element: Locator): Promise<string> => (await element.getAttribute('aria-label')) ?? '';

const walk: readonly Step[] = [
  async (_page, lab, random) => {
    if ((await lab.locator(sliders).count()) === 0) return 'no sliders';
    const slider = await any(lab.locator(sliders), random);
    const key = keys[Math.floor(random() * keys.length)]!;
    await slider.press(key);
    return `${key} on ${await nameOf(slider)}`;
  },
  async (page, lab, random) => {
    const found = lab.locator(grips);
    if ((await found.count()) === 0) return 'nothing to drag';
    const grip = await any(found, random);
    const [dx, dy] = [random, random].map((next) => Math.round((next() - 0.5) * 240));
    await drag(page, grip, dx!, dy!);
    return `drag ${await nameOf(grip)} by ${dx}, ${dy} px`;
  },
  async (_page, lab, random) => {
    const fields = lab.locator('input:is(.mass, .value)');
    if ((await fields.count()) === 0) return 'no fields';
    const field = await any(fields, random);
    const text = typed[Math.floor(random() * typed.length)]!;
    await field.fill(text);
    await field.press('Enter');
    return `type "${text}"`;
  },
  async (_page, lab, random) => {
    if ((await lab.locator(buttons).count()) === 0) return 'no buttons';
    const button = await any(lab.locator(buttons), random);
    const name = (await button.textContent())!;
    await button.click();
    return `press ${name}`;
  },
  async (_page, lab, random) => {
    const choices = lab.locator('input:is([type=radio], [type=checkbox]):enabled');
    if ((await choices.count()) === 0) return 'no choices';
    const choice = await any(choices, random);
    // By key, not by place: what stands above may still grow or shrink when the setting comes to rest.
    await choice.press('Space');
    return 'choose';
  },
  async (page, lab) => {
    // The state is in the address: coming back to it, everything must be the same.
    await page.waitForTimeout(400);
    const before = await lab.getAttribute('data-givens');
    await openLab(page, page.url().replace(/^https?:\/\/[^/]+/, ''));
    expect(await lab.getAttribute('data-givens')).toBe(before);
    return 'load the address';
  },
];

/** A state that a walk may miss: the pair editor fetches what shows R only once there is one. */
const withThird = '/labs/pair-editor/?pair=1~1.2.7~8.1.1~~~9.3.8';

for (const path of [...walkedPages, withThird]) {
  test(`every number of the lab on ${path} reads back after each of ${steps} random steps`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    console.log(`lab walk on ${path}: seed ${seed}`);
    const random = randomFrom(seed);
    const lab = await openLab(page, path);
    const done: string[] = [];
    for (let step = 0; step < steps; step++) {
      done.push(await walk[Math.floor(random() * walk.length)]!(page, lab, random));
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      // A digit that the double leaves open is fetched; it must come.
      await expect(page.locator('[data-certainty=open]')).toHaveCount(0);
      const problems = problemsOf(await collect(page));
      expect(problems, `seed ${seed}, after ${done.slice(-4).join(' · ')}`).toEqual([]);
    }
  });
}

test('a lab opens from any address, and says so when it cannot read one', async ({ page }) => {
  const path = '/divergences/kl/';
  for (const garbage of [
    '1~',
    '9~1.1~1.1',
    '1~1.2.7~8.1',
    '1~-1.2~1.1',
    '%00',
    '1~NaN.1~1.1',
    'x'.repeat(2000),
  ]) {
    const lab = await openLab(page, `${path}?pair=${encodeURIComponent(garbage)}`);
    await expect(lab.locator('.note'), garbage).toContainText('could not be read');
    expect(problemsOf(await collect(page)), garbage).toEqual([]);
  }
});

test('a lab is worked by keyboard alone, and shows where the focus is', async ({ page }) => {
  const lab = await openLab(page, '/divergences/kl/');
  const before = await lab.getAttribute('data-givens');
  await lab.getByRole('slider').first().focus();
  await page.keyboard.press('ArrowUp');
  await expect(lab).not.toHaveAttribute('data-givens', before!);
  const stops = await lab.locator('a[href], button:enabled, input:enabled, summary, [tabindex="0"]').count();
  const ringless: string[] = [];
  for (let stop = 0; stop < stops; stop++) {
    const lost = await page.evaluate(() => {
      const element = document.activeElement!;
      const ringed = [element, ...element.querySelectorAll('*')].some((part) => {
        return ['', '::before', '::after'].some((pseudo) => {
          const style = getComputedStyle(part, pseudo);
          return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
        });
      });
      return ringed ? undefined : `${element.localName}.${element.className}`;
    });
    if (lost) ringless.push(lost);
    await page.keyboard.press('Tab');
  }
  expect(ringless).toEqual([]);
});

test('a pasted table becomes the pair, and one that cannot be read stays in its field', async ({ page }) => {
  const lab = await openLab(page, '/labs/pair-editor/');
  await lab.getByText('Paste a table').press('Enter');
  const table = lab.getByRole('textbox', { name: 'Two columns' });
  await table.fill('bin\tP\tQ\nlow\t1\t5\nhigh\t3\t5');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const givens = '{"P":["0.25","0.75"],"Q":["0.5","0.5"]}';
  await expect(lab).toHaveAttribute('data-givens', givens);
  await expect(lab.getByRole('textbox', { name: 'name of outcome low' })).toBeVisible();
  await table.fill('1\t1\n2\ttwo');
  await lab.getByRole('button', { name: 'Take over' }).click();
  await expect(lab.locator('.note')).toContainText('“2 two” cannot be read');
  await expect(table).toHaveValue('1\t1\n2\ttwo');
  await expect(lab).toHaveAttribute('data-givens', givens);
  expect(problemsOf(await collect(page))).toEqual([]);
});
