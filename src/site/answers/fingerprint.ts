import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

/** Everything that an answer depends on besides its question. */
const FOLDERS = ['src/formula', 'src/core', 'src/site/answers', 'tests/oracle'];
const PACKAGES = ['katex', 'decimal.js'];

/** A file system's clock may lag behind that of the process. */
const LAG = 50;

export interface Fingerprint {
  readonly digest: string;
  /** Whether a source has been changed since this process read it: what runs here is then older than what is on disk. */
  stale(): boolean;
}

/** The sources of the checker, what they are built upon, and the engine that runs them. */
export function fingerprint(
  folders: readonly string[] = FOLDERS,
  since = performance.timeOrigin,
): Fingerprint {
  const files = sourcesIn(folders);
  const hash = createHash('sha256').update(`${process.version} ${process.arch}\n`);
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(file));
  for (const name of PACKAGES) {
    const { version } = JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')) as {
      version: string;
    };
    hash.update(`${name} ${version}\n`);
  }
  let stale = false;
  return {
    digest: hash.digest('hex'),
    stale: () => (stale ||= changed(folders, files, since)),
  };
}

function sourcesIn(folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file))
    .sort();
}

function changed(folders: readonly string[], files: readonly string[], since: number): boolean {
  const now = sourcesIn(folders);
  return (
    now.length !== files.length ||
    now.some((file, k) => file !== files[k] || statSync(file).ctimeMs > since - LAG)
  );
}
