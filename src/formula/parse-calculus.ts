import { differentiate, nameOf } from './differentiate.ts';
import { unbound } from './entries.ts';
import { typeOf } from './type-of.ts';
import type { Expression, Target } from './expression.ts';
import { integrand } from './integrand.ts';
import { lookUp } from './notation.ts';
import { SymbolParser } from './parse-symbol.ts';
import type { Context } from './parse-array.ts';
import { splitAt } from './token-reader.ts';
import type { Scripts } from './token-reader.ts';
import { textOf } from './token.ts';
import { tokenize } from './tokens.ts';
import type { Token, Tokens } from './token.ts';

/** Reads integrals, derivatives, limits, and optima over couplings and functions. */
export abstract class CalculusParser extends SymbolParser {
  abstract product(): Expression;
  /** A parser of the same tokens, at the same place, in another context. */
  abstract within(context: Context): CalculusParser;

  /** The product that follows, in a context of its own. */
  body(context: Context): Expression {
    const parser = this.within(context);
    const body = parser.product();
    this.position = parser.position;
    if (typeOf(body) === 'vector') this.fail('a pmf where a number is needed; write P(x)', body.at);
    return body;
  }

  /** `\int_a^b … \d x`. */
  integral(scripts: Scripts | undefined, at: number): Expression {
    this.tokens = withDifferentialsLast(this.tokens, this.position);
    const first = this.position;
    let depth = 1;
    let last = first;
    for (; last < this.tokens.length && depth > 0; last++) {
      const token = this.tokens[last]!;
      if (token.kind === 'differential') depth--;
      else if (token.kind === 'function' && token.text === '\\int') depth++;
    }
    const variable = this.tokens[last];
    if (depth > 0 || variable?.kind !== 'symbol')
      this.fail('an integral without its variable; write … \\d x at its end', at);
    this.position = last + 1;
    const context = this.withReal(variable.text);
    const body = this.inner(this.tokens.slice(first, last - 1), at, context);
    const known = integrand(variable.text, body);
    const infinity: Expression = { kind: 'infinity', at };
    const below: Expression = { kind: 'negate', of: infinity, at };
    // Of densities the integral is over the line unless it says otherwise.
    const whole = known.densities.length > 0 && !scripts?.sub && !scripts?.sup;
    if (!whole && (!scripts?.sub || !scripts.sup))
      this.fail('an integral without ends; write \\int_{-\\infty}^{\\infty} … \\d x', at);
    const from = whole ? below : this.inner(scripts!.sub!, at);
    const to = whole ? infinity : this.inner(scripts!.sup!, at);
    return { kind: 'integral', variable: variable.text, from, to, body, ...known, at };
  }

  withReal(name: string): Context {
    return { ...this.context, reals: [...(this.context.reals ?? []), name] };
  }

  /** `\frac{\d}{\d t}` and `\frac{\partial^2}{\partial z_j \partial z_k}` before their body, or with it above. */
  derivative(above: Tokens, below: Tokens, at: number): Expression | undefined {
    const isD = (token: Token | undefined): boolean =>
      token?.kind === 'differential' || (token?.kind === 'symbol' && token.text === '\\partial');
    if (!isD(above[0]) || !isD(below[0])) return undefined;
    const raised = above[1]?.kind === 'scripts' && above[1].sup;
    const order = raised ? Number(raised.map(textOf).join('')) : 1;
    const targets = splitAt(below, isD)
      .slice(1)
      .flatMap((tokens) => this.targets(tokens, at));
    if (targets.length !== order || order > 2)
      this.fail(
        'write \\frac{\\partial}{\\partial t}, \\frac{\\partial^2}{\\partial t^2} or \\frac{\\partial^2}{\\partial t \\partial u}',
        at,
      );
    const over = above.slice(raised ? 2 : 1);
    const body = over.length > 0 ? this.inner(over, at) : this.body(this.context);
    if (typeOf(body) === 'vector') this.fail('a derivative of a pmf; write that of P(x)', body.at);
    const definitions = this.context.scope.definitions ?? [];
    return targets.reduceRight<Expression>((of, target) => {
      const derivative = differentiate(of, target, definitions);
      return { kind: 'derivative', target, body: this.freed(of, target), derivative, at };
    }, body);
  }

