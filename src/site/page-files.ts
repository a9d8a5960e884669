import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** `content/divergences/kl.mdx` → `divergences/kl`. */
export const pageId = (file: string): string => file.replace(/^.*?content\//, '').replace(/\.mdx$/, '');

/** Every page, in the order of the alphabet. */
export const pageFiles = (): string[] =>
  readdirSync('content', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => join('content', file))
    .sort();
