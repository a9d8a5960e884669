import { axesOf, marginalOf, massOf, rangeOf, rowOf, sizesAt, sizesOf, sumOver, variable } from './arrays.ts';
import { typeOf } from './expression.ts';
import type { Expression, Fold } from './expression.ts';
import { isComma } from './lines.ts';
import { CALLS } from './macros.ts';
import { lookUp, placesOf, positionsIn } from './notation.ts';
import type { Context } from './parse-array.ts';
import { SearchParser } from './parse-search.ts';
import { integrand } from './integrand.ts';
import { isQuantity, syntaxOf } from './quantity-table.ts';
import type { QuantityName } from './quantity-table.ts';
import { renamedWithin } from './substitute.ts';
import { splitAt } from './token-reader.ts';
import type { Scripts } from './token-reader.ts';
import { textOf } from './tokens.ts';
import type { Token, Tokens } from './tokens.ts';

const FOLDS: Readonly<Record<string, Fold['over']>> = {
  '\\sum': 'sum',
  '\\prod': 'product',
  '\\max': 'maximum',
  '\\min': 'minimum',
  '\\argmax': 'argmax',
  '\\argmin': 'argmin',
};

/** What depends on where the outcomes lie. */
const LINES: readonly QuantityName[] = ['W', 'Energy', 'MMD', 'EOT', 'Sinkhorn'];

/** Reads \log, sums and their kin, and the quantities of the site. */
export abstract class CallParser extends SearchParser {
  /** Functions whose argument stands without parentheses. */
  readonly openEnded = new Set<Expression>();

  abstract factor(): Expression;

  function(): Expression {
    const token = this.tokens[this.position++]!;
    const name = textOf(token);
    const scripts = this.next?.kind === 'scripts' ? this.next : undefined;
    if (scripts) this.position++;
    const bounded = name === '\\sup' && scripts?.sub && this.bounded(scripts.sub, token.at);
    if (bounded) return bounded;
    const search = this.search(name, scripts, token.at);
    if (search) return search;
    if (name in FOLDS) return this.fold(name, scripts, token.at);
    if (name === '\\int') return this.integral(scripts, token.at);
    if (name === '\\lim') return this.limit(scripts, token.at);
    if (name === '\\softmax') return this.softmax(token.at);
    if (name === '\\inf' || name === '\\sup') return this.optimum(name, scripts, token.at);
    if (name !== '\\log' && name !== '\\exp')
      this.fail(
        `${name} is not known; known functions are \\log \\exp \\max \\min \\argmax \\argmin \\int \\lim \\inf \\sup`,
        token.at,
      );
    if (scripts?.sup) this.fail(`write the power of ${name} after parentheses: (${name} …)^…`, token.at);
    if (scripts && name === '\\exp') this.fail('\\exp has no index', token.at);
    const first = this.next;
    if (first?.kind === 'function' && !(first.text in FOLDS) && first.text !== '\\softmax')
      this.fail(`put the argument of ${name} into parentheses`);
    const base = scripts?.sub ? { base: this.inner(scripts.sub, token.at) } : {};
    const of = this.factor();
    const enclosed = first?.kind === 'open' || first?.kind === 'fenced' || first?.kind === 'bar';
    if (enclosed && of.kind === 'power')
      this.fail(`what is the power of? Write (${name} …)^… or ${name} (…^…)`, token.at);
    if (typeOf(of) === 'vector') this.fail(`${name} of a pmf; write ${name} P(x)`, token.at);
    const kind = name === '\\exp' ? 'exponential' : 'logarithm';
    const expression: Expression =
      kind === 'exponential' ? { kind, of, at: token.at } : { kind, of, ...base, at: token.at };
    if (!enclosed) this.openEnded.add(expression);
    return expression;
  }

  softmax(at: number): Expression {
    const logits = this.parenthesised();
    const of = logits && this.inner(logits.tokens, logits.at);
    if (!of || typeOf(of) !== 'vector') this.fail('write \\softmax(z), of a function on the outcomes', at);
    return this.applied({ kind: 'softmax', of, at }, '\\softmax');
  }

