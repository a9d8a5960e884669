import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readScopeQuery } from '../../components/explorer/scope-query.ts';
import { writeFormulas } from '../../components/explorer/state.ts';
import type { Scope } from '../../src/formula/notation.ts';
import { ownScope } from '../../src/formula/own-scope.ts';
import { plain } from '../../src/formula/plain.ts';
import { readRemarks, withoutRemarks } from '../../src/formula/remarks.ts';
import { emptyReport, type StatementReport } from '../../src/formula/report.ts';
import { readStatement } from '../../src/formula/statement.ts';
import { readScope, writeScope } from '../../src/formula/written-scope.ts';
import { Answers } from '../../src/site/answers/answers.ts';
import { answersOnDisk } from '../../src/site/answers/on-disk.ts';
import { checkPage } from '../../src/site/check-page.ts';
import { equationsFile } from '../../src/site/equations/file.ts';
import { evidenceText } from '../../src/site/equations/evidence-text.ts';
import { loadLibrary } from '../../src/site/library.ts';
import { pageFiles, pageId } from '../../src/site/page-files.ts';
import { oracle } from '../oracle/oracle.ts';

const library = loadLibrary(oracle, new Answers(answersOnDisk()));
const { notation } = library;
const says = (report: Partial<StatementReport>): string =>
  evidenceText({
    ...emptyReport,
    ...report,
    evidence: { doubles: 1065, digits50: 76, steps: 0, ...report.evidence },
  });
const alone = { doubles: 1, digits50: 1, steps: 0 };
const decimal = { written: '1.2928', must: '1.2928', offset: 0, value: '1.29282238628' };
const many = { doubles: 1065, digits50: 76 };

test('what was done with a formula is told in sentences, each number of them from its report', () => {
  const gap = { size: 7.5e-61, at: ' at \\lambda = 0.5, f = (1/1, 3/2), t = -1' };
  expect(says({ evidence: { ...many, steps: 120, gap } })).toMatchInlineSnapshot(
    `"Executed on 1 065 instances by the code of this site, and on 76 of them to fifty digits by a second evaluator that shares no arithmetic with it. Its sides differ by at most 7.5 × 10⁻⁶¹ of the size of their terms, which is rounding at λ = 0.5, f = (1, 3/2), t = −1. A search of 120 steps towards a failure found none."`,
  );
  expect(says({ evidence: { ...many, steps: 0, gap: { size: 0, at: '' } } })).toMatchInlineSnapshot(
    `"Executed on 1 065 instances by the code of this site, and on 76 of them to fifty digits by a second evaluator that shares no arithmetic with it. Its sides are equal to the last digit."`,
  );
  const slack = { size: 0, at: ' at P = (0.5, 0.5)' };
  expect(says({ evidence: { ...many, steps: 12_345, slack } })).toMatchInlineSnapshot(
    `"Executed on 1 065 instances by the code of this site, and on 76 of them to fifty digits by a second evaluator that shares no arithmetic with it. It is tight: nothing is left between its sides at P = (0.5, 0.5). A search of 12 345 steps towards a failure found none."`,
  );
  expect(says({ evidence: { ...alone, slack: { size: 0.00685, at: '' } } })).toMatchInlineSnapshot(
    `"Executed with the numbers that stand here, by the code of this site, and to fifty digits by a second evaluator that shares no arithmetic with it. The least that is left between its sides is 0.0069."`,
  );
  expect(says({ evidence: alone, decimals: [decimal] })).toMatchInlineSnapshot(
    `"Executed with the numbers that stand here, by the code of this site, and to fifty digits by a second evaluator that shares no arithmetic with it. Its decimal is the correctly rounded one."`,
  );
  expect(says({ evidence: alone, decimals: [decimal, decimal] })).toMatchInlineSnapshot(
    `"Executed with the numbers that stand here, by the code of this site, and to fifty digits by a second evaluator that shares no arithmetic with it. Its 2 decimals are the correctly rounded ones."`,
  );
  expect(
    says({
      evidence: { ...many, steps: 0, certain: 'interval arithmetic' },
      witnesses: ['0.5 ≠ 0.25 at P = (1, 0)'],
    }),
  ).toMatchInlineSnapshot(
    `"Executed on 1 065 instances by the code of this site, and on 76 of them to fifty digits by a second evaluator that shares no arithmetic with it. It is borne out: 0.5 ≠ 0.25 at P = (1, 0). That is certain, by interval arithmetic."`,
  );
  expect(says({ evidence: { ...many, steps: 0, numerical: true } })).toMatchInlineSnapshot(
    `"Executed on 1 065 instances by the code of this site, and on 76 of them to fifty digits by a second evaluator that shares no arithmetic with it. A limit was followed along its sequence, which shows it and does not prove it."`,
  );
  expect(says({ kind: 'definition', evidence: { doubles: 0, digits50: 0, steps: 0 } })).toMatchInlineSnapshot(
    `"It gives a name to what stands on its right, for the formulas that follow."`,
  );
  expect(says({ kind: 'stated', reason: 'it speaks of all \\lambda at once' })).toMatchInlineSnapshot(
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

/** What a formula says, wherever the definitions that it uses stand. */
function said(tex: string, scope: Scope): string {
  const statement = readStatement(withoutRemarks(tex), ownScope(scope, readRemarks(tex)));
  return plain(statement.kind === 'mention' ? statement.expressions : statement.proposition);
}

test('every formula that is executed is read elsewhere as on its page, with what is written of its scope', () => {
  const unlike = pages.flatMap(({ file, report }) =>
    report.equations
      .filter(({ report: { kind } }) => kind === 'executed')
      .filter(({ formula: { tex }, scope }) => {
        try {
          return said(tex, readScope(writeScope(tex, scope, notation), notation)) !== said(tex, scope);
        } catch {
          return true;
        }
      })
      .map(({ formula }) => `${file}: ${formula.tex}`),
  );
  expect(unlike).toEqual([]);
});

test('every formula of a theorem that is executed on more than given numbers can be attacked by its readers, by a link', () => {
  const spared = pages.flatMap(({ report, record }) =>
    report.equations
      .filter(({ id, formula, report: { kind } }) => {
        const open = Object.keys(record.equations[id]?.open ?? {});
        return formula.around.theorem && kind === 'executed' && open.length > 0;
      })
      .filter(({ formula }) => {
        const tries = report.computed.tries.get(formula.around.theorem!.offset);
        return !tries?.formulas.includes(formula.tex.trim());
      })
      .map(({ id, formula }) => `${id}: ${formula.tex}`),
  );
  expect(spared).toEqual([]);
  for (const { file, report } of pages)
    for (const { formulas, scope } of report.computed.tries.values())
      expect(readScopeQuery(new URLSearchParams(writeFormulas(formulas, scope))), file).toBeDefined();
});
