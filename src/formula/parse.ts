import { typeOf } from './type-of.ts';
import type { Expression } from './expression.ts';
import { productOf, sizesOf, throughChannel } from './arrays.ts';
import { CallParser } from './parse-call.ts';
import type { Context } from './parse-array.ts';
import { lookUp } from './notation.ts';
import { CLOSING } from './token-reader.ts';
import { textOf } from './token.ts';
import type { Token, Tokens } from './token.ts';

/** Reads tokens as one expression of real, vector or outcome type. */
export function parseExpression(tokens: Tokens, context: Context, at: number): Expression {
  const parser = new Parser(tokens, context, at);
  const expression = parser.sum();
  parser.finish();
  return expression;
}

/** Sums of products of factors. Where a reader could group in two ways, the author is asked for parentheses. */
class Parser extends CallParser {
  override inner(tokens: Tokens, at = this.at, context = this.context): Expression {
    return parseExpression(tokens, context, at);
  }

  override within(context: Context): Parser {
    const parser = new Parser(this.tokens, context, this.start);
    parser.position = this.position;
    return parser;
  }

  sum(): Expression {
    let left = this.signed();
    while (this.isOperator('+', '-')) {
      const operator = this.tokens[this.position++]!;
      const right = this.product();
      left = this.arithmetic(textOf(operator) === '+' ? 'add' : 'subtract', left, right, operator.at);
    }
    return left;
  }

  signed(): Expression {
    const at = this.at;
    if (this.isOperator('+')) {
      this.position++;
      return this.product();
    }
    if (!this.isOperator('-')) return this.product();
    this.position++;
    return { kind: 'negate', of: this.product(), at };
  }

  override product(): Expression {
    let last = this.factor();
    let left = last;
    for (;;) {
      const at = this.at;
      const divides = this.isOperator('/');
      const independent = this.isOperator('\\otimes');
      if (divides || independent || this.isOperator('\\cdot', '\\times')) {
        this.requireEnd(last);
        this.position++;
      } else if (this.startsFactor()) {
        if (textOf(this.next!) !== '\\log' && textOf(this.next!) !== '\\exp') this.requireEnd(last);
        this.requireReadable(last);
      } else return left;
      last = this.factor();
      left = independent
        ? this.independent(left, last, at)
        : this.arithmetic(divides ? 'divide' : 'multiply', left, last, at);
      if (divides && (this.startsFactor() || this.isOperator('\\cdot', '\\times', '/'))) {
        this.fail('what is divided by what? Write \\frac{…}{…}, or parentheses');
      }
    }
  }

  /** `\log 2 x` can be read in two ways. */
  requireEnd(last: Expression): void {
    if (!this.openEnded.has(last)) return;
    const name = last.kind === 'logarithm' ? '\\log' : '\\exp';
    this.fail(
      `where does the argument of ${name} end? Put it into parentheses, or write this factor before ${name}`,
    );
  }

  requireReadable(last: Expression): void {
    if (this.next?.kind === 'number')
      this.fail('a number directly after a factor; write \\cdot between them');
    const next = this.next;
    const digits = (tokens: Tokens): boolean => tokens.every((token: Token) => token.kind === 'number');
    if (last.kind === 'number' && next?.kind === 'fraction' && digits(next.above) && digits(next.below)) {
      this.fail('a number before a fraction is read as a mixed number; write \\cdot between them');
    }
  }

  arithmetic(
    kind: 'add' | 'subtract' | 'multiply' | 'divide',
    left: Expression,
    right: Expression,
    at: number,
  ): Expression {
    const curve = [left, right].find((side) => side.kind === 'curve');
    if (curve?.kind === 'curve') this.fail(`${curve.name} is a function; write ${curve.name}(t)`, curve.at);
    const densities = [left, right].filter((side) => typeOf(side) === 'density').length;
    if (densities > 0) return this.mixture(kind, left, right, densities, at);
    const vectors = [left, right].filter((side) => typeOf(side) === 'vector').length;
    const sum = kind === 'add' || kind === 'subtract';
    if (sum && vectors === 1) this.fail('a pmf and a number cannot be added', at);
    const sizes = [left, right].map(sizesOf);
    if (sum && sizes[0] && sizes[1] && sizes[0].join() !== sizes[1].join())
      this.fail('these two do not have the same outcomes, and cannot be added', at);
    if (kind === 'multiply' && vectors === 2) return this.through(left, right, at);
    if (kind === 'divide' && typeOf(right) === 'vector')
      this.fail('a pmf cannot be divided by; write P(x) / Q(x)', at);
    return { kind, left, right, at: left.at };
  }

