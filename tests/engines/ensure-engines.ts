import { execFileSync } from 'node:child_process';
import type { Browser } from './browser.ts';
import { engines, namedEngines, type Engine } from './engines.ts';
import { isFile } from './programs.ts';

/**
 * The engines beside Chromium that are here, what is missing installed where that is possible. One that `ENGINES` names must be here;
 * of any other a line says that it is not, and it is not counted.
 */
export function ensureEngines(): readonly Engine[] {
  const wanted = namedEngines() ?? engines;
  install(wanted.filter((engine) => engine.lacks().length > 0).flatMap(({ packages }) => packages));
  return wanted.filter(({ name, lacks, packages }) => {
    const lacking = lacks();
    if (lacking.length === 0) return true;
    doWithout(`${name} is not here: no ${lacking.join(', no ')} (Debian: ${packages.join(' ')})`);
    return false;
  });
}

/** An engine with its page; nothing, and a line that says so, where it is here and does not start. */
export async function openEngine({ name, open }: Engine): Promise<Browser | undefined> {
  try {
    return await open();
  } catch (error) {
    doWithout(`${name} does not start here: ${(error as Error).message}`);
    return undefined;
  }
}

function doWithout(problem: string): void {
  if (namedEngines()) throw new Error(`ENGINES=${process.env['ENGINES']!}: ${problem}`);
  console.log(`not counted: ${problem}`);
}

/** One call of apt, as root on Debian, of at most so many seconds; elsewhere it is for the reader to install something, or not. */
export function install(packages: readonly string[], seconds = 300): void {
  if (packages.length === 0 || process.getuid?.() !== 0 || !isFile('/usr/bin/apt-get')) return;
  const options = '-qq -o DPkg::Lock::Timeout=60 -o Acquire::Retries=1 -o Acquire::http::Timeout=30';
  const command = `apt-get ${options} update && apt-get ${options} install -y --no-install-recommends ${packages.join(' ')}`;
  console.log(`installing ${packages.join(', ')}`);
  try {
    execFileSync('timeout', ['--kill-after=10', String(seconds), 'sh', '-c', command], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch {
    console.log('they could not be installed');
  }
}
