import { FormulaError, QUANTITIES, typeOf } from './expression.ts';
import type { Expression, Fold, Proposition, QuantityName } from './expression.ts';
import { CALLS } from './macros.ts';
import { knownSymbols, lookUp, valueType } from './notation.ts';
import type { Scope } from './notation.ts';
import { textOf } from './tokens.ts';
import type { Token, Tokens } from './tokens.ts';

/** What a symbol means at one place: the scope, and the variables of the sums around it. */
export interface Context {
  readonly scope: Scope;
  readonly bound: readonly string[];
  /** Reads the condition of a sum; given by statement.ts, which reads relations. */
  readonly condition: (tokens: Tokens, context: Context) => Proposition;
}

type Scripts = Extract<Token, { kind: 'scripts' }>;
const FOLDS: Readonly<Record<string, Fold['over']>> = {
  '\\sum': 'sum',
  '\\prod': 'product',
  '\\max': 'maximum',
  '\\min': 'minimum',
};
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '|': '|', '\\{': '\\}' };

/** Reads tokens as one expression of real, vector or outcome type. */
export function parseExpression(tokens: Tokens, context: Context, at: number): Expression {
  const parser = new Parser(tokens, context, at);
  const expression = parser.sum();
  parser.finish();
  return expression;
}

class Parser {
  readonly tokens: Tokens;
  readonly context: Context;
  readonly start: number;
  position = 0;
  /** Functions whose argument stands without parentheses. */
  readonly openEnded = new Set<Expression>();

  constructor(tokens: Tokens, context: Context, start: number) {
    this.tokens = tokens;
    this.context = context;
    this.start = start;
  }

  get next(): Token | undefined {
    return this.tokens[this.position];
  }

  get at(): number {
    return this.next?.at ?? this.tokens.at(-1)?.end ?? this.start;
  }

  fail(message: string, at = this.at): never {
    throw new FormulaError(message, at);
  }

  isOperator(...texts: string[]): boolean {
    return this.next?.kind === 'operator' && texts.includes(this.next.text);
  }

  finish(): void {
    const left = this.next;
    if (!left) return;
    if (left.kind === 'words')
      this.fail(`the words '${left.text.trim()}' cannot be executed; move them into the sentence`);
    this.fail(`did not expect ${textOf(left) || left.kind} here`);
  }

