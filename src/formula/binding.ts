import { FormulaError } from './formula-error.ts';
import type { Proposition } from './proposition.ts';
import { drawingOf } from './drawing.ts';
import { instances } from './instances.ts';
import type { Budget } from './budget.ts';
import { sampleHas } from './named-curves.ts';
import { pool } from './pool.ts';
import { Screen } from './screen.ts';
import { lookUp } from './notation.ts';
import type { Scope } from './notation.ts';
import type { Oracle } from './oracle.ts';
import type { Remark } from './remarks.ts';
import { asFormulaError } from './render.ts';
import { readStatement } from './statement.ts';
import { freeSymbols } from './symbols.ts';
import type { Binding, Instance } from './instance.ts';

/** Fewer instances than this show nothing. */
const FEWEST = 3;
/** A condition that almost no instance satisfies is given up after so many draws for each instance that is wanted. */
const MOST_DRAWS = 4;
/** An instance with open outcomes is tried on so many of them. */
const MOST_CHOICES = 8;

/** What a formula is tried on, and how its symbols are bound. */
export interface Trial {
  /** What both evaluators try. */
  readonly tried: readonly Instance[];
  /** What only doubles try, unless they cannot decide. */
  readonly screened: readonly Instance[];
  readonly binding: Binding;
  readonly budget: Budget;
  /** Whether the comments of the formula let an instance through, as far as doubles can tell. */
  readonly allowed: (instance: Instance) => boolean;
}

/** The instances of a formula: a single one if all its symbols are given, some sixty otherwise. */
export function bind(
  tex: string,
  proposition: Proposition,
  scope: Scope,
  remarks: readonly Remark[],
  oracle: Oracle,
): Trial {
  const drawing = drawingOf(tex, proposition, scope, remarks);
  const { binding, budget, open, givens, options, outcomes, onlyOutcomes, expand } = drawing;
  const drawn = onlyOutcomes
    ? [{ values: givens, outcomes: outcomes ?? 1 }]
    : instances(open, givens, options);
  const tried = narrow(drawn.map(expand), remarks, {
    scope,
    oracle,
    most: budget.atFiftyDigits,
    open: open.size > 0,
  });
  const allowed = allowing(remarks, scope, binding, tried);
  if (onlyOutcomes) return { binding, tried, screened: [], budget, allowed };
  const screened: Instance[] = [];
  let [kept, seen] = [0, 0];
  for (const draw of pool(open, givens, options)) {
    const fit = expand(draw).filter(allowed);
    if (fit.length > 0) kept++;
    screened.push(...some(fit, MOST_CHOICES));
    if (kept >= budget.inDoubles || ++seen >= MOST_DRAWS * budget.inDoubles) break;
  }
  return { binding, tried, screened, budget, allowed };
}

/** At most so many of them, evenly. */
function some<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, k) => items[Math.floor((k * items.length) / most)]!);
}

/** The comments' conditions, in doubles. */
export function allowing(
  remarks: readonly Remark[],
  scope: Scope,
  binding: Binding,
  tried: readonly Instance[] = [],
): (instance: Instance) => boolean {
  const conditions = remarks.map((remark): ((instance: Instance) => boolean) => {
    if (remark.kind !== 'where') return filterOf(remark, tried, scope);
    const condition = readCondition(remark.tex, scope, remark.at);
    const screen = new Screen(binding);
    return (instance) => screen.supposes(condition, instance);
  });
  return (instance) => conditions.every((fits) => fits(instance));
}

/** The instances that the comments of the formula allow, of so many draws at most. */
function narrow(
  drawn: readonly (readonly Instance[])[],
  remarks: readonly Remark[],
  {
    scope,
    oracle,
    most = Infinity,
    open,
  }: { scope: Scope; oracle: Oracle; most?: number | undefined; open: boolean },
): readonly Instance[] {
  const all = drawn.flat();
  const conditions = remarks.map((remark) => filterOf(remark, all, scope, oracle));
  const kept: Instance[] = [];
  let draws = 0;
  for (const instances of drawn) {
    const fit = instances.filter((instance) => conditions.every((fits) => fits(instance)));
    kept.push(...fit);
    if (fit.length > 0 && ++draws >= most) break;
  }
  if (kept.length > 0 && (kept.length >= FEWEST || !open)) return kept;
  throw new FormulaError(
    `only ${kept.length} instances satisfy the comments of this formula, too few to show anything`,
    0,
  );
}

function filterOf(
  remark: Remark,
  tried: readonly Instance[],
  scope: Scope,
  oracle?: Oracle,
): (instance: Instance) => boolean {
  if (remark.kind === 'where' && oracle) {
    const condition = readCondition(remark.tex, scope, remark.at);
    requireUsed([...freeSymbols(condition, scope.definitions ?? [])], tried, scope, remark.at);
    return ({ environment, bound }) => oracle.holds(condition, environment, bound);
  }
  if (remark.kind === 'strictly convex' || remark.kind === 'twice differentiable') {
    requireUsed(remark.symbols, tried, scope, remark.at);
    const property = remark.kind === 'strictly convex' ? 'strictlyConvex' : 'twiceDifferentiable';
    return ({ environment }) =>
      remark.symbols.every((name) => sampleHas(lookUp(scope, name), environment.values[name], property));
  }
  if (remark.kind !== 'full support' && remark.kind !== 'disjoint supports') return () => true;
  requireUsed(remark.symbols, tried, scope, remark.at);
  const fits = remark.kind === 'full support' ? fullSupport : disjointSupports;
  return ({ environment }) => fits(remark.symbols.map((name) => environment.values[name] ?? ''));
}

function readCondition(tex: string, scope: Scope, at: number): Proposition {
  try {
    const statement = readStatement(tex, scope);
    if (statement.kind === 'proposition') return statement.proposition;
  } catch (error) {
    const { message, offset } = asFormulaError(error);
    throw new FormulaError(message, at + offset);
  }
  throw new FormulaError('% where needs a condition, such as P \\ll Q', at);
}

function requireUsed(names: readonly string[], tried: readonly Instance[], scope: Scope, at: number): void {
  const [first] = tried;
  const known = (name: string): boolean =>
    Object.hasOwn(first!.environment.values, name) ||
    Object.hasOwn(first!.bound, name) ||
    lookUp(scope, name) === 'outcomes';
  const unused = first && names.find((name) => !known(name));
  if (unused !== undefined)
    throw new FormulaError(`the comment speaks of ${unused}, which the formula does not use`, at);
}

const isZero = (mass: string): boolean => Number(mass) === 0;

function fullSupport(pmfs: readonly (string | readonly string[])[]): boolean {
  return pmfs.every((masses) => typeof masses !== 'string' && !masses.some(isZero));
}

function disjointSupports(pmfs: readonly (string | readonly string[])[]): boolean {
  const masses = pmfs.filter((given) => typeof given !== 'string');
  return (
    masses.length > 1 &&
    masses[0]!.every((_, x) => masses.filter((pmf) => !isZero(pmf[x] ?? '0')).length <= 1)
  );
}
