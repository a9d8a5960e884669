import { readdirSync } from 'node:fs';

/** The addresses of all pages of the built site. */
export const sitePages: readonly string[] = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`)
  .sort();

/** Those on which a lab stands. */
export const labPages: readonly string[] = ['/', '/divergences/kl/'];
