import { checkApproximations } from './approximations.ts';
import { attack, countEnvironments, screenAll } from './attack.ts';
import { bind } from './binding.ts';
import type { Trial } from './binding.ts';
import { certify, missing } from './certify.ts';
import { deadParts } from './dead.ts';
import { noEvidence } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { FormulaError } from './formula-error.ts';
import type { Definition } from './environment.ts';
import type { Chain, Proposition } from './proposition.ts';
import { forbidden } from './macros.ts';
import { notConvex } from './not-convex.ts';
import { isName } from './notation.ts';
import type { Scope } from './notation.ts';
import type { Oracle } from './oracle.ts';
import { pointing } from './excerpt.ts';
import { ownScope } from './own-scope.ts';
import { readRemarks, withoutRemarks } from './remarks.ts';
import type { Remark } from './remarks.ts';
import { asFormulaError, renderFormula } from './render.ts';
import { emptyReport } from './report.ts';
import type { Failure, StatementReport } from './report.ts';
import { Screen } from './screen.ts';
import { readStatement } from './statement.ts';
import { chains, holdsKind, numbersBesideNames, numbersIn } from './symbols.ts';
import { unitFailures } from './units.ts';
import { Verification } from './verify.ts';

export { checkValue } from './value.ts';
export type { Scope } from './notation.ts';
export type { StatementReport } from './report.ts';

/**
 * Executes a formula in its scope: every relation on every instance, every decimal against the oracle and the core.
 * Never throws for what an author wrote; what is wrong stands in `failures`.
 */
