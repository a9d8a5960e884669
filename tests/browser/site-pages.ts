import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labNames } from '../../src/site/labs.ts';

const built: readonly string[] = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`)
  .sort();

/** The addresses of all pages of the built site. */
export const sitePages = built.filter((path) => !path.startsWith('/embed/'));

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
