import { checkStatement, checkValue } from '../formula/check.ts';
import type { Definition, Givens } from '../formula/environment.ts';
import { readNotation, type Notation, type Scope } from '../formula/notation.ts';
import type { Oracle } from '../formula/oracle.ts';
import type { StatementReport } from '../formula/report.ts';
import { joinScopes, nothingAdded, type WrittenScope } from '../formula/written-scope.ts';
import type { Answers, Timed } from './answers/answers.ts';
import { scopeToTry } from './can-be-tried.ts';
import { checkCalls, type CheckedCall } from './check-calls.ts';
import { checkCounterexamples } from './check-counterexamples.ts';
import { checkExercises, type CheckedExercises } from './check-exercises.ts';
import { checkGivens } from './check-givens.ts';
import { checkLinks } from './check-links.ts';
import { checkProofs } from './check-proofs.ts';
import { checkTheorems } from './check-theorems.ts';
import { checkWords } from './check-words.ts';
import { mostWords, runningWords } from './running-words.ts';
import { exerciseGivens } from './exercise-givens.ts';
import { exerciseExample, FrontMatterError, readPage } from './page-source.ts';
import type { Component, Formula, PageSource } from './page-source.ts';
import type { Claims, Formalisations, Glossary, LibraryCalls, References } from './schemas.ts';
import type { SiteIndex } from './site-index.ts';
import { hasGivens } from './vocabulary.ts';

/** What a page is checked against. */
export interface Library {
  readonly oracle: Oracle;
  /** What has been found before. */
  readonly answers: Answers;
  readonly notation: Notation;
  readonly references: References;
  readonly claims: Claims;
  readonly glossary: Glossary;
  readonly formalisations: Formalisations;
  readonly calls: LibraryCalls;
  readonly index: SiteIndex;
}

/** A formula of the page that says something, and what was found about it. */
export interface Equation {
  /** Unique on its page, and its anchor there: the part of the page that it stands in, and which one it is in that part. */
  readonly id: string;
  readonly formula: Formula;
  /** What its symbols stand for. */
  readonly scope: Scope;
  readonly report: StatementReport;
}

/** Something wrong in a page. `fix` is present where one command may rewrite it. */
export interface Failure {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** The formula's line, and below it a caret under the place. */
  readonly excerpt?: string;
  readonly fix?: { readonly start: number; readonly end: number; readonly text: string };
}

/** Formulas that a search in the browser can attack together, and what they need besides the site's notation. */
export interface Tries {
  readonly formulas: readonly string[];
  readonly scope: WrittenScope;
}

/** What the page's own elements need in order to show what was computed, by their offset in the file. */
export interface Computed {
  /** A `<Value>`: the core's double. */
  readonly values: ReadonlyMap<number, number>;
  /** An `<Example>`: its data. */
  readonly givens: ReadonlyMap<number, Givens>;
  /** A `<Theorem>`: those of its formulas that a reader can try to break. */
  readonly tries: ReadonlyMap<number, Tries>;
  /** A formula that says something. */
  readonly equations: ReadonlyMap<number, Equation>;
  /** Exercises and their parts. */
  readonly exercises: CheckedExercises;
  /** A `<LibraryCall>`: what came out of it. */
  readonly calls: ReadonlyMap<number, CheckedCall>;
}

export interface Counts {
  executed: number;
  stated: number;
  mentions: number;
  hypotheses: number;
  numbers: number;
  /** Of libraries. */
  calls: number;
  /** Of running text. */
  words: number;
}

export interface PageReport {
  readonly failures: readonly Failure[];
  readonly computed: Computed;
  readonly counts: Counts;
  /** Formulas that are not executed, with the author's reason. */
  readonly stated: readonly { readonly tex: string; readonly reason: string }[];
  /** What is executed and what is stated, in the order of the page. */
  readonly equations: readonly Equation[];
  /** What was executed now, and not known from before. */
  readonly computedNow: readonly Timed[];
}