  fold(name: string, scripts: Scripts | undefined, at: number): Expression {
    const over = FOLDS[name]!;
    if (!scripts?.sub) {
      if ((over !== 'maximum' && over !== 'minimum') || scripts)
        this.fail(`${name} without an index; write ${name}_x or ${name}_{i=1}^{n}`, at);
      return this.extremum(over, at);
    }
    const parts = splitAt(scripts.sub, (token) => token.kind === 'relation' && token.text === ':');
    if (parts.length > 2) this.fail('two colons below the sum', at);
    const head = parts[0]!;
    const equals = head.findIndex((token) => token.kind === 'relation');
    const sign = equals < 0 ? undefined : textOf(head[equals]!);
    const names = splitAt(equals < 0 ? head : head.slice(0, equals), (token) => token.kind === 'mark').map(
      (part) => this.variable(part, name, at),
    );
    if (sign === '=' && (names.length > 1 || !scripts.sup))
      this.fail(`write ${name}_{i=1}^{n} with one variable and an upper end`, at);
    if (sign !== '=' && scripts.sup)
      this.fail(`${name} with an upper end needs a lower one: ${name}_{i=1}^{n}`, at);
    if (
      sign !== undefined &&
      sign !== '=' &&
      !(sign === '\\in' && textOf(head[equals + 1]!) === '\\mathcal{X}')
    ) {
      this.fail(
        `the index of ${name} is not understood; write ${name}_x, ${name}_{x : P(x) > 0} or ${name}_{i=1}^{n}`,
        at,
      );
    }
    const range =
      sign === '=' ? { from: this.inner(head.slice(equals + 1), at), to: this.inner(scripts.sup!, at) } : {};
    const context = { ...this.context, bound: [...this.context.bound, ...names] };
    const where = parts[1] ? { where: context.condition(parts[1], context) } : {};
    const folded = this.body(context);
    const known = names.map((variable) => this.rangeOf(variable, folded, at));
    return names.reduceRight<Expression>(
      (inside, variable, k) => ({
        kind: 'fold',
        over,
        variable,
        ...known[k],
        ...range,
        ...(k === names.length - 1 ? where : {}),
        body: inside,
        at,
      }),
      folded,
    );
  }

  /** The ends of a sum over an index that the notation knows, or over places that do not run over the outcomes. */
  rangeOf(name: string, body: Expression, at: number): { from?: Expression; to?: Expression } {
    const { scope } = this.context;
    if (lookUp(scope, name) === 'index') return rangeOf(placesOf(scope, name)[0]!, at);
    const [size = '', other] = sizesAt(name, body);
    if (other !== undefined)
      this.fail(`${name} runs over two different sets in this sum; use two letters`, at);
    return rangeOf(size, at);
  }

  variable(tokens: Tokens, name: string, at: number): string {
    const variable = tokens.length === 1 && tokens[0]!.kind === 'symbol' ? textOf(tokens[0]!) : '';
    if (variable === '')
      this.fail(
        `the index of ${name} is not understood; write ${name}_x, ${name}_{x : P(x) > 0} or ${name}_{i=1}^{n}`,
        at,
      );
    if (this.isVector(variable)) this.fail(`${variable} is a pmf and cannot be the index of ${name}`, at);
    return variable;
  }

  extremum(which: Fold['over'], at: number): Expression {
    const token = this.tokens[this.position++];
    const body =
      token?.kind === 'fenced' ? token.body : token?.kind === 'open' ? this.upToClose(token) : undefined;
    if (!body) this.fail('write \\max_x …, \\max(a, b) or \\max\\{a, b\\}', at);
    const of = splitAt(body, (mark) => mark.kind === 'mark').map((part) => this.inner(part, at));
    if (of.some((part) => typeOf(part) === 'vector')) this.fail('the extremum of pmfs; write P(x)', at);
    return { kind: 'extremum', which: which as 'maximum' | 'minimum', of, at };
  }

  call(token: Extract<Token, { kind: 'call' }>): Expression {
    const { name, parts, at } = token;
    const whole = parts.every((part) => part.length > 0 && !part.some(({ kind }) => kind === 'relation'));
    if (!whole && isQuantity(name)) {
      const [count, { example }] = [CALLS[name]!, syntaxOf(name)];
      const arguments_ = count === 1 ? '1 argument, in braces' : `${count} arguments, each in braces`;
      this.fail(`\\${name} takes ${arguments_}; write ${example}`, at);
    }
    if (name === 'E') return this.expectation(parts[0]!, (context) => this.inner(parts[1]!, at, context), at);
    if (name === 'Var') return this.covariance(parts[0]!, [parts[1]!, parts[1]!], at);
    if (name === 'Cov') return this.covariance(parts[0]!, [parts[1]!, parts[2]!], at);
    if (name === '1') return this.indicator(parts[0]!, at);
    if (!isQuantity(name)) this.fail('\\suppose stands alone in its formula', at);
    return this.quantity(name, parts, at);
  }

