import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkStatement } from '../../src/formula/check.ts';
import { checkPage } from '../../src/site/check-page.ts';
import { equationsFile } from '../../src/site/equations/file.ts';
import { evidenceText } from '../../src/site/equations/evidence-text.ts';
import { loadLibrary } from '../../src/site/library.ts';
import { pageFiles, pageId } from '../../src/site/page-files.ts';
import { oracle } from '../oracle/oracle.ts';

const library = loadLibrary(oracle);
const { notation } = library;
const given = { P: ['0.1', '0.2', '0.7'], Q: ['0.8', '0.1', '0.1'] };
const says = (tex: string, givens?: typeof given) =>
  evidenceText(checkStatement(tex, { notation, ...(givens && { givens }) }, oracle));

test('what was done with a formula is told in sentences, each number of them from its report', () => {
  expect(says('\\CE{P}{Q} = \\H{P} + \\KL{P}{Q}')).toMatchInlineSnapshot(
    `"Executed on 1 065 instances by the code of this site, and on 78 of them to fifty digits by a second evaluator that shares no arithmetic with it. Its sides are equal to the last digit. A search of 120 steps towards a failure found none."`,
  );
  expect(says('\\TV{P}{Q}^2 \\le \\tfrac12 \\KL{P}{Q}')).toMatchInlineSnapshot(
    `"Executed on 1 065 instances by the code of this site, and on 78 of them to fifty digits by a second evaluator that shares no arithmetic with it. It is tight: nothing is left between its sides at P = (0.5, 0.5), Q = (0.5, 0.5). A search of 320 steps towards a failure found none."`,
  );
  expect(says('\\KL{P}{Q} \\ne \\KL{Q}{P}')).toMatchInlineSnapshot(
    `"Executed on 1 065 instances by the code of this site, and on 75 of them to fifty digits by a second evaluator that shares no arithmetic with it. It is borne out: 0.029181219142… ≠ 0.0283809930544… at P = (0.474171, 0.525829), Q = (0.356265, 0.643735). That is certain, by interval arithmetic."`,
  );
  expect(says('\\KL{P}{Q} \\approx 1.2928 \\text{ nats}', given)).toMatchInlineSnapshot(
    `"Executed with the numbers that stand here, by the code of this site, and to fifty digits by a second evaluator that shares no arithmetic with it. Its decimal is the correctly rounded one."`,
  );
  expect(says('\\log 2 < 0.7')).toMatchInlineSnapshot(
    `"Executed with the numbers that stand here, by the code of this site, and to fifty digits by a second evaluator that shares no arithmetic with it. The least that is left between its sides is 0.0069."`,
  );
  expect(says('M := \\lambda P + (1 - \\lambda) Q')).toMatchInlineSnapshot(
    `"Executed on 1 065 instances by the code of this site, and on 65 of them to fifty digits by a second evaluator that shares no arithmetic with it. Its sides are equal to the last digit."`,
  );
  expect(says('% stated: it speaks of all \\lambda at once\n\\KL{P}{Q} \\ge 0')).toMatchInlineSnapshot(
    `"Stated, not executed: it speaks of all λ at once."`,
  );
});

const pages = pageFiles().map((file) => {
  const report = checkPage(readFileSync(file, 'utf8'), file, pageId(file), library);
  return { file, report, record: equationsFile(report, notation) };
});

test('the ids of formulas are those of no other part of their page', () => {
  for (const { file, record } of pages) {
    const anchors = library.index.pages.get(pageId(file))!.items;
    expect(
      Object.keys(record.equations).filter((id) => anchors.has(id)),
      file,
    ).toEqual([]);
  }
});

test('every theorem whose statement is executed on more than given numbers can be attacked by its readers', () => {
  const spared = pages.flatMap(({ report, record }) =>
    report.equations
      .filter(({ id, formula, report: { kind } }) => {
        const open = Object.keys(record.equations[id]?.open ?? {});
        return formula.around.theorem && kind === 'executed' && open.length > 0;
      })
      .filter(({ formula }) => !report.computed.tries.has(formula.around.theorem!.offset))
      .map(({ id, formula }) => `${id}: ${formula.tex}`),
  );
  expect(spared).toEqual([]);
});
