import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** Folder → what it may import: folders of ours, and packages. The table of the design; this test enforces it. */
const layers: readonly {
  folder: string;
  folders: readonly string[];
  packages: readonly string[];
  typesOnly?: readonly string[];
}[] = [
  { folder: 'src/core', folders: ['src/core'], packages: [] },
  { folder: 'src/formula', folders: ['src/formula', 'src/core'], packages: ['katex'] },
  { folder: 'src/site', folders: ['src/site', 'src/core', 'src/formula'], packages: ['*'] },
  {
    folder: 'src/pages',
    folders: ['src/site', 'components'],
    packages: ['astro:content', 'virtual:equations', 'virtual:verification'],
  },
  {
    folder: 'components/prose',
    folders: [
      'components/prose',
      'components/layout',
      'components/labs',
      'components/explorer',
      'components/exercises',
      'src/site',
      'src/formula',
    ],
    packages: ['astro', 'virtual:equations', 'virtual:verification'],
  },
  { folder: 'components/layout', folders: ['components/layout', 'src/site'], packages: ['astro', 'katex'] },
  {
    folder: 'components/labs',
    folders: ['components/labs', 'components/charts', 'src/core'],
    packages: ['preact', '@preact/signals', '@jax-js/jax'],
  },
  {
    folder: 'components/charts',
    folders: ['components/charts'],
    packages: ['preact', '@preact/signals', 'd3-contour'],
    typesOnly: ['src/core'],
  },
  {
    folder: 'components/explorer',
    folders: ['components/explorer', 'components/charts', 'src/core', 'src/formula'],
    packages: ['katex', 'preact', 'virtual:oracle'],
  },
  {
    folder: 'components/exercises',
    folders: ['components/exercises', 'src/core', 'src/formula', 'src/site'],
    packages: [],
  },
  { folder: 'tests/oracle', folders: ['tests/oracle'], packages: ['decimal.js'], typesOnly: ['src/formula'] },
];

const importStatement = /^\s*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;

function imports(file: string): { target: string; typeOnly: boolean; ours: boolean }[] {
  return [...readFileSync(file, 'utf8').matchAll(importStatement)].map(([, type, target]) => ({
    target: target!.startsWith('.') ? normalize(join(dirname(file), target!)) : target!,
    typeOnly: type !== undefined,
    ours: target!.startsWith('.'),
  }));
}

const sourceFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|tsx|astro)$/.test(file) && !/\.test\./.test(file))
    .map((file) => join(folder, file));

const within = (target: string, folders: readonly string[]) =>
  folders.some((folder) => target.startsWith(`${folder}/`));

test.each(layers)(
  '$folder imports only what its layer may',
  ({ folder, folders, packages, typesOnly = [] }) => {
    const files = sourceFiles(folder);
    expect(files.length, `${folder} has files`).toBeGreaterThan(0);
    const offenders = files.flatMap((file) =>
      imports(file)
        .filter(({ target, typeOnly, ours }) => {
          if (!ours)
            return !packages.some((name) => name === '*' || target === name || target.startsWith(`${name}/`));
          return !within(target, folders) && !(typeOnly && within(target, typesOnly));
        })
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect(offenders).toEqual([]);
  },
);

test('pages of content/ import nothing and hold no code', () => {
  const offenders = readdirSync('content', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx'))
    .filter((file) => /^(?:import|export)\s/m.test(readFileSync(join('content', file), 'utf8')));
  expect(offenders).toEqual([]);
});
