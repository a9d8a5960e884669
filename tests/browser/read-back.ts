import { existsSync, readFileSync } from 'node:fs';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import type { Page } from 'playwright';
import { checkStatement } from '../../src/formula/check.ts';
import type { Definition, Givens } from '../../src/formula/environment.ts';
import { readNotation } from '../../src/formula/notation.ts';
import type { Notation, Scope } from '../../src/formula/notation.ts';
import type { StatementReport } from '../../src/formula/report.ts';
import { renderFormula } from '../../src/formula/render.ts';
import { readScope, type WrittenScope } from '../../src/formula/written-scope.ts';
import type { PageReport } from '../../src/site/check-page.ts';
import { checkedPage } from '../../src/site/checked-page.ts';
import { Answers } from '../../src/site/answers/answers.ts';
import { loadNotation } from '../../src/site/data.ts';
import type { EquationsFile } from '../../src/site/equations/file.ts';
import { evidenceText } from '../../src/site/equations/evidence-text.ts';
import { pageAt } from '../../src/site/navigation.ts';
import { shownAt } from '../../src/site/verification/pointer.ts';
import { oracleValue } from '../formula/oracle-value.ts';
import { oracle } from '../oracle/oracle.ts';
import { roundTo } from '../oracle/round.ts';
import {
  collectNumbers,
  type Collected,
  type ComputedNumber,
  type GivenNumber,
  type RecordedNumber,
  type SaidOf,
  type ShownFormula,
} from './collect.ts';

const siteNotation = loadNotation();
const exactValues = new Map<string, string>();

const answers = new Answers();
const executed = answers.ofPage('read back');

/** A page is read back at several widths, with and without scripts, after each step of a walk: its formulas are executed once. */
const execute = (tex: string, scope: Scope): StatementReport =>
  executed.remember({ of: 'statement', text: tex, scope }, () => checkStatement(tex, scope, oracle));

/** What the symbols of a page stand for: those that it declares, and those that it has defined so far, by the example. */
class PageScope {
  readonly notation: Notation;
  readonly definitions = new Map<string, readonly Definition[]>();

  constructor(declared: string) {
    this.notation = { ...siteNotation, ...readNotation(JSON.parse(declared)) };
  }

  /** The scope of an element that says how it is to be read, or else that of the page. */
  at({ givens, scope }: { readonly givens: string; readonly scope: string }): Scope {
    if (scope === '') return this.of(givens);
    const own = readScope(JSON.parse(scope) as WrittenScope, siteNotation);
    return { ...own, ...(givens !== '{}' && { givens: JSON.parse(givens) as Givens }) };
  }

  /** What is defined outside of all examples is known inside of them. */
  of(givens: string): Scope {
    const own = givens === '{}' ? [] : (this.definitions.get(givens) ?? []);
    const definitions = [...(this.definitions.get('{}') ?? []), ...own];
    return {
      notation: this.notation,
      definitions,
      ...(givens !== '{}' && { givens: JSON.parse(givens) as Givens }),
    };
  }

  define(givens: string, definitions: readonly Definition[]): void {
    this.definitions.set(givens, [...(this.definitions.get(givens) ?? []), ...definitions]);
  }
}

/** The value of an expression to fifty digits; lab states repeat many of them. */
function exactly(of: string, givens: string, unit: string, scope: Scope): string {
  const key = `${of}|${unit}|${givens}|${JSON.stringify([scope.notation === siteNotation ? '' : scope.notation, (scope.definitions ?? []).map(({ tex }) => tex)])}`;
  const known = exactValues.get(key);
  if (known !== undefined) return known;
  const value = oracleValue(of, JSON.parse(givens) as Givens, unit, scope);
  exactValues.set(key, value);
  return value;
}

/** `< 2 × 10⁻¹²` as the number that it names. */
const limitOf = (token: string): number =>
  Number(
    token
      .slice(2)
      .replace(' × 10', 'e')
      .replace(/[⁻⁰¹²³⁴-⁹]/g, (sign) => (sign === '⁻' ? '-' : String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)))),
  );

