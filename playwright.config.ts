import { defineConfig } from 'playwright/test';
import { findBrowser } from './tests/browser/find-browser.ts';

/** `PORT=4400 npm run browser` lets two checkouts be tested at once. */
const port = Number(process.env['PORT'] ?? 4391);
const executablePath = findBrowser();

export default defineConfig({
  testDir: 'tests/browser',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 120_000,
  reporter: [['list'], ['./tests/reporters/playwright-count.ts']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
    serviceWorkers: 'block',
    trace: 'off',
    launchOptions: {
      ...(executablePath && { executablePath }),
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--font-render-hinting=none',
        '--force-color-profile=srgb',
      ],
    },
  },
  webServer: {
    command: `node tests/browser/serve.ts dist ${port}`,
    url: `http://127.0.0.1:${port}/favicon.svg`,
    // A server that is already there could be serving another build.
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
});
