import type { Givens } from '../../src/formula/environment.ts';
import type { SymbolType } from '../../src/formula/symbol-types.ts';
import type { Scope } from '../../src/formula/notation.ts';
import { asFormulaError, renderFormula } from '../../src/formula/render.ts';
import { readRemarks } from '../../src/formula/remarks.ts';
import { environmentOf, propositionOf, readQuestion, speaksOf, type Question } from './question.ts';
import { rowsOf, type Row } from './rows.ts';
import { isEditable, withDefaults } from './values.ts';
import { judgeStructured, structuredValues } from './structured-values.ts';
import { judge } from './truth.ts';

export interface Problem {
  readonly message: string;
  /** Character offset in the TeX. */
  readonly offset: number;
}

/** What there is to see of a formula at given values. */
export interface Reading {
  readonly tex: string;
  /** The formula typeset, where it can be. */
  readonly html?: string;
  readonly problem?: Problem;
  readonly rows: readonly Row[];
  readonly verdict?: 'holds' | 'fails' | 'undecided' | 'excluded';
  /** The reason of `% stated`. */
  readonly stated?: string;
  readonly seeks: Question['seeks'];
  readonly symbols: readonly (readonly [name: string, type: SymbolType])[];
  /** Those of its symbols that a reader can give values to; the others are drawn. */
  readonly editable: readonly string[];
  /** The values that were used, those of symbols that had none included. */
  readonly values: Givens;
}

function typeset(tex: string): { html?: string; problem?: Problem } {
  try {
    return { html: renderFormula(tex, { display: true }) };
  } catch (error) {
    const { message, offset } = asFormulaError(error);
    return { problem: { message, offset } };
  }
}

/** A formula that cannot even be begun with. */
export const unread = (tex: string, values: Givens, problem: Problem): Reading => ({
  tex,
  problem,
  rows: [],
  seeks: 'nothing',
  symbols: [],
  editable: [],
  values,
});

/** Typesets and reads a formula, and evaluates its parts. Never throws for what a reader typed. */
export function readFormula(tex: string, values: Givens, scope: Scope, display = false): Reading {
  const looks = typeset(tex);
  const nothing: Reading = { tex, ...looks, rows: [], seeks: 'nothing', symbols: [], editable: [], values };
  if (looks.problem) return nothing;
  try {
    const stated = readRemarks(tex).find((remark) => remark.kind === 'stated');
    if (stated?.kind === 'stated') return { ...nothing, stated: stated.reason };
    return { ...nothing, ...evaluated(readQuestion(tex, scope), values, display) };
  } catch (error) {
    const { message, offset } = asFormulaError(error);
    return { ...nothing, problem: { message, offset } };
  }
}

type Evaluated = Pick<Reading, 'rows' | 'seeks' | 'symbols' | 'editable' | 'values'> & {
  verdict?: NonNullable<Reading['verdict']>;
};

function evaluated(question: Question, given: Givens, display: boolean): Evaluated {
  const { symbols, seeks } = question;
  const values = question.plain ? plainValues(question, given) : structuredValues(question, given);
  const environment = environmentOf(question, values);
  const rows = rowsOf(question, environment, display);
  const proposition = propositionOf(question);
  const editable = symbols.filter((one) => isEditable(question.scope, one)).map(([name]) => name);
  if (!proposition) return { rows, seeks, symbols, editable, values };
  const holds = question.plain
    ? judge(proposition, environment).holds
    : judgeStructured(question, proposition, environment);
  const speaks = question.plain ? speaksOf(question, values) : true;
  const verdict = !speaks ? 'excluded' : holds ? 'holds' : holds === false ? 'fails' : 'undecided';
  return { rows, seeks, symbols, editable, values, verdict };
}

function plainValues({ symbols }: Question, given: Givens): Givens {
  const all = withDefaults(given, symbols);
  return Object.fromEntries(symbols.map(([name]) => [name, all[name]!]));
}
