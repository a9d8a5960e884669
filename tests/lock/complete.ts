/**
 * `npm run lock`, after a change of dependencies. A registry may lack a package's build for a platform; npm then
 * leaves it out of the lockfile without a word, and `npm ci` refuses the lockfile. This adds the missing entries: they
 * are only ever fetched on the platform that they name.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { missingOptional, type Lockfile } from './missing.ts';

const file = 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8')) as Lockfile;

const systems: Readonly<Record<string, string>> = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
  windows: 'win32',
};
const processors = ['arm64', 'x64', 'ia32', 'arm', 'riscv64', 's390x', 'ppc64', 'loong64', 'wasm32'];

for (const { name, version, dev, path } of missingOptional(lock)) {
  const words = name.split(/[-_/]/);
  const system = words.map((word) => systems[word]).find((known) => known !== undefined);
  const processor = processors.find((known) => words.includes(known));
  lock.packages[path] = {
    version,
    ...(processor && { cpu: [processor] }),
    ...(dev && { dev }),
    optional: true,
    ...(system && { os: [system] }),
  };
  console.log(`added ${path}@${version}`);
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
