import { readFileSync } from 'node:fs';
import type { Definition } from '../../../src/formula/environment.ts';
import type { StatementReport } from '../../../src/formula/report.ts';
import type { ValueReport } from '../../../src/formula/value.ts';
import { Answers, PageAnswers, type Question } from '../../../src/site/answers/answers.ts';
import { answersOnDisk } from '../../../src/site/answers/on-disk.ts';
import { checkPage, failureLine, type Failure, type Library } from '../../../src/site/check-page.ts';
import { loadLibrary } from '../../../src/site/library.ts';
import { pageId } from '../../../src/site/page-files.ts';
import { readPage } from '../../../src/site/page-source.ts';
import { oracle } from '../../oracle/oracle.ts';

/** A number in prose, as the checker is asked about it. */
export interface Shown {
  readonly of: string;
  readonly written: string;
  readonly in?: 'nats' | 'bits';
}

/** One thing that the check of a page asks, with its answer and the places of its characters in the file. */
export type Asked = { readonly scope: Question['scope'] } & (
  | {
      readonly of: 'statement';
      readonly tex: string;
      readonly report: StatementReport;
      readonly from: number;
    }
  | {
      readonly of: 'value';
      readonly shown: Shown;
      readonly report: ValueReport;
      /** Where the quantity stands in the file, and where the number. */
      readonly from: number;
      readonly numberFrom: number;
    }
);

export interface PageUnderTest {
  readonly file: string;
  readonly source: string;
  /** In the order in which they are asked. */
  readonly asked: readonly Asked[];
  /** Checks a changed source as a whole; what was asked before is remembered. */
  readonly failures: (source: string) => readonly Failure[];
  /** The formulas that nothing executes. */
  readonly stated: readonly string[];
}

/** Writes down every question, whoever answers it. */
class Overheard extends PageAnswers {
  readonly questions: { readonly question: Question; readonly answer: unknown }[] = [];

  override remember<Answer>(question: Question, answer: () => Answer): Answer {
    const found = super.remember(question, answer);
    this.questions.push({ question, answer: found });
    return found;
  }
}

class Overhearing extends Answers {
  last: Overheard | undefined;

  override ofPage(id: string): PageAnswers {
    return (this.last = new Overheard(this, id));
  }
}

/** Reads a page that has nothing wrong in it. */
export function pageUnderTest(file: string): PageUnderTest {
  const source = readFileSync(file, 'utf8');
  const answers = new Overhearing(answersOnDisk());
  const library = loadLibrary(oracle, answers);
  const check = (text: string, with1: Library) => checkPage(text, file, pageId(file), with1);
  const report = check(source, library);
  if (report.failures.length > 0)
    throw new Error(
      `only a page without failures can be broken:\n${report.failures.map(failureLine).join('\n')}`,
    );
  const inMemory = new Answers();
  for (const [key, answer] of answers.known) inMemory.known.set(key, answer);
  const known = new Set(inMemory.known.keys());
  return {
    file,
    source,
    asked: placed(source, answers.last!.questions),
    stated: report.stated.map(({ tex }) => tex),
    failures: (text) => {
      const found = check(text, { ...library, answers: inMemory }).failures;
      // What was found about a broken page is of no use to the next one.
      for (const key of inMemory.known.keys()) if (!known.has(key)) inMemory.known.delete(key);
      return found;
    },
  };
}

function placed(source: string, questions: Overheard['questions']): Asked[] {
  const passages = readPage(source).passages.filter(
    (each) => each.kind === 'formula' || each.kind === 'component',
  );
  const found: Asked[] = [];
  let next = 0;
  for (const { question, answer } of questions) {
    const { scope } = question;
    if (question.of === 'statement') {
      const at = passages.findIndex(
        (each, k) => k >= next && each.kind === 'formula' && each.tex === question.text,
      );
      const passage = passages[at];
      if (passage?.kind !== 'formula') continue;
      next = at + 1;
      const { tex, texOffset: from } = passage;
      found.push({ of: 'statement', tex, scope, report: answer as StatementReport, from });
      continue;
    }
    const shown = question.text as Shown;
    const at = passages.findIndex(
      (each, k) =>
        k >= next && each.kind === 'component' && each.name === 'Value' && each.attributes['of'] === shown.of,
    );
    const passage = passages[at];
    if (passage?.kind !== 'component') continue;
    next = at + 1;
    const from = source.indexOf(shown.of, passage.offset);
    const numberFrom = source.indexOf(shown.written, passage.textOffset);
    found.push({ of: 'value', shown, scope, report: answer as ValueReport, from, numberFrom });
  }
  return found;
}

/** The scope of a later question after a definition in it has changed. */
export function redefined(
  scope: Question['scope'],
  before: readonly Definition[],
  after: readonly Definition[],
): Question['scope'] {
  const definitions = (scope.definitions ?? []).flatMap((definition) => {
    const k = before.indexOf(definition);
    return k < 0 ? [definition] : (after[k] ?? []);
  });
  return { ...scope, definitions };
}
