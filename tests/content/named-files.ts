import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { pageFiles } from '../../src/site/page-files.ts';

/** The pages that a command names, as paths from here; all pages if it names none. */
export function filesNamed(named: readonly string[]): readonly string[] {
  if (named.length === 0) return pageFiles();
  const missing = named.filter((file) => !existsSync(file));
  if (missing.length === 0) return named.map((file) => relative(process.cwd(), file));
  console.error(
    `received ${missing.join(', ')}; no such file. Name a page by its file: content/divergences/kl.mdx`,
  );
  process.exit(1);
}