  quantity(name: QuantityName, parts: readonly Tokens[], at: number): Expression {
    const { takes, example } = syntaxOf(name);
    const parameters: Expression[] = [];
    const pmfs: Expression[] = [];
    for (const [k, kind] of takes.entries()) {
      const tokens = parts[k]!;
      if (kind === 'number') parameters.push(this.order(name, tokens, at));
      else if (kind === 'generator') parameters.push(this.generator(name, this.inner(tokens, at)));
      else if (kind === 'weights') parameters.push(this.pmf(name, this.inner(tokens, at)));
      else if (kind === 'pmf' || kind === 'joint') pmfs.push(this.pmf(name, this.inner(tokens, at)));
      else pmfs.push(...splitAt(tokens, isComma).map((part) => this.pmf(name, this.inner(part, at))));
    }
    if (takes.includes('pmfs') && pmfs.length < 2)
      this.fail(`\\${name} is of two or more pmfs, with commas between them; write ${example}`, at);
    const weights = parameters[0];
    if (weights?.kind === 'tuple' && weights.entries.length !== pmfs.length)
      this.fail(`${weights.entries.length} weights for ${pmfs.length} pmfs`, weights.at);
    const [first, ...others] = pmfs as [Expression, ...Expression[]];
    if (pmfs.some((pmf) => typeOf(pmf) === 'density')) return this.ofDensities(name, parameters, pmfs, at);
    if (pmfs.some((pmf) => this.isChannel(pmf))) return this.averaged(name, parameters, pmfs, at);
    const sizes = sizesOf(first)?.join();
    const other = others.find((pmf) => (sizesOf(pmf)?.join() ?? sizes) !== sizes);
    if (other) this.fail(`the arguments of \\${name} do not have the same outcomes`, other.at);
    const places = sizesOf(first)?.length ?? 1;
    if (takes.includes('joint') && places !== 2)
      this.fail(`\\${name} is of a joint pmf on pairs; write ${example}`, first.at);
    if (LINES.includes(name) && places > 1)
      this.fail(`\\${name} is of pmfs on points of a line, not on pairs`, first.at);
    const table = takes.includes('joint') && { sizes: sizesOf(first)! };
    const line = LINES.includes(name) ? positionsIn(this.context.scope) : undefined;
    const positions = line !== undefined && { positions: this.resolve(line, at) };
    return { kind: 'quantity', name, parameters, pmfs, ...table, ...positions, at };
  }

  ofDensities(
    name: QuantityName,
    parameters: readonly Expression[],
    pmfs: readonly Expression[],
    at: number,
  ): Expression {
    if (syntaxOf(name).onlyPmfs) this.fail(`\\${name} is of pmfs, not of densities`, at);
    const pmf = pmfs.find((argument) => typeOf(argument) !== 'density');
    if (pmf) this.fail(`\\${name} of a density and a pmf`, pmf.at);
    return { kind: 'quantity', name, parameters, pmfs, densities: true, at };
  }

  /** `\KL{J_{Y \mid X}}{K}`: a quantity of the conditional pmfs, averaged over what is known. */
  averaged(
    name: QuantityName,
    parameters: readonly Expression[],
    pmfs: readonly Expression[],
    at: number,
  ): Expression {
    const [first] = pmfs;
    if (
      first?.kind !== 'conditional' ||
      first.given.length !== 1 ||
      !pmfs.every((pmf) => this.isChannel(pmf))
    )
      this.fail(
        `a channel has a \\${name} for each outcome that is known; write \\${name} of K(\\cdot \\mid x), or of a conditional pmf J_{Y \\mid X} first`,
        pmfs.find((pmf) => this.isChannel(pmf))!.at,
      );
    const [axis] = axesOf([first.sizes[first.given[0]!]!], at);
    const known = variable(axis!.variable, at);
    const rows = pmfs.map((pmf, k) => rowOf(pmf, known, at + (k + 1) / 8));
    const value: Expression = { kind: 'quantity', name, parameters, pmfs: rows, at };
    const mass = massOf(marginalOf(first.of, first.given, at + 0.75), [known], at);
    return sumOver(axis!, { kind: 'multiply', left: mass, right: value, at }, at);
  }

  generator(name: string, argument: Expression): Expression {
    if (argument.kind === 'curve' && argument.type === 'generator') return argument;
    return this.fail(
      `what comes first in \\${name} is a generator: a letter with \`type: generator\` in the front matter, which the page may define`,
      argument.at,
    );
  }

  pmf(name: string, argument: Expression): Expression {
    if (typeOf(argument) === 'vector' || typeOf(argument) === 'density') return argument;
    return this.fail(`an argument of \\${name} is a number; it must be a pmf`, argument.at);
  }

  order(name: string, tokens: Tokens, at: number): Expression {
    const order = this.inner(tokens, at);
    if (typeOf(order) === 'vector') this.fail(`what comes first in \\${name} is a number`, order.at);
    if (name === 'W' && order.kind === 'number' && Number(order.text) < 1)
      this.fail(`\\W{${order.text}} is no distance; the order is at least 1`, at);
    return order;
  }

