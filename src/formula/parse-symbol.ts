import { typeOf } from './expression.ts';
import type { Expression, FamilyName, Proposition } from './expression.ts';
import { knownSymbols, lookUp, valueType } from './notation.ts';
import type { Scope } from './notation.ts';
import { scriptedName } from './names.ts';
import { TokenReader, splitAt } from './token-reader.ts';
import type { Scripts } from './token-reader.ts';
import { textOf } from './tokens.ts';
import type { Tokens } from './tokens.ts';

/** What a symbol means at one place: the scope, and the variables of the sums around it. */
export interface Context {
  readonly scope: Scope;
  readonly bound: readonly string[];
  /** The variables of the integrals and limits around it, and the coupling or function of an optimum. */
  readonly reals?: readonly string[];
  readonly entries?: readonly string[];
  /** Reads the condition of a sum; given by statement.ts, which reads relations. */
  readonly condition: (tokens: Tokens, context: Context) => Proposition;
}

const FAMILIES: Readonly<Record<string, { family: FamilyName; parameters: readonly string[] }>> = {
  '\\mathcal{N}': { family: 'normal', parameters: ['a mean', 'a variance'] },
  '\\mathcal{U}': { family: 'uniform', parameters: ['a lower end', 'an upper end'] },
  '\\mathrm{Exp}': { family: 'exponential', parameters: ['a rate'] },
};

/** Reads symbols with what belongs to them: P, P(x), p_i, \lambda_1, \infty. */
export abstract class SymbolParser extends TokenReader {
  readonly context: Context;

  constructor(tokens: Tokens, context: Context, start: number) {
    super(tokens, start);
    this.context = context;
  }

  /** Reads other tokens, such as those of an index, as an expression. */
  abstract inner(tokens: Tokens, at?: number, context?: Context): Expression;

  symbol(name: string, at: number): Expression {
    const { scope } = this.context;
    if (name === '\\infty') return { kind: 'infinity', at };
    const scripts = this.next?.kind === 'scripts' ? this.next : undefined;
    const long = scripts && this.longName(name, scripts);
    if (long) {
      const index = this.next?.kind === 'scripts' && this.next.sub ? this.next : undefined;
      return index ? this.subscripted(long, index, at) : this.indexed(long, at);
    }
    if (scripts?.sub) return this.subscripted(name, scripts, at);
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
  subscripted(name: string, scripts: Scripts, at: number): Expression {
    const { scope } = this.context;
    const pmf =
      lookUp(scope, name) !== undefined && this.isVector(name) ? name : scope.notation[name]?.masses;
    if (pmf === undefined) this.unknown(lookUp(scope, name) === undefined ? name : `${name}_…`, at);
    const of = this.resolve(pmf, at);
    const mass: Expression = { kind: 'mass', of, outcome: this.outcome(scripts.sub!, scripts.at), at };
    this.position++;
    if (!scripts.sup) return mass;
    return { kind: 'power', base: mass, exponent: this.inner(scripts.sup, scripts.at), at };
  }

  isVector(name: string): boolean {
    const type = lookUp(this.context.scope, name);
    return type !== undefined && valueType(type) === 'vector';
  }

  /** `P(x)` for a pmf, and `p(x)` for a letter that stands for its masses. */
  indexed(name: string, at: number): Expression {
    const open = this.next;
    if (Object.hasOwn(FAMILIES, name)) return this.family(name, at);
    if (this.context.entries?.includes(name))
      return { kind: 'entry', name, indices: this.inParentheses(name, at), at };
    if (this.isDensity(name) && (open?.kind === 'open' || open?.kind === 'fenced')) {
      const [point, more] = this.inParentheses(name, at);
      if (!point || more) this.fail(`${name} is a density, of one point: ${name}(x)`, at);
      return { kind: 'density', of: this.resolve(name, at), point, at };
    }
    const body =
      open?.kind === 'open' && open.text === '('
        ? this.peekParentheses()
        : open?.kind === 'fenced' && open.left === '('
          ? open.body
          : undefined;
    const masses = this.context.scope.notation[name]?.masses;
    const vector = this.isVector(name) && !this.context.bound.includes(name);
    const lone = body?.length === 1 && body[0]!.kind === 'symbol' && this.isOutcome(textOf(body[0]!));
    if (!body || !(vector || (masses !== undefined && lone))) return this.resolve(name, at);
    this.position++;
    if (open!.kind === 'open') this.upToClose(open!);
    return {
      kind: 'mass',
      of: this.resolve(vector ? name : masses!, at),
      outcome: this.outcome(body, open!.at),
      at,
    };
  }

  isDensity(name: string): boolean {
    return lookUp(this.context.scope, name) === 'density' && !this.context.reals?.includes(name);
  }

  /** `\mathcal{N}(0, 1)`. */
  family(name: string, at: number): Expression {
    const { family, parameters: meant } = FAMILIES[name]!;
    const parameters = this.inParentheses(name, at);
    if (parameters.length !== meant.length)
      this.fail(
        `${name} takes ${meant.join(' and ')}; write ${name}(${meant.map(() => '…').join(', ')})`,
        at,
      );
    return { kind: 'family', family, parameters, at };
  }

  /** The expressions between the parentheses that follow, which are stepped over. */
  inParentheses(name: string, at: number): Expression[] {
    const open = this.next;
    if (open?.kind !== 'open' && open?.kind !== 'fenced') this.fail(`write ${name}(…)`, at);
    this.position++;
    const body = open.kind === 'fenced' ? open.body : this.upToClose(open);
    return splitAt(body, (mark) => mark.kind === 'mark').map((part) => this.inner(part, open.at));
  }

  isOutcome(name: string): boolean {
    return this.context.bound.includes(name) || lookUp(this.context.scope, name) === 'outcome';
  }

  outcome(tokens: Tokens, at: number): Expression {
    const outcome = this.inner(tokens, at);
    if (outcome.kind === 'number' && !/^[1-9]\d*$/.test(outcome.text)) {
      this.fail(`there is no outcome ${outcome.text}; outcomes are numbered from 1`, outcome.at);
    }
    if (typeOf(outcome) === 'vector') this.fail('an outcome was expected here', at);
    return outcome;
  }

  resolve(name: string, at: number): Expression {
    if (this.context.reals?.includes(name)) return { kind: 'symbol', name, type: 'real', at };
    if (this.context.bound.includes(name)) return { kind: 'symbol', name, type: 'outcome', at };
    const type = lookUp(this.context.scope, name);
    const value = type && valueType(type);
    if (!value) return this.unknown(name, at);
    return { kind: 'symbol', name, type: value, at };
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