export function place(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** Executes every equation and number of a page, and resolves every reference in it. `file` is named in failures; `id` is the page's path under content/. */
export function checkPage(source: string, file: string, id: string, library: Library): PageReport {
  const failures: Failure[] = [];
  const fail = (offset: number, message: string, fix?: Failure['fix'], excerpt?: string) =>
    failures.push({
      file,
      ...place(source, offset),
      message,
      ...(fix && { fix }),
      ...(excerpt && { excerpt }),
    });
  const counts: Counts = {
    executed: 0,
    stated: 0,
    mentions: 0,
    hypotheses: 0,
    numbers: 0,
    calls: 0,
    words: 0,
  };
  const stated: { tex: string; reason: string }[] = [];
  const values = new Map<number, number>();
  const givens = new Map<number, Givens>();
  const tries = new Map<number, Tries>();
  const answers = library.answers.ofPage(id);
  const equations = new Map<number, Equation>();
  const inPart = new Map<string, number>();
  let calls: ReadonlyMap<number, CheckedCall> = new Map();
  let exercises: CheckedExercises = { exercises: new Map(), labels: new Map() };
  const report = (): PageReport => ({
    failures: failures.sort((a, b) => a.line - b.line || a.column - b.column),
    computed: { values, givens, tries, equations, exercises, calls },
    counts,
    stated,
    equations: [...equations.values()],
    computedNow: answers.computed,
  });

  let page: PageSource;
  let notation: Notation;
  try {
    page = readPage(source);
    notation = { ...library.notation, ...readNotation(page.frontMatter.notation) };
  } catch (error) {
    const problems = error instanceof FrontMatterError ? error.problems : [`${(error as Error).message}`];
    for (const problem of problems) fail(0, problem);
    return report();
  }

  const named = checkGivens(page, notation, fail);
  const examples = { ...named, ...exerciseGivens(page, named, fail) };

  // `:=` adds a symbol for what follows it, within the same example or outside all of them.
  const definitions = new Map<string | undefined, readonly Definition[]>();
  const none: readonly Definition[] = [];
  const scopeOf = (example: string | undefined): Scope => {
    const data = example === undefined ? undefined : examples[example];
    const own = example === undefined ? none : (definitions.get(example) ?? none);
    // What is defined outside of all examples is known inside of them.
    const all = [...(definitions.get(undefined) ?? none), ...own];
    return { notation, ...(data && { givens: data }), definitions: all };
  };

  const checkFormula = (formula: Formula) => {
    const { example, part } = formula.around;
    const scope = scopeOf(example);
    const result = answers.remember({ of: 'statement', text: formula.tex, scope }, () =>
      checkStatement(formula.tex, scope, library.oracle),
    );
    for (const found of result.failures) {
      const start = formula.texOffset + found.offset;
      const rewritable = found.written !== undefined &&
        found.must !== undefined &&
        source.startsWith(found.written, start) && {
          start,
          end: start + found.written.length,
          text: found.must,
        };
      fail(start, found.message, rewritable || undefined, found.excerpt);
    }
    if (result.definitions.length > 0) {
      definitions.set(example, [...(definitions.get(example) ?? []), ...result.definitions]);
    }
    counts.numbers += result.decimals.length;
    if (result.kind === 'stated') {
      counts.stated++;
      const reason = result.reason ?? '';
      stated.push({ tex: formula.tex, reason });
      // The record of what was executed shows it.
      const digit = /\p{N}+/u.exec(reason);
      if (digit)
        fail(formula.texOffset, `% stated: ${reason}: ${digit[0]} is checked by nothing; say it in words`);
    } else if (result.kind === 'mention') {
      counts.mentions++;
      for (const { written, offset } of result.digits)
        fail(
          formula.texOffset + offset,
          `${written} in a formula that states nothing is checked by nothing; write a relation, such as … = ${written}, or say it in words`,
        );
    } else if (result.kind === 'hypothesis') counts.hypotheses++;
    else counts.executed++;
    if (result.kind !== 'mention' && result.kind !== 'hypothesis') {
      const place = (inPart.get(part) ?? 0) + 1;
      inPart.set(part, place);
      equations.set(formula.offset, { id: `${part}-${place}`, formula, scope, report: result });
    }
    const theorem = formula.around.theorem?.offset;
    if (theorem === undefined || result.kind !== 'executed') return;
    const toTry = scopeToTry(formula.tex, scope, library.notation);
    if (!toTry) return;
    const before = tries.get(theorem) ?? { formulas: [], scope: nothingAdded };
    tries.set(theorem, {
      formulas: [...before.formulas, formula.tex.trim()],
      scope: joinScopes(before.scope, toTry),
    });
  };

  const isStated = ({ offset }: Formula): boolean => equations.get(offset)?.report.kind === 'stated';
  const isExecuted = (formula: Formula): boolean => equations.has(formula.offset) && !isStated(formula);

  const checkValueElement = (component: Component) => {
    const unit = component.attributes['in'];
    if (unit !== undefined && unit !== 'nats' && unit !== 'bits') {
      fail(
        component.offset,
        `<Value in="${unit}">: the unit must be nats or bits; leave it out where there is none`,
      );
      return;
    }
    const written = component.text.trim();
    const of = component.attributes['of'] ?? '';
    const value = unit === undefined ? { of, written } : { of, written, in: unit as 'nats' | 'bits' };
    const scope = scopeOf(component.around.example);
    const result = answers.remember({ of: 'value', text: value, scope }, () =>
      checkValue(value, scope, library.oracle),
    );
    const start = source.indexOf(written, component.textOffset);
    for (const found of result.failures) {
      const rewritable = found.must !== undefined && written !== '';
      fail(
        start,
        found.message,
        rewritable ? { start, end: start + written.length, text: found.must! } : undefined,
      );
    }
    values.set(component.offset, result.value);
    counts.numbers++;
  };

  const checkGiven = ({ name, attributes: { given, id = '' }, offset }: Component) => {
    const data = name === 'Exercise' ? examples[exerciseExample(id)] : named[given ?? ''];
    if (data) givens.set(offset, data);
    if (given === undefined || given in named) return;
    const known = Object.keys(named).join(', ') || 'none';
    fail(offset, `<${name} given="${given}">: no such givens in the front matter; it has: ${known}`);
  };

  for (const passage of page.passages) {
    if (passage.kind === 'formula') checkFormula(passage);
    else if (passage.kind === 'component') {
      if (passage.name === 'Value') checkValueElement(passage);
      if (hasGivens(passage.name)) checkGiven(passage);
    }
  }
  exercises = checkExercises(page, { source, scopeOf, answers, oracle: library.oracle }, fail);
  calls = checkCalls(page, { calls: library.calls, scopeOf, answers, oracle: library.oracle }, fail);
  counts.calls = calls.size;
  answers.save();
  checkWords(page, id, library, fail);
  counts.words = runningWords(page);
  if (counts.words > mostWords)
    fail(
      0,
      `the page has ${counts.words} words of running text; with more than ${mostWords} it is better split`,
    );
  checkLinks(page, id, library, fail);
  checkCounterexamples(page, fail);
  checkTheorems(page, library.references, isExecuted, fail);
  checkProofs(page, source, id, library.index, isStated, fail);
  return report();
}

/** The failure as a contributor reads it: file, line and column first, so that editors can jump there, then the place in the formula. */
export function failureLine({ file, line, column, message, excerpt }: Failure): string {
  const first = `${file}:${line}:${column}: ${message}`;
  return excerpt === undefined ? first : `${first}\n${excerpt.replace(/^/gm, '    ')}`;
}