  /** `\1{x_i = x}`. */
  indicator(tokens: Tokens, at: number): Expression {
    if (!tokens.some(({ kind }) => kind === 'relation')) this.fail('write \\1{x = y}, with a condition', at);
    return { kind: 'indicator', where: this.context.condition(tokens, this.context), at };
  }

  /** `\E{x \sim P}{…}`, `\E{(x, y) \sim J}{…}` and `\E{x \sim P, y \sim Q}{…}`. */
  expectation(drawn: Tokens, of: (context: Context) => Expression, at: number): Expression {
    const draws = splitAt(drawn, (token) => token.kind === 'mark');
    const expectationOver = (k: number, context: Context): Expression => {
      const draw = draws[k];
      if (!draw) return of(context);
      const sim = draw.findIndex((token) => textOf(token) === '\\sim');
      const names = sim > 0 ? this.drawn(draw.slice(0, sim)) : undefined;
      if (!names) this.fail('write \\E{x \\sim P}{…}, or \\E{(x, y) \\sim J}{…}', at);
      const pmf = this.inner(draw.slice(sim + 1), at, context);
      if (typeOf(pmf) === 'density') {
        const [variable, more] = names;
        if (!variable || more) this.fail('one letter for a density; write \\E{x \\sim p}{…}', pmf.at);
        const reals = [...(context.reals ?? []), variable];
        const body = expectationOver(k + 1, { ...context, reals });
        return { kind: 'average', variable, density: pmf, body, ...integrand(variable, body), at };
      }
      if (typeOf(pmf) !== 'vector') this.fail('the expectation is under a pmf: \\E{x \\sim P}{…}', at);
      const sizes = sizesOf(pmf) ?? [''];
      if (sizes.length !== names.length)
        this.fail(
          `${names.length === 1 ? 'one letter' : `${names.length} letters`} for ${sizes.length} places; write \\E{(x, y) \\sim J}{…}`,
          pmf.at,
        );
      const body = expectationOver(k + 1, { ...context, bound: [...context.bound, ...names] });
      const [variable, ...others] = names as [string, ...string[]];
      if (others.length === 0) return { kind: 'expectation', variable, pmf, body, at };
      const places = names.map((name): Expression => ({ kind: 'symbol', name, type: 'outcome', at }));
      const term: Expression = { kind: 'multiply', left: massOf(pmf, places, at), right: body, at };
      return names.reduceRight<Expression>(
        (inside, name, j) => sumOver({ variable: name, size: sizes[j]! }, inside, at),
        term,
      );
    };
    return expectationOver(0, this.context);
  }

  /** `\Cov{x \sim P}{f(x)}{g(x)}`: the mean of the products of what is left when the means are taken away. */
  covariance(drawn: Tokens, parts: readonly [Tokens, Tokens], at: number): Expression {
    if (parts.some((part) => part.length === 0))
      this.fail('write \\Var{x \\sim P}{…}, or \\Cov{x \\sim P}{…}{…}', at);
    // An integral inside of an integral would be taken at each of its points: E[ab] − E[a] E[b] takes three.
    const one = this.expectation(drawn, () => ({ kind: 'number', text: '1', at }), at);
    if (one.kind === 'average') {
      const mean = (...factors: readonly Tokens[]): Expression =>
        this.expectation(
          drawn,
          (context) =>
            factors
              .map((factor) => this.inner(factor, at, context))
              .reduce((left, right) => ({ kind: 'multiply', left, right, at })),
          at,
        );
      const right: Expression = { kind: 'multiply', left: mean(parts[0]), right: mean(parts[1]), at };
      return { kind: 'subtract', left: mean(...parts), right, at };
    }
    return this.expectation(
      drawn,
      (context) => {
        const [left, right] = parts.map((part, k): Expression => {
          const value = this.inner(part, at, context);
          const mean = this.expectation(drawn, () => value, at);
          return { kind: 'subtract', left: value, right: renamedWithin(mean, `@${at}.${k}`), at };
        });
        return { kind: 'multiply', left: left!, right: right!, at };
      },
      at,
    );
  }

  /** The letters before \sim: one, or several in parentheses. */
  drawn(tokens: Tokens): readonly string[] | undefined {
    const [first] = tokens;
    const inside =
      first?.kind === 'fenced' ? first.body : first?.kind === 'open' ? tokens.slice(1, -1) : tokens;
    const names = splitAt(inside, (token) => token.kind === 'mark');
    return names.every((name) => name.length === 1 && name[0]!.kind === 'symbol')
      ? names.map((name) => textOf(name[0]!))
      : undefined;
  }
}
