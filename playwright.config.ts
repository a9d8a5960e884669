import { defineConfig } from 'playwright/test';
import { chromiumOptions } from './tests/browser/find-browser.ts';

/** `PORT=4400 npm run browser` lets two checkouts be tested at once. */
const port = Number(process.env['PORT'] ?? 4391);

export default defineConfig({
  testDir: 'tests/browser',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 120_000,
  // Of a thousand tests on a busy machine one in a while loses an input; what passes the second time is named at the end.
  retries: 1,
  reporter: [['list'], ['./tests/reporters/playwright-count.ts']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
    serviceWorkers: 'block',
    trace: 'off',
    launchOptions: chromiumOptions(),
  },
  webServer: {
    command: `node tests/browser/serve.ts dist ${port}`,
    url: `http://127.0.0.1:${port}/favicon.svg`,
    // A server that is already there could be serving another build.
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
});
