import { typeOf } from './type-of.ts';
import type { Expression, Size } from './expression.ts';
import type { FamilyName } from './family-table.ts';
import type { SymbolType } from './symbol-types.ts';
import { familyNamed, familySyntax } from './family-table.ts';
import { OUTCOMES, massOf, rowOf, sizesOf } from './arrays.ts';
import { knownSymbols, lookUp, placesOf, valueType } from './notation.ts';
import { scriptedName } from './names.ts';
import { CurveParser } from './parse-curve.ts';
import { substitute } from './substitute.ts';
import type { Scripts } from './token-reader.ts';
import { textOf } from './token.ts';

const isFamily = (type: SymbolType): boolean => type === 'pmfs' || type === 'sample';

const SPECIAL: Readonly<Record<string, 'gamma' | 'digamma' | 'Phi'>> = {
  '\\Gamma': 'gamma',
  '\\psi': 'digamma',
  '\\Phi': 'Phi',
};

/** Reads symbols with what belongs to them: P, P(x), p_i, \lambda_1, \infty. */
export abstract class SymbolParser extends CurveParser {
  symbol(name: string, at: number): Expression {
    const { scope } = this.context;
    if (name === '\\infty') return { kind: 'infinity', at };
    const scripts = this.next?.kind === 'scripts' ? this.next : undefined;
    const part = scripts && (this.member(name, scripts, at) ?? this.marginal(name, scripts, at));
    if (part) return typeOf(part) === 'vector' ? this.applied(part, name) : part;
    const curve = this.curveNamed(name, scripts, at);
    if (curve) return this.curve(curve, at);
    const long = scripts && this.longName(name, scripts);
    if (long) {
      const index = this.next?.kind === 'scripts' && this.next.sub ? this.next : undefined;
      return index ? this.subscripted(long, at) : this.indexed(long, at);
    }
    if (scripts?.sub) return this.subscripted(name, at);
    if (name === 'e' && lookUp(scope, 'e') === undefined) return { kind: 'e', at };
    return this.indexed(name, at);
  }

