import type { Definition } from './environment.ts';
import type { Expression } from './expression.ts';
import type { Chain, Proposition } from './proposition.ts';

/** The symbols that an expression leaves open, those of the definitions it uses included. */
export function freeSymbols(
  of: Expression | Proposition,
  definitions: readonly Definition[],
  bound: readonly string[] = [],
): Set<string> {
  const found = new Set<string>();
  const add = (names: Set<string>): void => names.forEach((name) => void found.add(name));
  const visit = (...parts: readonly (Expression | Proposition)[]): void =>
    parts.forEach((part) => add(freeSymbols(part, definitions, bound)));
  switch (of.kind) {
    case 'symbol': {
      if (bound.includes(of.name)) break;
      const definition = definitions.findLast(({ name }) => name === of.name);
      if (definition) add(freeOfDefinition(definition, definitions));
      else found.add(of.name);
      break;
    }
    case 'fold': {
      if (of.from) visit(of.from);
      if (of.to) visit(of.to);
      const inside = [...bound, of.variable];
      if (of.where) add(freeSymbols(of.where, definitions, inside));
      add(freeSymbols(of.body, definitions, inside));
      break;
    }
    case 'curve':
      if (of.defined) add(freeSymbols(of.defined.body, definitions, [of.defined.parameter]));
      else found.add(of.name);
      break;
    case 'apply':
      visit(of.curve, of.point);
      break;
    case 'average':
      visit(of.density);
      add(freeSymbols(of.body, definitions, [...bound, of.variable]));
      break;
    case 'integral':
    case 'search':
      visit(of.from, of.to);
      add(freeSymbols(of.body, definitions, [...bound, of.variable]));
      break;
    case 'limit':
      visit(of.to);
      add(freeSymbols(of.body, definitions, [...bound, of.variable]));
      add(freeSymbols(of.along, definitions, [...bound, of.index]));
      break;
    case 'expectation':
      visit(of.pmf);
      add(freeSymbols(of.body, definitions, [...bound, of.variable]));
      break;
    case 'array':
      add(freeSymbols(of.body, definitions, [...bound, ...of.axes.map(({ variable }) => variable)]));
      break;
    case 'chain':
      for (const side of of.sides) {
        visit(side.expression);
        if (side.interval) visit(side.interval.low, side.interval.high);
      }
      break;
    default:
      visit(...children(of));
  }
  return found;
}

export function freeOfDefinition(definition: Definition, definitions: readonly Definition[]): Set<string> {
  const others = definitions.filter(({ name }) => name !== definition.name);
  return freeSymbols(definition.expression, others, definition.parameter ? [definition.parameter] : []);
}

/** The parts of an expression or proposition that binds no variable. */
export function children(of: Expression | Proposition): readonly (Expression | Proposition)[] {
  switch (of.kind) {
    case 'mass':
      return [of.of, of.outcome, ...(of.rest ?? []).map(({ outcome }) => outcome)];
    case 'array':
      return [of.body];
    case 'conditional':
      return [of.of];
    case 'indicator':
      return [of.where];
    case 'tuple':
      return of.entries;
    case 'negate':
    case 'softmax':
    case 'rounded':
    case 'factorial':
    case 'root':
    case 'absolute':
    case 'exponential':
      return [of.of];
    case 'logarithm':
      return of.base ? [of.of, of.base] : [of.of];
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'implies':
    case 'iff':
      return [of.left, of.right];
    case 'power':
      return [of.base, of.exponent];
    case 'binomial':
      return [of.above, of.below];
    case 'extremum':
      return of.of;
    case 'quantity':
      return [...of.parameters, ...of.pmfs, ...(of.positions ?? [])];
    case 'family':
      return of.parameters;
    case 'density':
      return [of.of, of.point];
    case 'apply':
    case 'conjugate':
      return [of.curve, of.point];
    case 'special':
      return of.of;
    case 'average':
      return [of.density, of.body];
    case 'integral':
    case 'search':
      return [of.body, of.from, of.to];
    case 'derivative':
      return [of.body, of.target];
    case 'limit':
      return [of.body, of.along, of.to];
    case 'optimum':
      return [...of.pmfs, ...(of.slope ? [of.slope] : []), ...(of.cost ? [of.cost] : []), of.body];
    case 'entry':
      return of.indices;
    case 'and':
      return of.parts;
    case 'fold':
      return [
        of.body,
        ...(of.from ? [of.from] : []),
        ...(of.to ? [of.to] : []),
        ...(of.where ? [of.where] : []),
      ];
    case 'expectation':
      return [of.pmf, of.body];
    case 'chain':
      return of.sides.flatMap(({ expression, interval }) =>
        interval ? [interval.low, interval.high] : [expression],
      );
    default:
      return [];
  }
}

/** A number as it is written. */
interface Numeral {
  readonly text: string;
  readonly at: number;
}

/** Every number written in an expression or proposition. */
export function numbersIn(of: Expression | Proposition): Numeral[] {
  return of.kind === 'number' ? [{ text: of.text, at: of.at }] : written(of).flatMap(numbersIn);
}

/** The same without those that are part of a name, as the order of W_1 is. */
export function numbersBesideNames(of: Expression | Proposition): Numeral[] {
  if (of.kind === 'quantity') return of.pmfs.flatMap(numbersBesideNames);
  return of.kind === 'number' ? numbersIn(of) : written(of).flatMap(numbersBesideNames);
}

/** The parts that somebody wrote: the search that f^*(s) stands for has ends that nobody did. */
const written = (of: Expression | Proposition): readonly (Expression | Proposition)[] =>
  of.kind === 'search' && of.variable.startsWith('@') ? [of.body] : children(of);

/** What a part is called besides its kind: a quantity by its name, an integral with another one inside. */
function nameOf(of: Expression | Proposition): string {
  if (of.kind === 'quantity') return of.densities ? 'functional' : of.name;
  return of.kind === 'integral' && holdsKind(of.body, ['integral'], []) ? 'double integral' : of.kind;
}

/** Whether an expression or proposition holds a part of one of these kinds, or one of these quantities, the definitions it uses included. */
export function holdsKind(
  of: Expression | Proposition,
  kinds: readonly string[],
  definitions: readonly Definition[],
): boolean {
  const name = nameOf(of);
  if (kinds.includes(of.kind) || kinds.includes(name)) return true;
  if (of.kind !== 'symbol' && of.kind !== 'curve')
    return children(of).some((part) => holdsKind(part, kinds, definitions));
  const definition = definitions.findLast(({ name }) => name === of.name);
  const others = definitions.filter((other) => other !== definition);
  return definition !== undefined && holdsKind(definition.expression, kinds, others);
}

/** Every chain of a proposition. */
export function chains(proposition: Proposition): Chain[] {
  if (proposition.kind === 'chain') return [proposition];
  return (proposition.kind === 'and' ? proposition.parts : [proposition.left, proposition.right]).flatMap(
    chains,
  );
}
