import { rangeOf, sizesAt } from './arrays.ts';
import { typeOf } from './type-of.ts';
import type { Expression, Fold } from './expression.ts';
import { CALLS } from './macros.ts';
import { lookUp, placesOf } from './notation.ts';
import { QuantityParser } from './parse-quantity.ts';
import { isQuantity, syntaxOf } from './quantity-table.ts';
import { splitAt } from './token-reader.ts';
import type { Scripts } from './token-reader.ts';
import { textOf } from './token.ts';
import type { Token, Tokens } from './token.ts';

const FOLDS: Readonly<Record<string, Fold['over']>> = {
  '\\sum': 'sum',
  '\\prod': 'product',
  '\\max': 'maximum',
  '\\min': 'minimum',
  '\\argmax': 'argmax',
  '\\argmin': 'argmin',
};

/** Reads \log, sums and their kin, and the quantities of the site. */
export abstract class CallParser extends QuantityParser {
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

  /** `\1{x_i = x}`. */
  indicator(tokens: Tokens, at: number): Expression {
    if (!tokens.some(({ kind }) => kind === 'relation')) this.fail('write \\1{x = y}, with a condition', at);
    return { kind: 'indicator', where: this.context.condition(tokens, this.context), at };
  }

  /** What stands in parentheses, between bars, or rounded. */
  fenced(left: string, right: string, body: Tokens, at: number): Expression {
    const pair = `${left}${right}`.replace(/\\[lr]?vert/g, '|');
    if (pair === '\\lceil\\rceil') return { kind: 'rounded', which: 'up', of: this.inner(body, at), at };
    if (pair === '\\lfloor\\rfloor') return { kind: 'rounded', which: 'down', of: this.inner(body, at), at };
    if (pair === '||') return { kind: 'absolute', of: this.inner(body, at), at };
    if (pair !== '()' && pair !== '[]' && pair !== '\\{\\}')
      this.fail(`${left} … ${right} are not parentheses of an expression`, at);
    const entries = splitAt(body, (token) => token.kind === 'mark' && token.text === ',');
    if (entries.length === 1) return { ...this.inner(body, at) };
    if (pair !== '()') this.fail('a pmf is written in round parentheses', at);
    return { kind: 'tuple', entries: entries.map((entry) => this.inner(entry, at)), at };
  }
}