function problemOfComputed(number: ComputedNumber, scope: PageScope): string | undefined {
  const { of, unit, givens, value, certainty, within, text, at } = number;
  if (certainty === 'open') return `${at}: the digits of ${of} are not settled yet (${givens})`;
  const token = unit === '' ? text : text.slice(0, -unit.length - 1);
  if (unit !== '' && !text.endsWith(`\u00a0${unit}`))
    return `${at}: "${text}" does not end with its unit, ${unit}`;
  const exact = exactly(of, givens, unit, scope.at(number));
  if (token.startsWith('< ')) {
    const limit = limitOf(token);
    return Math.abs(Number(exact)) < limit && Math.abs(Number(value)) < limit
      ? undefined
      : `${at}: ${of} is shown as "${token}" and is ${exact.slice(0, 20)}, by its value ${value} (${givens})`;
  }
  const must = roundTo(exact, token);
  if (token !== must)
    return `${at}: ${of} is shown as "${token}" and is ${exact.slice(0, 20)}, so it must read "${must}" (${givens})`;
  // The double that the element carries for whoever wants to compute on.
  const carried = Number(value);
  const allowed = Math.max(1e-12 * Math.abs(Number(exact)), Number(within));
  const near = carried === Number(exact) || Math.abs(carried - Number(exact)) <= allowed;
  if (value === '' || !near)
    return `${at}: ${of} carries value="${value}" and is ${exact.slice(0, 20)} (${givens})`;
  return undefined;
}

function problemOfGiven({ given, givens, text, at }: GivenNumber): string | undefined {
  const [, symbol, outcome] = /^(.+?)(?:\((\d+)\))?$/.exec(given) ?? [];
  const data = symbol === undefined ? undefined : (JSON.parse(givens) as Givens)[symbol];
  // A field for a whole distribution shows all masses.
  const entry = (masses: readonly string[]) =>
    outcome === undefined ? masses.join(', ') : masses[Number(outcome) - 1];
  const must = typeof data === 'string' ? data : data && entry(data);
  return text.replace('−', '-') === must
    ? undefined
    : `${at}: shows "${text}" for ${given}, which is given as ${must ?? 'nothing'}`;
}

let known: unknown;
/** The record that the build has written. */
const record = (): unknown => (known ??= JSON.parse(readFileSync('dist/verification.json', 'utf8')));

function problemOfRecorded({ place, unit, text, at }: RecordedNumber): string | undefined {
  const found = shownAt(record(), place);
  const must = found !== undefined && unit !== '' ? `${found}\u00a0${unit}` : found;
  return text === must
    ? undefined
    : `${at}: shows "${text}" for ${place}, where verification.json has ${must ?? 'nothing'}`;
}

type Node = DefaultTreeAdapterTypes.Node;
const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
function findByClass(node: Node, name: string): Node | undefined {
  if (
    'attrs' in node &&
    node.attrs.some((attribute) => attribute.name === 'class' && attribute.value.split(' ').includes(name))
  )
    return node;
  if (!('childNodes' in node)) return undefined;
  for (const child of node.childNodes) {
    const found = findByClass(child, name);
    if (found) return found;
  }
  return undefined;
}
const clean = (text: string) => text.replace(/[\u200b\u2060-\u2064\ufeff]/g, '');

/** A page of `content/` as the checker finds it now: what is said of its formulas is recomputed from this. */
const reports = new Map<string, PageReport>();
function reportOf(path: string): PageReport | undefined {
  const file = `content/${pageAt(path)}.mdx`;
  const known = reports.get(path);
  if (known || !existsSync(file)) return known;
  const { report } = checkedPage(file, oracle, answers);
  reports.set(path, report);
  return report;
}

function problemOfEvidence({ id: named, text, at }: SaidOf, path: string): string | undefined {
  const [page, id] = named.includes('#') ? named.split('#') : [path, named];
  const equation = reportOf(page!)?.equations.find((one) => one.id === id);
  const must = equation && evidenceText(equation.report);
  return text === must
    ? undefined
    : `${at}: says "${text}" of ${named}, and the check of the page "${must ?? 'nothing'}"`;
}

