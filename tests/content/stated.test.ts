import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkPage } from '../../src/site/check-page.ts';
import { loadLibrary } from '../../src/site/library.ts';
import { pageId } from '../../src/site/page-files.ts';
import { oracle } from '../oracle/oracle.ts';

const library = loadLibrary(oracle);
const remedy =
  'a stated formula has changed, and nothing executes it; check it by hand, then record it with: npx vitest run tests/content/stated.test.ts -u';

const statedIn = (file: string): string[] =>
  checkPage(readFileSync(file, 'utf8'), file, pageId(file), library).stated.map(({ tex }) =>
    tex.replace(/^%.*\n/gm, ''),
  );

test('the formulas that cannot be executed are those that were read and recorded', () => {
  expect(statedIn('content/divergences/kl.mdx'), remedy).toMatchInlineSnapshot(`
    [
      "\\KL{P}{Q} := \\int p(x) \\log\\frac{p(x)}{q(x)} \\, \\d x",
      "\\KL{P}{Q} := \\int \\log\\frac{\\d P}{\\d Q} \\, \\d P",
    ]
  `);
  expect(statedIn('content/divergences/kl-properties.mdx'), remedy).toMatchInlineSnapshot(`
    [
      "\\KL{P}{Q} \\ge \\KL{P}{R} + \\KL{R}{Q}",
      "\\KL{M}{Q} \\ge \\KL{R}{Q}",
    ]
  `);
});
