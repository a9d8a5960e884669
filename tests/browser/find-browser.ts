import { execFileSync } from 'node:child_process';
import { chromium, type LaunchOptions } from 'playwright';
import { findProgram, isFile } from '../engines/programs.ts';

// The shell build starts and loads pages in half the time of the full browser, from the same engine.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];

/** The Chromium that is there: the one named by CHROMIUM_BIN, else one on the PATH, else Playwright's own download. */
export const findBrowser = (): string | undefined =>
  findProgram('CHROMIUM_BIN', names) ??
  (isFile(chromium.executablePath()) ? chromium.executablePath() : undefined);

/** How Playwright starts it. */
export function chromiumOptions(): LaunchOptions {
  const executablePath = findBrowser();
  return {
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
  };
}

const attempt = (command: string, args: readonly string[]): boolean => {
  console.log(`no Chromium found; trying: ${command} ${args.join(' ')}`);
  try {
    execFileSync(command, args, { stdio: 'inherit', timeout: 10 * 60_000 });
    return true;
  } catch {
    return false;
  }
};

/** The Chromium that is there, or one installed now: Playwright's download, else, as root on Debian, the distribution's package. */
export function ensureBrowser(): string {
  const there = findBrowser();
  if (there) return there;
  attempt('npx', ['playwright', 'install', 'chromium-headless-shell']);
  const downloaded = findBrowser();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && isFile('/usr/bin/apt-get')) {
    attempt('apt-get', ['update', '-qq']);
    attempt('apt-get', ['install', '-y', '-qq', 'chromium-headless-shell', 'fonts-liberation']);
  }
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error('no Chromium found, and none could be installed; install one and name it in CHROMIUM_BIN');
}
