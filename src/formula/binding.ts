import { FormulaError } from './expression.ts';
import type { Definition, Environment, Givens, Proposition, Size, SymbolType } from './expression.ts';
import { sizesAt } from './arrays.ts';
import { countOutcomes, withSizes } from './givens.ts';
import { instances, openSymbols } from './instances.ts';
import type { Draw, DrawOptions } from './instances.ts';
import { budgetOf } from './budget.ts';
import type { Budget } from './budget.ts';
import { sampleHas } from './named-curves.ts';
import { pool } from './pool.ts';
import { Screen } from './screen.ts';
import { impliedBy, lookUp, placesOf } from './notation.ts';
import type { Scope } from './notation.ts';
import type { Bound, Oracle } from './oracle.ts';
import { sizeIn } from './rational.ts';
import type { Remark } from './remarks.ts';
import type { Open } from './structures.ts';
import { asFormulaError } from './render.ts';
import { readStatement } from './statement.ts';
import { freeSymbols } from './symbols.ts';
import type { Binding, Instance } from './instance.ts';

/** Fewer instances than this show nothing. */
const FEWEST = 3;
/** More letters for outcomes than this make too many combinations. */
const MOST_OUTCOMES = 3;
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
  const definitions = scope.definitions ?? [];
  const used = withImplied(freeSymbols(proposition, definitions), scope);
  const givens = withSizes(scope);
  const outcomes = countOutcomes([...used], scope, givens);
  const open = new Map<string, SymbolType>();
  for (const name of used) {
    const type = lookUp(scope, name);
    const fixed = Object.hasOwn(givens, name) || (type === 'outcomes' && outcomes !== undefined);
    if (!fixed && type !== undefined) open.set(name, type);
  }
  const free = [...open]
    .filter(([, type]) => type === 'outcome' || type === 'index')
    .map(([name, type]) => ({
      name,
      size: type === 'index' ? placesOf(scope, name)[0]! : ([...sizesAt(name, proposition)][0] ?? ''),
    }));
  if (free.length > MOST_OUTCOMES)
    throw new FormulaError(
      `more than ${MOST_OUTCOMES} open outcomes: ${free.map(({ name }) => name).join(', ')}`,
      0,
    );
  const onlyOutcomes = free.length === open.size && (free.length === 0 || outcomes !== undefined);
  const disjoint = remarks.flatMap((remark) => (remark.kind === 'disjoint supports' ? remark.symbols : []));
  const budget = budgetOf(proposition, definitions);
  const moderate = budget.moderate === true;
  const options = {
    disjoint,
    ...(moderate && { moderate }),
    ...(outcomes === undefined ? {} : { outcomes }),
    places: placesIn(scope, open.keys()),
  };
  const drawn = onlyOutcomes
    ? [{ values: givens, outcomes: outcomes ?? 1 }]
    : instances(open, givens, options);
  const expand = ({ values, outcomes: n }: Draw): Instance[] => {
    const environment = environmentOf(values, definitions, n);
    return outcomeChoices(free, environment).map((bound) => ({ environment, bound }));
  };
  const loose = remarks.some(({ kind }) => kind === 'loose' || kind === 'strict');
  const binding = { tex, givens, definitions, open, loose, moderate, symbols: openSymbols(open, options) };
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

const environments = new WeakMap<Givens, Environment>();

/** Formulas with the same symbols share their instances, and what is computed once for each. */
function environmentOf(values: Givens, definitions: readonly Definition[], outcomes: number): Environment {
  const known = environments.get(values);
  const same =
    known?.definitions.length === definitions.length &&
    known.definitions.every((definition, k) => definition === definitions[k]);
  if (same) return known;
  const environment = { values, definitions, outcomes };
  environments.set(values, environment);
  return environment;
}

/** At most so many of them, evenly. */
function some<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, k) => items[Math.floor((k * items.length) / most)]!);
}

/** The comments' conditions, in doubles. */
function allowing(
  remarks: readonly Remark[],
  scope: Scope,
  binding: Binding,
  tried: readonly Instance[],
): (instance: Instance) => boolean {
  const conditions = remarks.map((remark): ((instance: Instance) => boolean) => {
    if (remark.kind !== 'where') return filterOf(remark, tried, scope);
    const condition = readCondition(remark.tex, scope, remark.at);
    const screen = new Screen(binding);
    return (instance) => screen.supposes(condition, instance);
  });
  return (instance) => conditions.every((fits) => fits(instance));
}

/** The symbols with those that have a value wherever they have one. */
function withImplied(names: Iterable<string>, scope: Scope): ReadonlySet<string> {
  const all = new Set(names);
  for (const name of all) for (const implied of impliedBy(scope, name)) all.add(implied);
  return all;
}

function placesIn(scope: Scope, names: Iterable<string>): NonNullable<DrawOptions['places']> {
  const places: Record<string, Pick<Open, 'sizes' | 'of'>> = {};
  for (const name of names) {
    const [sizes, of] = [placesOf(scope, name), scope.notation[name]?.of];
    if (of || sizes.length > 1 || sizes[0] !== '') places[name] = { sizes, ...(of && { of }) };
  }
  return places;
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

function outcomeChoices(
  free: readonly { readonly name: string; readonly size: Size }[],
  environment: Environment,
): Bound[] {
  return free.reduce<Bound[]>(
    (choices, { name, size }) =>
      choices.flatMap((choice) =>
        Array.from({ length: sizeIn(environment, size) }, (_, k) => ({ ...choice, [name]: k + 1 })),
      ),
    [{}],
  );
}
