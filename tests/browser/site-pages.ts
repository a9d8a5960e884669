import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labNames } from '../../src/site/labs.ts';

const built: readonly string[] = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`)
  .sort();

/** The record of each page is made by the same few lines; that of the longest page is looked at for all of them. */
const isAnotherRecord = (path: string): boolean =>
  /^\/verification\/./.test(path) && path !== '/verification/divergences/kl/';

/** The addresses of the pages of the built site. */
export const sitePages = built.filter((path) => !path.startsWith('/embed/') && !isAnotherRecord(path));

/** The figures by themselves, to stand in other people's pages. */
export const embedPages = built.filter((path) => path.startsWith('/embed/'));

export const fileOf = (path: string): string =>
  join('dist', path.endsWith('.html') ? path : join(path, 'index.html'));

/** The pages on which a lab stands. */
export const labPages = sitePages.filter((path) =>
  readFileSync(fileOf(path), 'utf8').includes('<astro-island'),
);

/** The pages on which labs are tried out: each on its own page, and as it stands at the head of the site. */
export const walkedPages: readonly string[] = ['/', ...labNames().map((name) => `/labs/${name}/`)];

/** The pages on which exercises stand. */
export const exercisePages = sitePages.filter((path) =>
  readFileSync(fileOf(path), 'utf8').includes('data-exercise='),
);
