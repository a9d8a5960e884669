import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkPage } from '../../src/site/check-page.ts';
import { loadLibrary, pageId } from '../../src/site/library.ts';
import { oracle } from '../oracle/oracle.ts';

const file = 'content/divergences/kl.mdx';

test('the formulas that cannot be executed are those that were read and recorded', () => {
  const { stated } = checkPage(readFileSync(file, 'utf8'), file, pageId(file), loadLibrary(oracle));
  const remedy = `${file}: a stated formula has changed, and nothing executes it; check it by hand, then record it with: npx vitest run tests/content/stated.test.ts -u`;
  expect(
    stated.map(({ tex }) => tex.replace(/^%.*\n/gm, '')),
    remedy,
  ).toMatchInlineSnapshot(`
    [
      "\\KL{P}{Q} := \\int p(x) \\log\\frac{p(x)}{q(x)} \\, \\d x",
      "\\KL{P}{Q} := \\int \\log\\frac{\\d P}{\\d Q} \\, \\d P",
      "\\KL{P}{Q} \\ge \\KL{P}{R} + \\KL{R}{Q}",
      "\\KL{M}{Q} \\ge \\KL{R}{Q}",
    ]
  `);
});