  /** `P \otimes Q`. */
  independent(left: Expression, right: Expression, at: number): Expression {
    if (typeOf(left) !== 'vector' || typeOf(right) !== 'vector')
      this.fail('\\otimes stands between two pmfs', at);
    return productOf(left, right, at);
  }

  /** `P K`: what comes out of a channel. */
  override through(left: Expression, right: Expression, at: number): Expression {
    const [last, [first, ...others]] = [sizesOf(left)?.at(-1), sizesOf(right) ?? []];
    const type = right.kind === 'symbol' ? lookUp(this.context.scope, right.name) : undefined;
    const wrong = ['joint', 'coupling', 'cost', 'metric'].includes(type ?? '');
    if (wrong || others.length !== 1)
      this.fail('two pmfs cannot be multiplied; write P(x) Q(x), or P \\otimes Q for independent draws', at);
    if (last !== undefined && last !== first)
      this.fail('what goes into this channel does not have its outcomes', right.at);
    return throughChannel(left, right, right.at);
  }

  /** Densities are mixed, and nothing else is done with them: a product is of their values. */
  mixture(
    kind: 'add' | 'subtract' | 'multiply' | 'divide',
    left: Expression,
    right: Expression,
    densities: number,
    at: number,
  ): Expression {
    const sum = kind === 'add' || kind === 'subtract';
    const fits = sum
      ? densities === 2
      : densities === 1 && (kind === 'multiply' || typeOf(left) === 'density');
    if (!fits || [left, right].some((side) => typeOf(side) === 'vector'))
      this.fail('densities are only mixed, as in \\lambda p + (1 - \\lambda) q; elsewhere write p(x)', at);
    return { kind, left, right, at: left.at };
  }

  startsFactor(): boolean {
    const token = this.next;
    if (!token) return false;
    return [
      'bar',
      'number',
      'symbol',
      'open',
      'fenced',
      'fraction',
      'binomial',
      'root',
      'function',
      'call',
    ].includes(token.kind);
  }

  /** A factor with its index and its power. */
  override factor(): Expression {
    const token = this.next;
    if (!token) this.fail('the formula ends where a value was expected');
    if (token.kind === 'operator') this.fail(`two signs together at ${token.text}; use parentheses`);
    if (!this.startsFactor()) this.finish();
    if (token.kind === 'function') return this.function();
    const base = this.primary();
    const vector = typeOf(base) === 'vector' && token.kind !== 'symbol';
    return this.power(vector ? this.applied(base, 'this') : base);
  }

  power(base: Expression): Expression {
    if (this.isOperator('!')) {
      this.position++;
      return this.power({ kind: 'factorial', of: base, at: base.at });
    }
    if (this.next?.kind !== 'scripts') return base;
    const { sub, sup, at } = this.next;
    if (sub) this.fail('an index where none is understood', at);
    this.position++;
    if (!sup) return base;
    if (base.kind === 'e') return { kind: 'exponential', of: this.inner(sup, at), at: base.at };
    if (typeOf(base) === 'vector') this.fail('a pmf has no powers; write P(x)^2', at);
    return { kind: 'power', base, exponent: this.inner(sup, at), at: base.at };
  }

  primary(): Expression {
    const token = this.tokens[this.position++]!;
    const at = token.at;
    switch (token.kind) {
      case 'number':
        return { kind: 'number', text: token.text, at };
      case 'fraction': {
        const derivative = this.derivative(token.above, token.below, at);
        if (derivative) return derivative;
        return this.arithmetic('divide', this.inner(token.above, at), this.inner(token.below, at), at);
      }
      case 'binomial':
        return {
          kind: 'binomial',
          above: this.inner(token.above, at),
          below: this.inner(token.below, at),
          at,
        };
      case 'root': {
        const degree = token.degree ? Number(token.degree.map(textOf).join('')) : 2;
        if (!Number.isInteger(degree) || degree < 2)
          this.fail('the degree of a root must be an integer of at least 2', at);
        return { kind: 'root', of: this.inner(token.body, at), degree, at };
      }
      case 'fenced':
        return this.fenced(token.left, token.right, token.body, at);
      case 'bar':
        if (token.text === '\\mid')
          this.fail(
            '\\mid stands in P(y \\mid x); write conditions of a sum after a colon: \\sum_{x : P(x) > 0}',
            at,
          );
        return this.fenced(token.text, CLOSING[token.text]!, this.upToClose(token), at);
      case 'open':
        return this.fenced(token.text, CLOSING[token.text]!, this.upToClose(token), at);
      case 'call':
        return this.call(token);
      case 'symbol':
        return this.symbol(token.text, at);
      default:
        this.fail(`did not expect ${textOf(token) || token.kind} here`, at);
    }
  }
}
