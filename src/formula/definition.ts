import { OUTCOMES, sizesAt, sizesOf } from './arrays.ts';
import { FormulaError } from './formula-error.ts';
import { typeOf } from './type-of.ts';
import type { Definition, Parameter } from './environment.ts';
import type { Axis, Expression, Size } from './expression.ts';
import { dropUnit, isComma, joinSigns } from './lines.ts';
import { scriptedName } from './names.ts';
import { lookUp, placesOf, valueType } from './notation.ts';
import type { Scope } from './notation.ts';
import { parseExpression } from './parse.ts';
import { readPlaces } from './parse-array.ts';
import type { Context } from './parse-array.ts';
import { curveType } from './parse-curve.ts';
import { plain } from './plain.ts';
import { freeSymbols } from './symbols.ts';
import { splitAt } from './token-reader.ts';
import { textOf } from './token.ts';
import type { Tokens } from './token.ts';

/**
 * `M := …`, `r(x) := …`, `f(t) := …` and `V(D) := …`, where the left-hand side is neither given nor a known quantity:
 * a number or a pmf, a function of outcomes, of a number, or of functions and pmfs.
 */
export function readDefinition(tokens: Tokens, tex: string, context: Context): Definition | undefined {
  const { scope } = context;
  const [left, right] = splitAt(joinSigns(tokens), (token) => token.kind === 'relation');
  const first = joinSigns(tokens).find((token) => token.kind === 'relation');
  const [symbol, ...rest] = left!;
  if (textOf(first!) !== ':=' || symbol?.kind !== 'symbol' || !right) return undefined;
  if (splitAt(tokens, isComma).length > 1)
    throw new FormulaError('a definition stands alone in its formula', symbol.at);
  const scripts = rest[0]?.kind === 'scripts' ? rest.shift() : undefined;
  const name = scripts?.kind === 'scripts' ? scriptedName(symbol.text, scripts) : symbol.text;
  if (Object.hasOwn(scope.givens ?? {}, name)) return undefined;
  const inside = rest[0]?.kind === 'fenced' ? rest[0].body : rest.slice(1, -1);
  const { outcomes, given } = readPlaces(inside);
  const letters = rest.length === 0 ? [] : [...given, ...outcomes].map(nameOf);
  const read = (more: Partial<Context>): Expression =>
    parseExpression(dropUnit(right), { ...context, ...more }, right[0]?.at ?? first!.at);
  const definition = defined(name, letters, given.length > 0, scope, read);
  const { expression } = definition;
  if (freeSymbols(expression, []).has(name))
    throw new FormulaError(`${name} is defined by itself`, symbol.at);
  const earlier = scope.definitions?.findLast((known) => known.name === name);
  if (earlier && plain(earlier.expression) !== plain(expression)) {
    throw new FormulaError(
      `${name} is already defined here: ${earlier.tex.trim()}; give this one another name`,
      symbol.at,
    );
  }
  return { ...definition, tex };
}

function nameOf([symbol, scripts]: Tokens): string {
  const letter = symbol ? textOf(symbol) : '';
  return scripts?.kind === 'scripts' ? scriptedName(letter, scripts) : letter;
}

/** What is defined, by what stands in its parentheses. */
function defined(
  name: string,
  letters: readonly string[],
  conditional: boolean,
  scope: Scope,
  read: (more: Partial<Context>) => Expression,
): Omit<Definition, 'tex'> {
  const noted = lookUp({ notation: scope.notation }, name);
  const [only, more] = letters;
  const curve = only === undefined || more !== undefined ? undefined : curveType(lookUp(scope, only), noted);
  if (curve) return { name, type: curve, parameter: only!, expression: read({ reals: letters }) };
  if (letters.some((letter) => isVector(letter, scope))) {
    const parameters = letters.map((letter) => parameterNamed(letter, scope));
    return { name, type: 'functional', parameters, expression: read({}) };
  }
  const body = read({ bound: letters });
  const axes = letters.map((variable): Axis => ({ variable, size: sizeOf(variable, body, scope) }));
  const channel = conditional && { channel: true as const };
  const expression: Expression =
    axes.length === 0 ? body : { kind: 'array', axes, body, ...channel, at: body.at };
  if (typeOf(expression) !== 'vector')
    return { name, type: typeOf(expression) === 'density' ? 'density' : 'real', expression };
  const sizes = sizesOf(expression) ?? [OUTCOMES];
  const isChannel = conditional || (expression.kind === 'array' && expression.channel);
  const type = isChannel ? 'channel' : noted === 'pmf' || noted === 'joint' ? noted : 'function';
  const simple = sizes.length === 1 && sizes[0] === OUTCOMES;
  return { name, type, ...(!simple && { sizes }), expression };
}

function isVector(letter: string, scope: Scope): boolean {
  const type = lookUp(scope, letter);
  return type !== undefined && valueType(type) === 'vector';
}

function parameterNamed(name: string, scope: Scope): Parameter {
  const type = lookUp(scope, name);
  const value = type && valueType(type);
  if (value !== 'vector' && value !== 'real')
    throw new FormulaError(
      `what a functional is of is a function, a pmf or a number, which ${name} is not`,
      0,
    );
  return { name, type: value, sizes: placesOf(scope, name) };
}

/** How far a letter runs: an index that the notation knows has an end of its own. */
function sizeOf(letter: string, body: Expression, scope: Scope): Size {
  if (lookUp(scope, letter) === 'index') return placesOf(scope, letter)[0]!;
  return [...sizesAt(letter, body)][0] ?? OUTCOMES;
}
