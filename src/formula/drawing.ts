import { FormulaError } from './formula-error.ts';
import type { Definition, Environment, Givens } from './environment.ts';
import type { Size } from './expression.ts';
import type { Proposition } from './proposition.ts';
import type { SymbolType } from './symbol-types.ts';
import { sizesAt } from './arrays.ts';
import { budgetOf } from './budget.ts';
import type { Budget } from './budget.ts';
import { countOutcomes, withSizes } from './givens.ts';
import type { Binding, Instance } from './instance.ts';
import { openSymbols } from './instances.ts';
import type { Draw, DrawOptions } from './instances.ts';
import { impliedBy, lookUp, placesOf } from './notation.ts';
import type { Scope } from './notation.ts';
import type { Bound } from './oracle.ts';
import { sizeIn } from './rational.ts';
import type { Remark } from './remarks.ts';
import type { Open } from './structures.ts';
import { freeSymbols } from './symbols.ts';

/** More letters for outcomes than this make too many combinations. */
const MOST_OUTCOMES = 3;

/** How instances of a formula are drawn, and which of them it speaks of. */
export interface Drawing {
  readonly binding: Binding;
  readonly budget: Budget;
  readonly open: ReadonlyMap<string, SymbolType>;
  readonly givens: Givens;
  readonly options: DrawOptions;
  /** How many outcomes the given pmfs have. */
  readonly outcomes: number | undefined;
  /** Whether nothing is left open but outcomes, so that one draw is all there are. */
  readonly onlyOutcomes: boolean;
  readonly expand: (draw: Draw) => Instance[];
}

export function drawingOf(
  tex: string,
  proposition: Proposition,
  scope: Scope,
  remarks: readonly Remark[],
): Drawing {
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
  const expand = ({ values, outcomes: n }: Draw): Instance[] => {
    const environment = environmentOf(values, definitions, n);
    return outcomeChoices(free, environment).map((bound) => ({ environment, bound }));
  };
  const loose = remarks.some(({ kind }) => kind === 'loose' || kind === 'strict');
  const binding = { tex, givens, definitions, open, loose, moderate, symbols: openSymbols(open, options) };
  return { binding, budget, open, givens, options, outcomes, onlyOutcomes, expand };
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
