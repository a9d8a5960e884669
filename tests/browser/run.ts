/** `npm run browser`: Playwright's tests in Chromium, and the reading back in every other engine that starts here. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ensureEngines, openEngine } from '../engines/ensure-engines.ts';
import { ensureBrowser } from './find-browser.ts';

if (!existsSync('dist/index.html')) throw new Error('there is no dist/; run: npm run build');
console.log(`browser: ${ensureBrowser()}`);
const starting: string[] = [];
for (const engine of ensureEngines()) {
  const browser = await openEngine(engine);
  if (!browser) continue;
  console.log(`and ${engine.name} ${browser.version}`);
  await browser.close();
  starting.push(engine.key);
}

// What its tests are is decided here, once: each of Playwright's processes must find the same.
const playwright = spawn('playwright', ['test', ...process.argv.slice(2)], {
  env: { ...process.env, ENGINES: starting.join(',') },
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => playwright.kill(signal));
playwright.once('exit', (code) => (process.exitCode = code ?? 1));
