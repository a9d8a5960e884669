import { afterEach, expect, test, vi } from 'vitest';
import { ensureEngines, openEngine } from './ensure-engines.ts';
import { engines, namedEngines } from './engines.ts';
import { start } from './processes.ts';

const [firefox, webkit] = engines;

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** What is printed while something is done. */
function printed(): string[] {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  return lines;
}

/** Nothing is found, and nobody is root, so nothing is installed. */
function bareMachine(): void {
  vi.stubEnv('PATH', '/nowhere');
  vi.stubEnv('ENGINES', undefined);
  vi.spyOn(process, 'getuid').mockReturnValue(1000);
}

test('an engine that is not here is not counted, and a line says so', () => {
  bareMachine();
  const lines = printed();
  expect(ensureEngines()).toEqual([]);
  expect(lines).toEqual([
    'not counted: Firefox is not here: no firefox (Debian: firefox-esr)',
    'not counted: WebKitGTK is not here: no WebKitWebDriver, no Xvfb (Debian: webkit2gtk-driver xvfb)',
  ]);
});

test('an engine that ENGINES names and that is not here is an error', () => {
  bareMachine();
  vi.stubEnv('ENGINES', 'webkit');
  expect(() => ensureEngines()).toThrow(
    /^ENGINES=webkit: WebKitGTK is not here: no WebKitWebDriver, no Xvfb/,
  );
});

test('ENGINES names those that are run, and no others', () => {
  vi.stubEnv('ENGINES', 'webkit,firefox');
  expect(namedEngines()).toEqual([webkit, firefox]);
  vi.stubEnv('ENGINES', '');
  expect(namedEngines()).toEqual([]);
  vi.stubEnv('ENGINES', 'opera');
  expect(namedEngines).toThrow('ENGINES names opera; the engines beside Chromium are: firefox, webkit');
});

test('a program named by a variable is that program or an error', () => {
  vi.stubEnv('FIREFOX_BIN', '/nowhere/firefox');
  expect(firefox!.lacks).toThrow('FIREFOX_BIN is /nowhere/firefox, and there is no such file');
});

test('an engine that does not start is not counted, unless it was named', async () => {
  vi.stubEnv('ENGINES', undefined);
  vi.stubEnv('FIREFOX_BIN', '/bin/false');
  const lines = printed();
  expect(await openEngine(firefox!)).toBeUndefined();
  expect(lines).toEqual([
    'not counted: Firefox does not start here: /bin/false could not be started: it ended with 1',
  ]);
  vi.stubEnv('ENGINES', 'firefox');
  await expect(openEngine(firefox!)).rejects.toThrow(/^ENGINES=firefox: Firefox does not start here/);
});

test('a program that says nothing is ended', async () => {
  const sleeping = start('/bin/sleep', ['60'], { stdio: ['ignore', 'pipe', 'ignore'] });
  await expect(sleeping.line(1, /ready/, 100)).rejects.toThrow(
    '/bin/sleep could not be started: it said nothing in 0.1 s',
  );
});
