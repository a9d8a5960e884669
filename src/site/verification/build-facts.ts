import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';

/** What is known about the sources and the tools of a build. Nothing of it is read from the clock, so that the same sources give the same bytes. */
export interface BuildFacts {
  readonly commit?: {
    readonly id: string;
    /** The day of the commit, as YYYY-MM-DD. */
    readonly date: string;
    /** Whether files differ from the commit. */
    readonly changed: boolean;
  };
  readonly tools: Readonly<Record<string, string>>;
}

const PACKAGES = ['katex', 'decimal.js', 'astro', 'satteri'];

export const buildFacts = (): BuildFacts => {
  const commit = commitOf(process.cwd());
  return { ...(commit && { commit }), tools: tools() };
};

function tools(): Record<string, string> {
  const versions = PACKAGES.map((name) => {
    const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as {
      version: string;
    };
    return [name, version] as const;
  });
  return { 'Node.js': process.versions.node, ...Object.fromEntries(versions) };
}

/** Of the checkout whose top is this folder; a folder that only lies inside of another checkout has none. */
export function commitOf(folder: string): BuildFacts['commit'] {
  const git = (...command: string[]): string =>
    execFileSync('git', command, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  try {
    if (realpathSync(git('rev-parse', '--show-toplevel')) !== realpathSync(folder)) return undefined;
    const [id, date] = git('log', '-1', '--format=%H %cs').split(' ') as [string, string];
    return { id, date, changed: git('status', '--porcelain') !== '' };
  } catch {
    return undefined;
  }
}