/** Typesets the formula's TeX anew: what is shown is that TeX. */
function problemsOfSetting(formula: ShownFormula): string[] {
  const fresh = parseFragment(renderFormula(formula.tex, { display: formula.display }));
  return (
    [
      ['html', 'katex-html'],
      ['mathml', 'katex-mathml'],
    ] as const
  ).flatMap(([half, name]) => {
    const must = clean(textOf(findByClass(fresh, name)!));
    if (formula[half] === must) return [];
    return [`${formula.at}: the formula's ${half} reads "${formula[half]}"; its TeX gives "${must}"`];
  });
}

/** Executes the formula's TeX again: it is true. What a reader typed is the reader's, and nobody says so. */
function problemsOfTruth(formula: ShownFormula, scope: PageScope): string[] {
  if (formula.typed) return [];
  const report = execute(formula.tex, scope.at(formula));
  if (formula.scope === '') scope.define(formula.givens, report.definitions);
  return report.failures.map(({ message }) => `${formula.at}: ${message}`);
}

/** The record that the build has put beside a page. */
function recordBeside(path: string): EquationsFile {
  const file = `dist${path}equations.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as EquationsFile) : { equations: {} };
}

/** What says something has its TeX in the record beside the page. Of these, those are looked at that show digits or define a symbol. */
export function withTex(collected: Collected): Collected {
  if (collected.formulas.every(({ tex }) => tex !== '')) return collected;
  const { equations } = recordBeside(collected.path);
  const unknown = collected.formulas.filter(({ tex, id }) => tex === '' && !equations[id]);
  const formulas = collected.formulas.map((formula) => ({
    ...formula,
    tex: formula.tex || (equations[formula.id]?.tex ?? ''),
  }));
  return {
    ...collected,
    formulas: formulas.filter(
      ({ tex, html, mathml }) => tex && (/\d/.test(html + mathml) || /:=|\\coloneqq/.test(tex)),
    ),
    loose: [
      ...collected.loose,
      ...unknown.map(({ at, html }) => `the formula "${html}", which no record knows, in ${at}`),
    ],
  };
}

/** What is known where the page's numbers stand: its notation, and what its formulas define. */
export function scopeOfPage(shown: Collected): PageScope {
  const collected = withTex(shown);
  const scope = new PageScope(collected.notation);
  for (const formula of collected.formulas) if (formula.tex.includes(':=')) problemsOfTruth(formula, scope);
  return scope;
}

function problemsWithin(shown: Collected, executes: (formula: ShownFormula) => boolean): string[] {
  const collected = withTex(shown);
  const scope = new PageScope(collected.notation);
  // Formulas first: they define what numbers are of.
  const formulas = collected.formulas.flatMap((formula) => [
    ...problemsOfSetting(formula),
    ...(executes(formula) ? problemsOfTruth(formula, scope) : []),
  ]);
  return [
    ...collected.loose.map((where) => `a number that nothing answers for: ${where}`),
    ...collected.computed.flatMap((number) => problemOfComputed(number, scope) ?? []),
    ...collected.given.flatMap((number) => problemOfGiven(number) ?? []),
    ...collected.recorded.flatMap((number) => problemOfRecorded(number) ?? []),
    ...collected.evidence.flatMap((said) => problemOfEvidence(said, collected.path) ?? []),
    ...formulas,
  ];
}

/** Everything that is wrong with the numbers of what a page shows now. */
export const problemsOf = (collected: Collected): string[] => problemsWithin(collected, () => true);

/** The same, but for the truth of formulas, which no engine changes: only those are executed that define something. */
export const problemsOfDigits = (collected: Collected): string[] =>
  problemsWithin(collected, ({ tex }) => tex.includes(':='));

/** What the page shows once the digits that it is fetching are there. */
export async function collect(page: Page): Promise<Collected> {
  await page.waitForFunction(() => !document.querySelector('[data-certainty=open]'));
  return page.evaluate(collectNumbers);
}
