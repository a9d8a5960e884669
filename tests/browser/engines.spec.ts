import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { call, drag, press, type Browser } from '../engines/browser.ts';
import { namedEngines } from '../engines/engines.ts';
import { collectNumbers, type Collected } from './collect.ts';
import { centreOf, clickOn, countOf, focusOn, shownByLabs, wake } from './in-page.ts';
import { problemsOfDigits } from './read-back.ts';
import { embedPages, fileOf, sitePages, walkedPages } from './site-pages.ts';

// Without `ENGINES` there is Chromium alone; `npm run browser` names those that start here.
for (const { name, open } of namedEngines() ?? []) {
  test.describe(name, () => {
    // One worker and one page for all: a page costs more to open than to read.
    test.describe.configure({ mode: 'default' });
    let browser: Browser;
    test.beforeAll(async () => {
      browser = await open();
    });
    test.afterAll(() => browser.close());

    const read = async (): Promise<Collected> => {
      await call(browser, wake);
      return call(browser, collectNumbers);
    };

    for (const path of [...sitePages, ...embedPages]) {
      test(`every number of ${path} reads back in ${name}`, async ({ baseURL }) => {
        await browser.goto(`${baseURL!}${path}`);
        const collected = await read();
        expect(problemsOfDigits(collected)).toEqual([]);
        const built = readFileSync(fileOf(path), 'utf8').match(/ data-of="/g) ?? [];
        expect(collected.computed).toHaveLength(built.length);
      });
    }

    for (const path of walkedPages) {
      test(`every number of the lab on ${path} reads back in ${name} after what a hand does`, async ({
        baseURL,
      }) => {
        await browser.goto(`${baseURL!}${path}`);
        await call(browser, wake);
        const states = new Set([await call(browser, shownByLabs)]);
        /** An engine that is busy may lose an input: what changed nothing is done again, twice at most. */
        const untilChanged = (step: () => Promise<unknown>) => async (): Promise<void> => {
          const before = await call(browser, shownByLabs);
          for (let again = 0; again < 3; again += 1) {
            await step();
            await call(browser, wake);
            if ((await call(browser, shownByLabs)) !== before) return;
          }
        };
        const drags: readonly (() => Promise<unknown>)[] = [
          async () => {
            await call(browser, focusOn, sliders);
            await press(browser, 'ArrowUp');
          },
          async () => press(browser, 'PageUp'),
          async () => {
            const { x, y } = await call(browser, centreOf, grips);
            await drag(browser, { x, y }, { x: x + 30, y: y - 40 });
          },
        ];
        const steps: readonly (() => Promise<unknown>)[] = [
          ...((await call(browser, countOf, grips)) > 0 ? drags.map(untilChanged) : []),
          async () => call(browser, clickOn, '.lab .presets button:enabled', 2),
          async () => call(browser, clickOn, '.lab .presets button:enabled', 1),
          async () => call(browser, clickOn, '.lab input[type=radio]', 1),
        ];
        for (const [index, step] of steps.entries()) {
          await step();
          expect(problemsOfDigits(await read()), `after step ${index + 1}`).toEqual([]);
          states.add(await call(browser, shownByLabs));
        }
        expect(states.size, 'states that the lab was brought into').toBeGreaterThan(2);
      });
    }
  });
}

const sliders = '.lab :is([role=slider], .handle, input[type=range])';
const grips = '.lab :is(.grip, .handle, input[type=range])';