  /** What stands behind one \partial: twice where it is squared. */
  targets(tokens: Tokens, at: number): Target[] {
    const last = tokens.at(-1);
    const sup = last?.kind === 'scripts' && last.sup?.map(textOf).join('') === '2' ? last : undefined;
    const named = sup ? [...tokens.slice(0, -1), ...(sup.sub ? [dropSup(sup)] : [])] : tokens;
    const target = this.inner(named, at);
    const varies =
      target.kind === 'mass'
        ? target.of.kind === 'symbol' && this.varies(target.of.name)
        : target.kind === 'symbol' && target.type === 'real';
    if (!varies || (target.kind !== 'symbol' && target.kind !== 'mass'))
      this.fail(`a derivative is with respect to a number, which ${named.map(textOf).join('')} is not`, at);
    return sup ? [target, target] : [target];
  }

  /** Whether the entries of a vector are numbers that can be moved. */
  varies(name: string): boolean {
    const type = lookUp(this.context.scope, name);
    const defined = this.context.scope.definitions?.some((known) => known.name === name) === true;
    return !defined && type !== 'sample' && type !== 'index' && type !== 'outcome';
  }

  /** Where one mass of a pmf is moved and the others are not, a quantity is the sum that it stands for. */
  freed(of: Expression, target: Target): Expression {
    const type = target.kind === 'mass' ? lookUp(this.context.scope, nameOf(target)) : undefined;
    const masses = ['pmf', 'joint', 'channel', 'pmfs', 'coupling'].includes(type ?? '');
    return masses ? unbound(of, this.context.scope.definitions ?? []) : of;
  }

  /** `\lim_{n \to \infty}`, along the sequence of the comment. */
  limit(scripts: Scripts | undefined, at: number): Expression {
    const [variable, to, ...target] = scripts?.sub ?? [];
    if (variable?.kind !== 'symbol' || !to || textOf(to) !== '\\to')
      this.fail('write \\lim_{n \\to \\infty} …', at);
    const name = variable.text;
    const { along } = this.context.scope;
    if (!along)
      this.fail(
        `a limit is followed along a sequence; name it in a comment: \`% along ${name} = 2^k\`, or \`% along ${name} = 2^{-k}\``,
        at,
      );
    const [left, right] = splitAt(tokenize(along.tex), (token) => token.kind === 'relation');
    if (left?.length !== 1 || textOf(left[0]!) !== name || !right)
      this.fail(`the comment must say what ${name} is: \`% along ${name} = 2^k\``, at);
    const side = target.at(-1)?.kind === 'scripts' ? target.slice(0, -1) : target;
    const end = this.inner(side, at);
    const sequence = this.inner(right, at, this.withReal('k'));
    const body = this.body(this.withReal(name));
    return { kind: 'limit', variable: name, to: end, body, along: sequence, index: 'k', at };
  }
}

const dropSup = ({ sub, at, end }: Scripts): Token => ({ kind: 'scripts', ...(sub && { sub }), at, end });

/** `\int \frac{\d u}{u}` as `\int \frac{1}{u} \d u`: what stands above a fraction after \d goes behind it. */
function withDifferentialsLast(tokens: Tokens, from: number): Tokens {
  const where = tokens.findIndex(
    (token, k) =>
      k >= from && token.kind === 'fraction' && token.above.some(({ kind }) => kind === 'differential'),
  );
  const fraction = tokens[where];
  const before = tokens.slice(from, where < 0 ? from : where);
  if (fraction?.kind !== 'fraction' || before.some(({ kind }) => kind === 'differential')) return tokens;
  const differentials: Token[] = [];
  const rest: Token[] = [];
  for (const [k, token] of fraction.above.entries()) {
    const isPart = token.kind === 'differential' || fraction.above[k - 1]?.kind === 'differential';
    (isPart ? differentials : rest).push(token);
  }
  const above: Tokens =
    rest.length > 0 ? rest : [{ kind: 'number', text: '1', at: fraction.at, end: fraction.at }];
  return [...tokens.slice(0, where), { ...fraction, above }, ...differentials, ...tokens.slice(where + 1)];
}
