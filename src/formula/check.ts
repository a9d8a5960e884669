import { besideApprox, checkDecimals, withoutUnit, writtenDecimals } from './approximate.ts';
import { dead } from './dead.ts';
import { FormulaError } from './expression.ts';
import type { Chain, Proposition, SymbolType } from './expression.ts';
import { instances } from './instances.ts';
import { forbidden } from './macros.ts';
import { lookUp } from './notation.ts';
import type { Scope } from './notation.ts';
import type { Oracle } from './oracle.ts';
import { readRemarks, withoutRemarks } from './remarks.ts';
import type { Remark } from './remarks.ts';
import { asFormulaError, renderFormula } from './render.ts';
import { emptyReport } from './report.ts';
import type { CheckedDecimal, Failure, StatementReport } from './report.ts';
import { readStatement } from './statement.ts';
import type { Statement } from './statement.ts';
import { freeSymbols, numbersIn } from './symbols.ts';
import { Verification } from './verify.ts';
import type { Binding, Instance } from './verify.ts';

export { checkValue } from './value.ts';
export type { Scope } from './notation.ts';
export type { StatementReport } from './report.ts';

/** Fewer instances than this show nothing. */
const FEWEST = 3;

/**
 * Executes a formula in its scope: every relation on every instance, every decimal against the oracle and the core.
 * Never throws for what an author wrote; what is wrong stands in `failures`.
 */
export function checkStatement(tex: string, scope: Scope, oracle: Oracle): StatementReport {
  try {
    const problem = forbidden(tex);
    if (problem) throw new FormulaError(problem.message, problem.offset);
    const remarks = readRemarks(tex);
    const stated = remarks.find((remark) => remark.kind === 'stated');
    renderFormula(tex, { display: true });
    if (stated?.kind === 'stated') return { ...emptyReport, kind: 'stated', reason: stated.reason };
    return new StatementCheck(withoutRemarks(tex), scope, oracle, remarks).report();
  } catch (error) {
    const { message, offset } = asFormulaError(error);
    return { ...emptyReport, failures: [{ message, offset }] };
  }
}

class StatementCheck {
  readonly tex: string;
  readonly scope: Scope;
  readonly oracle: Oracle;
  readonly remarks: readonly Remark[];

  constructor(tex: string, scope: Scope, oracle: Oracle, remarks: readonly Remark[]) {
    this.tex = tex;
    this.scope = scope;
    this.oracle = oracle;
    this.remarks = remarks;
  }

  report(): StatementReport {
    const statement = readStatement(this.tex, this.scope);
    switch (statement.kind) {
      case 'mention':
        return this.mention(statement);
      case 'hypothesis':
        return this.hypothesis(statement.proposition);
      case 'definition': {
        const definitions = [...(this.scope.definitions ?? []), statement.definition];
        const report = this.execute(statement.proposition, { ...this.scope, definitions });
        return { ...report, kind: 'definition', definitions: [statement.definition] };
      }
      case 'proposition': {
        if (chains(statement.proposition).every(namesOnly)) return { ...emptyReport, kind: 'mention' };
        const report = this.execute(statement.proposition, this.scope);
        const defines = chains(statement.proposition).some((chain) =>
          chain.relations.some((relation) => relation.defines),
        );
        return defines ? { ...report, kind: 'definition' } : report;
      }
    }
  }

  mention({ expressions }: Extract<Statement, { kind: 'mention' }>): StatementReport {
    const digits = expressions.flatMap(numbersIn).map(({ text, at }) => ({ written: text, offset: at }));
    return { ...emptyReport, kind: 'mention', digits };
  }

  /** What is supposed must be possible, and must not go without saying. */
  hypothesis(proposition: Proposition): StatementReport {
    const failures: Failure[] = numbersIn(proposition).map(({ at }) => {
      return {
        message: 'a number inside \\suppose; write the condition and its consequence as one implication',
        offset: at,
      };
    });
    const givens = Object.entries(this.scope.givens ?? {}).filter(
      ([name]) => !Object.hasOwn(this.scope.notation, name),
    );
    const scope = { ...this.scope, givens: Object.fromEntries(givens) };
    const { tried, binding } = this.instances(proposition, scope);
    const verification = new Verification(this.oracle, binding);
    const verdicts = tried.map((instance) => verification.broken(proposition, instance) === undefined);
    if (failures.length === 0 && !verdicts.includes(true))
      failures.push({ message: 'this holds on none of the instances', offset: 0 });
    if (failures.length === 0 && !verdicts.includes(false))
      failures.push({ message: 'this holds on every instance, so there is nothing to suppose', offset: 0 });
    return { ...emptyReport, kind: 'hypothesis', instances: countEnvironments(tried), failures };
  }

