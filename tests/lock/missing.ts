interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}
export interface Lockfile {
  packages: Record<string, LockedPackage>;
}

/** The folder in which a package is looked for next, walking up from where another one is installed. */
const parent = (folder: string): string => folder.replace(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, '');

function isLocked(lock: Lockfile, from: string, name: string): boolean {
  for (let folder = from; ; folder = parent(folder)) {
    if (lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

/** Optional packages that the lockfile names as dependencies and has no entry for. */
export const missingOptional = (lock: Lockfile) =>
  Object.entries(lock.packages).flatMap(([folder, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => /^\d+\.\d+\.\d+/.test(version) && !isLocked(lock, folder, name))
      .map(([name, version]) => ({ name, version, dev })),
  );
