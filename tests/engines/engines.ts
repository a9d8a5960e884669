import type { Browser } from './browser.ts';
import { openFirefox } from './firefox.ts';
import { findProgram } from './programs.ts';
import { openWebKit } from './webkit.ts';

/** An engine beside Chromium, which need not be there. */
export interface Engine {
  /** As `ENGINES` names it. */
  readonly key: 'firefox' | 'webkit';
  readonly name: 'Firefox' | 'WebKitGTK';
  /** Debian's packages of what it takes. */
  readonly packages: readonly string[];
  /** The programs of it that are not here. */
  readonly lacks: () => readonly string[];
  readonly open: () => Promise<Browser>;
}

const firefox = () => findProgram('FIREFOX_BIN', ['firefox-esr', 'firefox']);
const webkitDriver = () => findProgram('WEBKIT_DRIVER_BIN', ['WebKitWebDriver']);
const xvfb = () => findProgram('XVFB_BIN', ['Xvfb']);

const absent = (programs: Readonly<Record<string, string | undefined>>): readonly string[] =>
  Object.keys(programs).filter((name) => programs[name] === undefined);

export const engines: readonly Engine[] = [
  {
    key: 'firefox',
    name: 'Firefox',
    packages: ['firefox-esr'],
    lacks: () => absent({ firefox: firefox() }),
    open: () => openFirefox(firefox()!),
  },
  {
    key: 'webkit',
    name: 'WebKitGTK',
    packages: ['webkit2gtk-driver', 'xvfb'],
    lacks: () => absent({ WebKitWebDriver: webkitDriver(), Xvfb: xvfb() }),
    open: () => openWebKit({ driver: webkitDriver()!, xvfb: xvfb()! }),
  },
];

/** The engines that `ENGINES` names, as in `ENGINES=firefox,webkit`: those and no others, and each must be there. */
export function namedEngines(): readonly Engine[] | undefined {
  const named = process.env['ENGINES'];
  if (named === undefined) return undefined;
  return named
    .split(',')
    .filter((key) => key !== '')
    .map((key) => {
      const engine = engines.find((one) => one.key === key);
      if (engine) return engine;
      const known = engines.map((one) => one.key).join(', ');
      throw new Error(`ENGINES names ${key}; the engines beside Chromium are: ${known}`);
    });
}