  execute(proposition: Proposition, scope: Scope): StatementReport {
    const { tried, binding } = this.instances(proposition, scope);
    const verification = new Verification(this.oracle, binding);
    const approximate = this.approximate(proposition, binding, tried[0]!);
    const idle = [
      ...chains(proposition).flatMap((chain) => chain.sides.flatMap(({ expression }) => dead(expression))),
      ...this.units(proposition),
    ];
    const early = [...approximate.failures, ...idle];
    const inGeneralNot = this.remarks.some(({ kind }) => kind === 'in general not');
    const { failures, witnesses } = inGeneralNot
      ? this.notInGeneral(proposition, verification, tried)
      : this.universal(proposition, verification, tried);
    return {
      ...emptyReport,
      instances: countEnvironments(tried),
      decimals: approximate.decimals,
      failures: [...early, ...failures],
      witnesses,
    };
  }

  universal(
    proposition: Proposition,
    verification: Verification,
    tried: readonly Instance[],
  ): { failures: Failure[]; witnesses: string[] } {
    for (const instance of tried) {
      const failure = verification.broken(proposition, instance);
      if (failure) return { failures: [failure], witnesses: [] };
    }
    return { failures: verification.summary(), witnesses: [...verification.witnesses.values()] };
  }

  notInGeneral(
    proposition: Proposition,
    verification: Verification,
    tried: readonly Instance[],
  ): { failures: Failure[]; witnesses: string[] } {
    const broken = tried.map((instance) => verification.broken(proposition, instance));
    const offset = chains(proposition)[0]?.relations[0]?.at ?? 0;
    const counterexample = broken.find((failure) => failure !== undefined);
    const failures: Failure[] = [];
    if (!counterexample)
      failures.push({
        message: 'this holds on every instance; `% in general not` needs a counterexample',
        offset,
      });
    else if (!broken.includes(undefined))
      failures.push({ message: 'this holds on no instance, not only not in general', offset });
    return { failures, witnesses: counterexample ? [counterexample.message] : [] };
  }

  approximate(
    proposition: Proposition,
    binding: Binding,
    instance: Instance,
  ): { decimals: CheckedDecimal[]; failures: Failure[] } {
    const decimals: CheckedDecimal[] = [];
    const failures: Failure[] = [];
    for (const chain of chains(proposition)) {
      for (const [k, relation] of chain.relations.entries()) {
        if (relation.sign !== '≈') continue;
        const sides = [chain.sides[k]!, chain.sides[k + 1]!];
        if (relation.negated)
          failures.push({ message: '\\not\\approx has no meaning here', offset: relation.at });
        else if (!sides.some(writtenDecimals))
          failures.push({ message: '\\approx needs a decimal on one side', offset: relation.at });
      }
      const unbound = chain.sides
        .flatMap(({ expression }) => [...freeSymbols(expression, binding.definitions)])
        .filter((name) => binding.open.has(name));
      const approx = chain.relations.find(({ sign }) => sign === '≈');
      if (approx && unbound.length > 0) {
        const names = [...new Set(unbound)].join(', ');
        const message = `\\approx with symbols that stand for anything: ${names}; put the formula into an example with givens for them`;
        failures.push({ message, offset: approx.at });
        continue;
      }
      chain.sides.forEach((side, k) => {
        if (!besideApprox(chain, k) || !writtenDecimals(side)) return;
        const checked = checkDecimals(chain, k, { tex: this.tex, oracle: this.oracle, ...instance });
        decimals.push(...checked.decimals);
        failures.push(...checked.failures);
      });
    }
    return { decimals, failures };
  }

  units(proposition: Proposition): Failure[] {
    return chains(proposition)
      .flatMap((chain) => chain.sides)
      .flatMap((side) => {
        const name = side.unit && withoutUnit(side.expression);
        return name ? [{ message: `${name} has no unit; leave out '${side.unit}'`, offset: side.at }] : [];
      });
  }

