import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** Writes Pagefind's index of the built pages. The visual half of each formula is left out: its MathML copy is readable text. */
export async function indexForSearch(dist: string): Promise<void> {
  const { index, errors } = await createIndex({ excludeSelectors: ['.katex-html', 'annotation'] });
  if (!index) throw new Error(`the search index was not made: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: dist });
  const written = await index.writeFiles({ outputPath: join(dist, 'pagefind') });
  await close();
  const failed = [...added.errors, ...written.errors];
  if (failed.length > 0) throw new Error(`the search index was not made: ${failed.join('; ')}`);
}
