import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'playwright/test';
import { GOLDEN } from '../core/golden.ts';
import { findFirefox, findJavaScriptCore, runInFirefox, runInJavaScriptCore } from './engines.ts';

type Golden = typeof import('../core/golden.ts');

/** The very module that Node runs, as one script that leaves `golden` behind. */
async function script(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../core/golden.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    globalName: 'golden',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]!.text;
}

test('Chromium gives the recorded bits of a million results', async ({ page, browser }) => {
  await page.goto('about:blank');
  await page.addScriptTag({ content: await script() });
  const hashes = await page.evaluate(() =>
    (globalThis as unknown as { golden: Golden }).golden.goldenHashes(),
  );
  expect(hashes).toEqual(GOLDEN);
  console.log(`same bits in Chromium ${browser.version()}`);
});

test('so does every other engine that is installed', async () => {
  const others = [
    { name: 'Firefox', binary: findFirefox(), run: runInFirefox },
    { name: 'JavaScriptCore', binary: findJavaScriptCore(), run: runInJavaScriptCore },
  ];
  for (const { name, binary, run } of others) {
    if (!binary) {
      console.log(`not installed, not run: ${name}`);
      continue;
    }
    const sent = await run(binary, `${await script()}\nsend(JSON.stringify(golden.goldenHashes()));`);
    expect(JSON.parse(sent), name).toEqual(GOLDEN);
    console.log(`same bits in ${name}`);
  }
});
