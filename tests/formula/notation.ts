import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readNotation } from '../../src/formula/notation.ts';

/** The site's own notation, as the tests of formulas need it. */
export const notation = readNotation(
  parse(readFileSync(new URL('../../content/notation.yaml', import.meta.url), 'utf8')),
);
