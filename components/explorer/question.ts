import { FormulaError } from '../../src/formula/formula-error.ts';
import type { Definition, Environment, Givens } from '../../src/formula/environment.ts';
import type { Proposition } from '../../src/formula/proposition.ts';
import type { SymbolType } from '../../src/formula/symbol-types.ts';
import { countOutcomes } from '../../src/formula/givens.ts';
import { lookUp, type Scope } from '../../src/formula/notation.ts';
import { ownScope } from '../../src/formula/own-scope.ts';
import { readRemarks, withoutRemarks, type Remark } from '../../src/formula/remarks.ts';
import { readStatement, type Statement } from '../../src/formula/statement.ts';
import { freeSymbols } from '../../src/formula/symbols.ts';
import { chainsOf } from './parts.ts';
import { judge } from './truth.ts';
import { isEditable, outcomesOf } from './values.ts';

/** What a formula asks: the statement, the symbols that it leaves open, and which of their values it speaks of. */
export interface Question {
  /** Comments blanked out, every character where it was. */
  readonly source: string;
  readonly scope: Scope;
  readonly statement: Statement;
  readonly definitions: readonly Definition[];
  readonly symbols: readonly (readonly [name: string, type: SymbolType])[];
  /** What a search is for: an instance on which the formula fails, or, for `\ne` and `% in general not`, one that bears it out. */
  readonly seeks: 'counterexample' | 'witness' | 'nothing';
  readonly fullSupport: readonly string[];
  readonly disjoint: readonly string[];
  readonly conditions: readonly Proposition[];
  /** Whether it is `% in general not`. */
  readonly turned: boolean;
  /** Whether all its symbols are such that a reader can be asked for their values. */
  readonly plain: boolean;
  readonly remarks: readonly Remark[];
}

/** Reads a formula in its scope. Throws FormulaError. */
export function readQuestion(tex: string, outside: Scope): Question {
  if (tex.trim() === '') throw new FormulaError('an empty formula', 0);
  const remarks = readRemarks(tex);
  const source = withoutRemarks(tex);
  const scope = ownScope(outside, remarks);
  const statement = readStatement(source, scope);
  const own = statement.kind === 'definition' ? [statement.definition] : [];
  const definitions = [...(scope.definitions ?? []), ...own];
  const conditions = remarks.flatMap((remark) => {
    if (remark.kind !== 'where') return [];
    const read = readStatement(remark.tex, scope);
    if (read.kind !== 'proposition')
      throw new FormulaError('% where needs a condition, such as P \\ll Q', remark.at);
    return [read.proposition];
  });
  const said = statement.kind === 'mention' ? statement.expressions : [statement.proposition];
  const names = [...said, ...conditions].flatMap((part) => [...freeSymbols(part, definitions)]);
  const supports = (kind: 'full support' | 'disjoint supports'): readonly string[] =>
    remarks.flatMap((remark) => (remark.kind === kind ? remark.symbols : []));
  const turned = remarks.some(({ kind }) => kind === 'in general not');
  const symbols = [...new Set(names)].sort().flatMap((name) => {
    const type = lookUp(scope, name);
    return type === undefined || type === 'outcomes' ? [] : [[name, type] as const];
  });
  return {
    source,
    scope: { ...scope, definitions },
    statement,
    definitions,
    symbols,
    seeks: seeks(statement, turned, names.length > 0),
    fullSupport: supports('full support'),
    disjoint: supports('disjoint supports'),
    conditions,
    turned,
    plain: symbols.every((one) => isEditable(scope, one)),
    remarks,
  };
}

function seeks(statement: Statement, turned: boolean, open: boolean): Question['seeks'] {
  if (statement.kind === 'mention' || !open) return 'nothing';
  const relations = chainsOf(statement.proposition).flatMap((chain) => chain.relations);
  if (relations.every(({ sign, defines }) => sign === '≈' || defines)) return 'nothing';
  const negated = statement.proposition.kind === 'chain' && relations.some((relation) => relation.negated);
  return turned || negated ? 'witness' : 'counterexample';
}

export const propositionOf = ({ statement }: Question): Proposition | undefined =>
  statement.kind === 'mention' ? undefined : statement.proposition;

/** The instance as an environment. The number of outcomes is that of its pmfs. */
export function environmentOf({ definitions, scope, plain }: Question, values: Givens): Environment {
  const outcomes = (plain ? outcomesOf(values) : countOutcomes(Object.keys(values), scope, values)) ?? 1;
  return { values, definitions, outcomes };
}

/** Whether the comments of the formula let it speak of these values. */
export function speaksOf(question: Question, values: Givens): boolean {
  const masses = (name: string): readonly string[] => {
    const value = values[name];
    return typeof value === 'string' ? [] : (value ?? []);
  };
  const full = question.fullSupport.every((name) => masses(name).every((mass) => mass !== '0'));
  const crowded = masses(question.disjoint[0] ?? '').some(
    (_, x) => question.disjoint.filter((name) => masses(name)[x] !== '0').length > 1,
  );
  const environment = environmentOf(question, values);
  return full && !crowded && question.conditions.every((condition) => judge(condition, environment).holds);
}