  /**
   * A symbol such as `\lambda_1`, `P'` or `\hat{P}_n`, if the notation has it: its scripts are then part of the name,
   * and what is left of them stands after it.
   */
  longName(name: string, { sub, sup, ...place }: Scripts): string | undefined {
    const ways = [{ sub, sup }, ...(sub && sup ? [{ sub }, { sup }] : [])].map((way) => ({
      ...way,
      long: scriptedName(name, way),
    }));
    // Primes and stars are always part of the name.
    const found =
      ways.find(({ long }) => lookUp(this.context.scope, long) !== undefined) ??
      ways.findLast(({ long }) => /['*]$/.test(long));
    if (!found) return undefined;
    const left = { ...(sub && !found.sub && { sub }), ...(sup && !found.sup && { sup }) };
    if (left.sub || left.sup) this.tokens = this.tokens.with(this.position, { ...left, ...place });
    else this.position++;
    return found.long;
  }

  /** `p_i`: the mass of an outcome. */
  subscripted(name: string, at: number): Expression {
    const { scope } = this.context;
    const pmf =
      lookUp(scope, name) !== undefined && this.isVector(name) ? name : scope.notation[name]?.masses;
    if (pmf === undefined) this.unknown(lookUp(scope, name) === undefined ? name : `${name}_…`, at);
    return this.applied(this.resolve(pmf, at), name);
  }

  /** `P_k` and `x_i`: one of several pmfs, or of the outcomes of a sample. */
  member(name: string, { sub, sup, ...place }: Scripts, at: number): Expression | undefined {
    const { notation } = this.context.scope;
    if (!sub) return undefined;
    const exact = lookUp(this.context.scope, scriptedName(name, { sub }));
    if (exact !== undefined && !isFamily(exact)) return undefined;
    const family = Object.keys(notation).find(
      (key) => isFamily(notation[key]!.type) && key.startsWith(`${name}_`),
    );
    if (family === undefined) return undefined;
    if (sup) this.tokens = this.tokens.with(this.position, { ...place, sup });
    else this.position++;
    const [of, index] = [this.resolve(family, at), this.outcome(sub, place.at)];
    if (lookUp(this.context.scope, family) === 'sample') return massOf(of, [index], at);
    return this.applied(rowOf(of, index, at), family);
  }

  isVector(name: string): boolean {
    const type = lookUp(this.context.scope, name);
    return type !== undefined && valueType(type) === 'vector';
  }

  /** `P(x)` for a pmf, and `p(x)` for a letter that stands for its masses. */
  indexed(name: string, at: number): Expression {
    const open = this.next;
    const family = familyNamed(name);
    if (family) return this.family(family, at);
    if (this.context.entries?.includes(name))
      return { kind: 'entry', name, indices: this.inParentheses(name, at), at };
    if (Object.hasOwn(SPECIAL, name) && lookUp(this.context.scope, name) === undefined)
      return this.special(name, at);
    if (lookUp(this.context.scope, name) === 'functional') return this.functional(name, at);
    if (this.isDensity(name) && (open?.kind === 'open' || open?.kind === 'fenced')) {
      const [point, more] = this.inParentheses(name, at);
      if (!point || more) this.fail(`${name} is a density, of one point: ${name}(x)`, at);
      return { kind: 'density', of: this.resolve(name, at), point, at };
    }
    const masses = this.context.scope.notation[name]?.masses;
    if (this.isVector(name) && !this.context.bound.includes(name))
      return this.applied(this.resolve(name, at), name);
    const body =
      open?.kind === 'open' && open.text === '('
        ? this.peekParentheses()
        : open?.kind === 'fenced' && open.left === '('
          ? open.body
          : undefined;
    const lone = body?.length === 1 && body[0]!.kind === 'symbol' && this.isOutcome(textOf(body[0]!));
    if (masses === undefined || !lone) return this.resolve(name, at);
    return this.applied(this.resolve(masses, at), masses);
  }

  /** `V(D^*)`: what V says of D, said of D^*. */
  functional(name: string, at: number): Expression {
    const {
      parameters = [],
      expression,
      tex,
    } = this.context.scope.definitions!.findLast((known) => known.name === name)!;
    const wanted = `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`;
    const open = this.next;
    if (open?.kind !== 'open' && open?.kind !== 'fenced')
      this.fail(`${name} depends on ${wanted.slice(name.length + 1, -1)}; write ${wanted}`, at);
    const values = this.inParentheses(name, at);
    if (values.length !== parameters.length)
      this.fail(`${name} is defined as ${tex.trim()}; write ${wanted}`, at);
    for (const [k, value] of values.entries()) {
      const { type, sizes } = parameters[k]!;
      const fits = typeOf(value) === type || (type === 'real' && typeOf(value) !== 'vector');
      const places = (type === 'vector' && sizesOf(value)) || sizes;
      if (!fits || places.join() !== sizes.join())
        this.fail(`${name} is defined as ${tex.trim()}; this is no ${parameters[k]!.name}`, value.at);
    }
    return substitute(expression, new Map(parameters.map((parameter, k) => [parameter.name, values[k]!])));
  }

  isDensity(name: string): boolean {
    return lookUp(this.context.scope, name) === 'density' && !this.context.reals?.includes(name);
  }

  /** `\mathcal{N}(0, 1)`. */
  family(family: FamilyName, at: number): Expression {
    const { tex, parameters: meant } = familySyntax(family);
    const parameters = this.inParentheses(tex, at);
    if (parameters.length !== meant.length)
      this.fail(`${tex} takes ${meant.join(' and ')}; write ${tex}(${meant.map(() => '…').join(', ')})`, at);
    return { kind: 'family', family, parameters, at };
  }

  /** `\Gamma(a)`, `\psi(a)` and `\Phi(x)`. */
  special(name: string, at: number): Expression {
    const of = this.inParentheses(name, at);
    if (of.length !== 1) this.fail(`${name} is of one number: ${name}(a)`, at);
    return { kind: 'special', name: SPECIAL[name]!, of, at };
  }

  isOutcome(name: string): boolean {
    return this.context.bound.includes(name) || lookUp(this.context.scope, name) === 'outcome';
  }

  override resolve(name: string, at: number): Expression {
    if (this.context.reals?.includes(name)) return { kind: 'symbol', name, type: 'real', at };
    if (this.context.bound.includes(name)) return { kind: 'symbol', name, type: 'outcome', at };
    const type = lookUp(this.context.scope, name);
    const value = type && valueType(type);
    if (!value) return this.unknown(name, at);
    const sizes = value === 'vector' ? this.sizesOf(name) : [OUTCOMES];
    const simple = sizes.length === 1 && sizes[0] === OUTCOMES;
    return { kind: 'symbol', name, type: value, ...(!simple && { sizes }), at };
  }

  override sizesOf(name: string): readonly Size[] {
    return placesOf(this.context.scope, name);
  }

  unknown(name: string, at: number): never {
    if (name === '*') this.fail('* is no sign of multiplication here; write \\cdot, or a space', at);
    const known = [...this.context.bound, ...(this.context.reals ?? []), ...knownSymbols(this.context.scope)];
    this.fail(
      `unknown symbol ${name}; known here: ${[...new Set(known)].join(', ')}; add it to the page's front matter or content/notation.yaml`,
      at,
    );
  }
}