export function checkStatement(tex: string, scope: Scope, oracle: Oracle): StatementReport {
  try {
    const problem = forbidden(tex);
    if (problem) throw new FormulaError(problem.message, problem.offset);
    const remarks = readRemarks(tex);
    renderFormula(tex, { display: true });
    const stated = remarks.find((remark) => remark.kind === 'stated');
    if (stated?.kind === 'stated') return { ...emptyReport, kind: 'stated', reason: stated.reason };
    const source = withoutRemarks(tex);
    if (isName(source, scope.notation)) return { ...emptyReport, kind: 'mention' };
    const report = new StatementCheck(source, ownScope(scope, remarks), oracle, remarks).report();
    return { ...report, failures: report.failures.map((failure) => pointing(tex, failure)) };
  } catch (error) {
    const { message, offset } = asFormulaError(error);
    return { ...emptyReport, failures: [pointing(tex, { message, offset })] };
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
      case 'mention': {
        const digits = statement.expressions
          .flatMap(numbersBesideNames)
          .map(({ text, at }) => ({ written: text, offset: at }));
        return { ...emptyReport, kind: 'mention', digits };
      }
      case 'hypothesis':
        return this.hypothesis(statement.proposition);
      case 'definition': {
        const { definition, proposition } = statement;
        // A density is a given: what it is shows in the integrals that use it.
        if (definition.type === 'density')
          return { ...emptyReport, kind: 'definition', definitions: [definition] };
        const scope = { ...this.scope, definitions: [...(this.scope.definitions ?? []), definition] };
        const report = this.execute(proposition, scope, true);
        const unfit = this.unfit(definition, this.bind(proposition, scope));
        const failures = unfit ? [unfit, ...report.failures] : report.failures;
        return { ...report, kind: 'definition', failures, definitions: [definition] };
      }
      case 'proposition': {
        const all = chains(statement.proposition);
        if (all.every(namesOnly)) return { ...emptyReport, kind: 'mention' };
        const defines = all.some((chain) => chain.relations.some((relation) => relation.defines));
        const report = this.execute(statement.proposition, this.scope);
        return defines ? { ...report, kind: 'definition' } : report;
      }
    }
  }

  bind(proposition: Proposition, scope: Scope): Trial {
    return bind(this.tex, proposition, scope, this.remarks, this.oracle);
  }

  /** What is supposed must be possible, and must not go without saying. */
  hypothesis(proposition: Proposition): StatementReport {
    const digit = numbersIn(proposition)[0];
    if (digit) {
      throw new FormulaError(
        'a number inside \\suppose; write the condition and its consequence as one implication',
        digit.at,
      );
    }
    const givens = Object.entries(this.scope.givens ?? {}).filter(
      ([name]) => !Object.hasOwn(this.scope.notation, name),
    );
    const { tried, binding } = this.bind(proposition, { ...this.scope, givens: Object.fromEntries(givens) });
    const verification = new Verification(this.oracle, binding, false);
    const verdicts = tried.map((instance) => verification.broken(proposition, instance));
    const offset = chains(proposition)[0]!.relations[0]!.at;
    if (!verdicts.includes(undefined))
      throw new FormulaError('what is supposed here holds on none of the instances', offset);
    if (verdicts.every((broken) => broken === undefined)) {
      throw new FormulaError('this holds on every instance, so there is nothing to suppose', offset);
    }
    return { ...emptyReport, kind: 'hypothesis', instances: countEnvironments(tried) };
  }

  execute(proposition: Proposition, scope: Scope, partial = false): StatementReport {
    const mistyped = chains(proposition).flatMap(unitFailures);
    if (mistyped.length > 0) return { ...emptyReport, failures: mistyped };
    const trial = this.bind(proposition, scope);
    const approximate = checkApproximations(this.tex, proposition, trial, this.oracle);
    const early = [...approximate.failures, ...chains(proposition).flatMap(deadParts)];
    const inGeneralNot = this.remarks.some(({ kind }) => kind === 'in general not');
    const { failures, witnesses, evidence } = inGeneralNot
      ? this.notInGeneral(proposition, trial)
      : this.universal(proposition, trial, partial);
    const { decimals } = approximate;
    return {
      ...emptyReport,
      instances: evidence.doubles,
      evidence: {
        ...evidence,
        ...(holds(proposition, trial, ['limit']) && { numerical: true as const }),
        ...(holds(proposition, trial, ['integral', 'average', 'functional']) && {
          quadrature: true as const,
        }),
      },
      decimals,
      failures: [...early, ...failures],
      witnesses,
    };
  }

  universal(proposition: Proposition, trial: Trial, partial: boolean): Found {
    const verification = new Verification(this.oracle, trial.binding, true, partial);
    const { failure, evidence } = attack(proposition, trial, verification);
    if (failure) return { failures: [failure], witnesses: [], evidence };
    for (const instance of missing(proposition, trial, verification.observed)) {
      const broken = verification.broken(proposition, instance);
      if (broken) return { failures: [broken], witnesses: [], evidence };
    }
    const witnesses = [...verification.observed.witnesses.values()];
    const { certain, failures } = certify(verification.observed, this.oracle);
    return {
      failures: [...verification.summary(), ...failures],
      witnesses: witnesses.map(({ text }) => text),
      evidence: certain ? { ...evidence, certain } : evidence,
    };
  }

  /** A counterexample, and an instance that is none: what never holds is not 'in general not'. */
  notInGeneral(proposition: Proposition, { tried, screened, binding }: Trial): Found {
    const verification = new Verification(this.oracle, binding, false);
    const { fails } = screenAll(proposition, screened, new Screen(binding));
    const all = [...tried, ...fails.slice(0, 3)];
    const broken = all.map((instance) => verification.broken(proposition, instance));
    const offset = chains(proposition)[0]?.relations[0]?.at ?? 0;
    const doubles = countEnvironments([...tried, ...screened]);
    const evidence = { ...noEvidence, doubles, digits50: countEnvironments(all) };
    const where = broken.findIndex((failure) => failure !== undefined);
    if (where < 0) {
      const message = 'this holds on every instance; `% in general not` needs a counterexample';
      return { failures: [{ message, offset }], witnesses: [], evidence };
    }
    const counterexample = broken[where]!;
    if (counterexample.undecided) return { failures: [counterexample], witnesses: [], evidence };
    if (!broken.includes(undefined) && binding.open.size > 0) {
      const message = 'this holds on no instance, which is more than `% in general not` says';
      return { failures: [{ message, offset }], witnesses: [], evidence };
    }
    const certain = this.oracle.certify(proposition, all[where]!.environment, all[where]!.bound);
    if (certain?.holds !== false) {
      const message = `the counterexample is not certain: ${counterexample.message}`;
      return { failures: [{ message, offset }], witnesses: [], evidence };
    }
    return {
      failures: [],
      witnesses: [counterexample.message],
      evidence: { ...evidence, certain: certain.by },
    };
  }

  /** Why a symbol cannot be what the notation says it is. */
  unfit(definition: Definition, { tried }: Trial): Failure | undefined {
    const { name, type, expression } = definition;
    const at = expression.at;
    if (type === 'generator' || type === 'convex')
      return tried.map(({ environment }) => notConvex(definition, environment, this.oracle)).find(Boolean);
    if (type !== 'pmf') return undefined;
    const pmf = { kind: 'symbol', name, type: 'vector', at } as const;
    for (const { environment, bound } of tried) {
      const entropy = this.oracle.evaluate(
        { kind: 'quantity', name: 'H', parameters: [], pmfs: [pmf], at },
        environment,
        bound,
      );
      if (entropy.kind !== 'undefined') continue;
      const why = entropy.why.replace(/^.*not a pmf: /, '');
      return { message: `${name} is a pmf in the notation, but this is none: ${why}`, offset: at };
    }
    return undefined;
  }
}

const holds = (proposition: Proposition, { binding }: Trial, kinds: readonly string[]): boolean =>
  kinds.some((kind) => holdsKind(proposition, [kind], binding.definitions));

interface Found {
  readonly failures: readonly Failure[];
  readonly witnesses: readonly string[];
  readonly evidence: Evidence;
}

/** `x \in \X`: says what a letter is. */
const namesOnly = (chain: Chain): boolean =>
  chain.relations.every(({ sign }, k) => sign === '∈' && !chain.sides[k + 1]!.interval);