  /** The instances that a formula is tried on: one, if everything in it is given. */
  instances(proposition: Proposition, scope: Scope): { tried: Instance[]; binding: Binding } {
    const definitions = scope.definitions ?? [];
    const givens = scope.givens ?? {};
    const open = new Map<string, SymbolType>();
    const used = freeSymbols(proposition, definitions);
    const lengths = [...used]
      .map((name) => (Object.hasOwn(givens, name) ? givens[name]! : ''))
      .filter((given) => typeof given !== 'string');
    const all = Object.values(givens).filter((given) => typeof given !== 'string');
    const outcomes = (lengths[0] ?? all[0])?.length;
    for (const name of used) {
      const type = lookUp(scope, name);
      const fixed = Object.hasOwn(givens, name) || (type === 'outcomes' && outcomes !== undefined);
      if (!fixed && type !== undefined) open.set(name, type);
    }
    const free = [...open].filter(([, type]) => type === 'outcome').map(([name]) => name);
    const onlyOutcomes = free.length === open.size && (free.length === 0 || outcomes !== undefined);
    const disjoint = this.remarks.flatMap((remark) =>
      remark.kind === 'disjoint supports' ? remark.symbols : [],
    );
    const drawn = onlyOutcomes
      ? [{ values: givens, outcomes: outcomes ?? 1 }]
      : instances(open, givens, { disjoint, ...(outcomes === undefined ? {} : { outcomes }) });
    const binding = {
      tex: this.tex,
      givens,
      definitions,
      open,
      loose: this.remarks.some(({ kind }) => kind === 'loose' || kind === 'strict'),
    };
    const tried = drawn.flatMap(({ values, outcomes: n }) => {
      const environment = { values, definitions, outcomes: n };
      return outcomeChoices(free, n).map((bound) => ({ environment, bound }));
    });
    return { binding, tried: this.narrowed(tried, scope, open.size > 0) };
  }

  /** The instances that the comments of the formula allow. */
  narrowed(tried: readonly Instance[], scope: Scope, open: boolean): Instance[] {
    const kept = this.remarks.reduce<readonly Instance[]>((left, remark) => {
      if (remark.kind === 'where') {
        const statement = readStatement(remark.tex, scope);
        if (statement.kind !== 'proposition') throw new FormulaError('% where needs a condition', remark.at);
        const names = [...freeSymbols(statement.proposition, scope.definitions ?? [])];
        for (const name of names) this.requireUsed(name, left, remark.at);
        return left.filter(({ environment, bound }) =>
          this.oracle.holds(statement.proposition, environment, bound),
        );
      }
      if (remark.kind !== 'full support' && remark.kind !== 'disjoint supports') return left;
      for (const name of remark.symbols) this.requireUsed(name, left, remark.at);
      const fits = remark.kind === 'full support' ? fullSupport : disjointSupports;
      return left.filter(({ environment }) => fits(remark.symbols.map((name) => environment.values[name]!)));
    }, tried);
    if (kept.length === 0 || (open && kept.length < FEWEST)) {
      throw new FormulaError(
        `only ${kept.length} instances satisfy the comments of this formula, too few to show anything`,
        0,
      );
    }
    return [...kept];
  }

  requireUsed(name: string, tried: readonly Instance[], at: number): void {
    const [first] = tried;
    if (
      !first ||
      Object.hasOwn(first.environment.values, name) ||
      Object.hasOwn(first.bound, name) ||
      lookUp(this.scope, name) === 'outcomes'
    )
      return;
    throw new FormulaError(`the comment speaks of ${name}, which the formula does not use`, at);
  }
}

const zero = (mass: string): boolean => Number(mass) === 0;
const fullSupport = (pmfs: readonly (string | readonly string[])[]): boolean =>
  pmfs.every((masses) => typeof masses !== 'string' && !masses.some(zero));
const disjointSupports = (pmfs: readonly (string | readonly string[])[]): boolean => {
  const [first] = pmfs as readonly (readonly string[])[];
  return first!.every((_, x) => pmfs.filter((masses) => !zero(masses[x]!)).length <= 1);
};

function outcomeChoices(names: readonly string[], n: number): Readonly<Record<string, number>>[] {
  return names.reduce<Readonly<Record<string, number>>[]>(
    (choices, name) =>
      choices.flatMap((choice) => Array.from({ length: n }, (_, k) => ({ ...choice, [name]: k + 1 }))),
    [{}],
  );
}

const countEnvironments = (tried: readonly Instance[]): number =>
  new Set(tried.map(({ environment }) => environment)).size;

/** Every chain of a proposition. */
function chains(proposition: Proposition): Chain[] {
  if (proposition.kind === 'chain') return [proposition];
  return (proposition.kind === 'and' ? proposition.parts : [proposition.left, proposition.right]).flatMap(
    chains,
  );
}

/** `x \in \X`: says what a letter is. */
const namesOnly = (chain: Chain): boolean =>
  chain.relations.every(({ sign }, k) => sign === '∈' && !chain.sides[k + 1]!.interval);
