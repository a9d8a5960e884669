import { execFileSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

// The shell build starts and loads pages in half the time of the full browser, from the same engine.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];

function onPath(): string | undefined {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of names) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // not here; the next folder may have it
      }
    }
  }
  return undefined;
}

const isFile = (file: string) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

/** The Chromium that is there: the one named by CHROMIUM_BIN, else one on the PATH, else Playwright's own download. */
export function findBrowser(): string | undefined {
  const named = process.env['CHROMIUM_BIN'];
  if (named) {
    // A wrong path is an error: falling back would test another browser than the one asked for.
    if (!isFile(named)) throw new Error(`CHROMIUM_BIN is ${named}, and there is no such file`);
    return named;
  }
  return onPath() ?? (isFile(chromium.executablePath()) ? chromium.executablePath() : undefined);
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
