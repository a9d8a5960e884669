import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadReferences } from '../../src/site/data.ts';

const references = loadReferences();
const key = /\b[a-z]+(?:-[a-z]+)*-(?:1[89]|20)\d{2}\b/g;
const docComment = /\/\*\*[\s\S]*?\*\//g;

/** The keys after `@see` in the documentation of the core, with the files that cite them. */
const cited = readdirSync('src/core', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    [...readFileSync(join('src/core', file), 'utf8').matchAll(docComment)].flatMap(([comment]) => {
      const see = comment.indexOf('@see');
      return see < 0 ? [] : [...comment.slice(see).matchAll(key)].map(([name]) => ({ file, name }));
    }),
  );

test('every source that the core’s documentation cites is in references.yaml', () => {
  expect(cited.length).toBeGreaterThan(20);
  expect(
    cited.filter(({ name }) => !references[name]).map(({ file, name }) => `${file} cites ${name}`),
  ).toEqual([]);
});

test('every source in references.yaml is cited by a page or by the core', () => {
  const pages = readdirSync('content', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => readFileSync(join('content', file), 'utf8'))
    .join('\n');
  const unused = Object.keys(references).filter(
    (name) => !pages.includes(name) && !cited.some((citation) => citation.name === name),
  );
  expect(unused).toEqual([]);
});