  inner(tokens: Tokens, at = this.at): Expression {
    return parseExpression(tokens, this.context, at);
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

  product(): Expression {
    let last = this.factor();
    let left = last;
    for (;;) {
      const at = this.at;
      const divides = this.isOperator('/');
      if (divides || this.isOperator('\\cdot', '\\times')) {
        this.requireEnd(last);
        this.position++;
      } else if (this.startsFactor()) {
        if (textOf(this.next!) !== '\\log' && textOf(this.next!) !== '\\exp') this.requireEnd(last);
        this.requireReadable(last);
      } else return left;
      last = this.factor();
      left = this.arithmetic(divides ? 'divide' : 'multiply', left, last, at);
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
    if (last.kind === 'number' && this.next?.kind === 'fraction') {
      this.fail('a number before a fraction is read as a mixed number; write \\cdot between them');
    }
  }

  arithmetic(
    kind: 'add' | 'subtract' | 'multiply' | 'divide',
    left: Expression,
    right: Expression,
    at: number,
  ): Expression {
    const vectors = [left, right].filter((side) => typeOf(side) === 'vector').length;
    const sum = kind === 'add' || kind === 'subtract';
    if (sum && vectors === 1) this.fail('a pmf and a number cannot be added', at);
    if (kind === 'multiply' && vectors === 2) this.fail('two pmfs cannot be multiplied; write P(x) Q(x)', at);
    if (kind === 'divide' && typeOf(right) === 'vector')
      this.fail('a pmf cannot be divided by; write P(x) / Q(x)', at);
    return { kind, left, right, at: left.at };
  }

  startsFactor(): boolean {
    const token = this.next;
    if (!token) return false;
    return ['bar', 'number', 'symbol', 'open', 'fenced', 'fraction', 'root', 'function', 'call'].includes(
      token.kind,
    );
  }

  /** A factor with its index and its power. */
  factor(): Expression {
    const token = this.next;
    if (!token) this.fail('the formula ends where a value was expected');
    if (token.kind === 'operator') this.fail(`two signs together at ${token.text}; use parentheses`);
    if (!this.startsFactor()) this.finish();
    if (token.kind === 'function') return this.function();
    const base = this.primary();
    return this.power(base);
  }

  power(base: Expression): Expression {
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
      case 'fraction':
        return this.arithmetic('divide', this.inner(token.above, at), this.inner(token.below, at), at);
      case 'root': {
        const degree = token.degree ? Number(token.degree.map(textOf).join('')) : 2;
        if (!Number.isInteger(degree) || degree < 2)
          this.fail('the degree of a root must be an integer of at least 2', at);
        return { kind: 'root', of: this.inner(token.body, at), degree, at };
      }
      case 'fenced':
        return this.fenced(token.left, token.right, token.body, at);
      case 'open':
      case 'bar':
        return this.fenced(token.text, CLOSING[token.text]!, this.upToClose(token), at);
      case 'call':
        return this.call(token);
      case 'symbol':
        return this.symbol(token.text, at);
      default:
        this.fail(`did not expect ${textOf(token) || token.kind} here`, at);
    }
  }

  /** The tokens up to the fence that closes this one, which is stepped over. */
  upToClose(open: Token): Tokens {
    const first = this.position;
    for (let depth = 1; this.position < this.tokens.length; this.position++) {
      const token = this.tokens[this.position]!;
      if (open.kind === 'bar' ? token.kind === 'bar' : token.kind === 'close') depth--;
      else if (open.kind !== 'bar' && token.kind === 'open') depth++;
      if (depth > 0) continue;
      if (textOf(token) !== CLOSING[textOf(open)])
        this.fail(`${textOf(open)} is closed by ${textOf(token)}`, token.at);
      return this.tokens.slice(first, this.position++);
    }
    return this.fail(`${textOf(open)} is never closed`, open.at);
  }

  fenced(left: string, right: string, body: Tokens, at: number): Expression {
    const pair = `${left}${right}`.replace(/\\[lr]?vert/g, '|');
    if (pair === '||') return { kind: 'absolute', of: this.inner(body, at), at };
    if (pair !== '()' && pair !== '[]')
      this.fail(`${left} … ${right} are not parentheses of an expression`, at);
    const entries = splitAt(body, (token) => token.kind === 'mark' && token.text === ',');
    if (entries.length === 1) return { ...this.inner(body, at) };
    if (pair !== '()') this.fail('a pmf is written in round parentheses', at);
    return { kind: 'tuple', entries: entries.map((entry) => this.inner(entry, at)), at };
  }

  symbol(name: string, at: number): Expression {
    const { scope } = this.context;
    if (name === '\\infty') return { kind: 'infinity', at };
    const scripts = this.next?.kind === 'scripts' ? this.next : undefined;
    const long = scripts && this.longName(name, scripts);
    if (long) return this.indexed(long, at);
    if (scripts?.sub) return this.subscripted(name, scripts, at);
    if (name === 'e' && lookUp(scope, 'e') === undefined) return { kind: 'e', at };
    return this.indexed(name, at);
  }

  /** A symbol such as `\lambda_1` or `P'`, if the notation has it; its scripts are then part of the name. */
  longName(name: string, scripts: Scripts): string | undefined {
    const prime = scripts.sup?.length === 1 && textOf(scripts.sup[0]!) === '\\prime';
    const sub = scripts.sub ? `_${scripts.sub.map(textOf).join('')}` : '';
    const long = `${name}${sub}${prime ? "'" : ''}`;
    if (long === name || (scripts.sup && !prime)) return undefined;
    if (lookUp(this.context.scope, long) === undefined && !prime) return undefined;
    this.position++;
    return long;
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

  peekParentheses(): Tokens {
    const before = this.position++;
    const body = this.upToClose(this.tokens[before]!);
    this.position = before;
    return body;
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
    if (this.context.bound.includes(name)) return { kind: 'symbol', name, type: 'outcome', at };
    const type = lookUp(this.context.scope, name);
    const value = type && valueType(type);
    if (!value) return this.unknown(name, at);
    return { kind: 'symbol', name, type: value, at };
  }

  unknown(name: string, at: number): never {
    const known = [...this.context.bound, ...knownSymbols(this.context.scope)];
    this.fail(
      `unknown symbol ${name}; known here: ${[...new Set(known)].join(', ')}; add it to the page's front matter or content/notation.yaml`,
      at,
    );
  }

  function(): Expression {
    const token = this.tokens[this.position++]!;
    const name = textOf(token);
    const scripts = this.next?.kind === 'scripts' ? this.next : undefined;
    if (scripts) this.position++;
    if (name in FOLDS) return this.fold(name, scripts, token.at);
    if (name !== '\\log' && name !== '\\exp')
      this.fail(`${name} is not known; known functions are \\log \\exp \\max \\min`, token.at);
    if (scripts?.sup) this.fail(`write the power of ${name} after parentheses: (${name} …)^…`, token.at);
    if (scripts && name === '\\exp') this.fail('\\exp has no index', token.at);
    const first = this.next;
    if (first?.kind === 'function' && !(first.text in FOLDS))
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

  fold(name: string, scripts: Scripts | undefined, at: number): Expression {
    const over = FOLDS[name]!;
    if (!scripts?.sub) {
      if (over === 'sum' || over === 'product' || scripts)
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
    const body = new Parser(this.tokens, context, at);
    body.position = this.position;
    const folded = body.product();
    this.position = body.position;
    if (typeOf(folded) === 'vector') this.fail(`${name} of a pmf; write P(x)`, at);
    return names.reduceRight<Expression>(
      (inside, variable, k) => ({
        kind: 'fold',
        over,
        variable,
        ...range,
        ...(k === names.length - 1 ? where : {}),
        body: inside,
        at,
      }),
      folded,
    );
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
    if (!whole && name !== 'E') this.fail(`\\${name} takes ${CALLS[name]} arguments, each in braces`, at);
    if (name === 'E') return this.expectation(parts, at);
    if (name === 'suppose') this.fail('\\suppose stands alone in its formula', at);
    const order = name === 'W' ? parts[0]!.map(textOf).join('') : '';
    if (name === 'W' && order !== '1')
      this.fail(`\\W{${order}} cannot be executed; only \\W{1} is known`, at);
    const pmfs = (name === 'W' ? parts.slice(1) : parts).map((part) => this.inner(part, at));
    for (const pmf of pmfs) {
      if (typeOf(pmf) !== 'vector')
        this.fail(`an argument of \\${name} is a number; it must be a pmf`, pmf.at);
    }
    return { kind: 'quantity', name: QUANTITIES.find((known) => known === name) as QuantityName, pmfs, at };
  }

  expectation(parts: readonly Tokens[], at: number): Expression {
    const [variable, sim, ...pmf] = parts[0]!;
    if (variable?.kind !== 'symbol' || textOf(sim!) !== '\\sim') this.fail('write \\E{x \\sim P}{…}', at);
    const context = { ...this.context, bound: [...this.context.bound, variable.text] };
    const over = this.inner(pmf, at);
    if (typeOf(over) !== 'vector') this.fail('the expectation is under a pmf: \\E{x \\sim P}{…}', at);
    return {
      kind: 'expectation',
      variable: variable.text,
      pmf: over,
      body: parseExpression(parts[1]!, context, at),
      at,
    };
  }
}

/** The tokens between separators that are not inside of parentheses. */
export function splitAt(tokens: Tokens, separates: (token: Token) => boolean): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    if (depth === 0 && separates(token)) parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts;
}
