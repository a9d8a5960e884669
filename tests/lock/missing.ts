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

/** What a package finds when it asks for another one by name: the nearest entry on the way up. */
function found(lock: Lockfile, from: string, name: string): LockedPackage | undefined {
  for (let folder = from; ; folder = parent(folder)) {
    const entry = lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`];
    if (entry || folder === '') return entry;
  }
}

/** Optional packages that the lockfile names as dependencies in one exact version, and does not lead to. */
export const missingOptional = (lock: Lockfile) =>
  Object.entries(lock.packages).flatMap(([folder, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(
        ([name, version]) => /^\d+\.\d+\.\d+/.test(version) && found(lock, folder, name)?.version !== version,
      )
      .map(([name, version]) => {
        // Beside its dependent where another version has the place that all share.
        const shared = lock.packages[`node_modules/${name}`] === undefined;
        return { name, version, dev, path: `${shared ? '' : `${folder}/`}node_modules/${name}` };
      }),
  );
