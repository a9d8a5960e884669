import { massOf, variable } from './arrays.ts';
import { typeOf } from './type-of.ts';
import type { Expression } from './expression.ts';
import { requireLinear } from './linear.ts';
import { lookUp, positionsIn } from './notation.ts';
import { CalculusParser } from './parse-calculus.ts';
import { splitAt } from './token-reader.ts';
import type { Scripts } from './token-reader.ts';
import { textOf } from './token.ts';
import type { Token, Tokens } from './token.ts';

/** A letter with one argument: `\varphi(x)`. */
interface Application {
  readonly name: string;
  readonly variable: string;
}

/** Reads the least value over couplings, and the greatest over functions with bounded slopes or over potentials. */
export abstract class OptimumParser extends CalculusParser {
  /** `\inf_{\pi \in \Pi(P, Q)} …` and `\sup_{f \in \mathrm{Lip}_1} …`. */
  optimum(which: string, scripts: Scripts | undefined, at: number): Expression {
    const [name, isIn, set, ...rest] = scripts?.sub ?? [];
    const belongs = name?.kind === 'symbol' && isIn && textOf(isIn) === '\\in' && set;
    if (which === '\\inf' && belongs && textOf(set) === '\\Pi') return this.cheapest(textOf(name), rest, at);
    if (which === '\\sup' && belongs && textOf(set) === '\\mathrm{Lip}')
      return this.steepest(textOf(name), rest, at);
    return this.fail(
      which === '\\inf'
        ? 'the infimum is over couplings, \\inf_{\\pi \\in \\Pi(P, Q)} …, or over an interval, \\inf_{t > 0} …'
        : 'the supremum is over functions with slopes of at most one, \\sup_{f \\in \\mathrm{Lip}_1} …, over potentials, \\sup_{\\varphi(x) + \\psi(y) \\le c(x, y)} …, or over an interval, \\sup_{t > 0} …',
      at,
    );
  }

  cheapest(name: string, rest: Tokens, at: number): Expression {
    const inside = rest[0]?.kind === 'fenced' ? rest[0].body : rest.slice(1, -1);
    const pmfs = splitAt(inside, (mark) => mark.kind === 'mark').map((part) => this.inner(part, at));
    if (pmfs.length !== 2 || pmfs.some((pmf) => typeOf(pmf) !== 'vector'))
      this.fail('a coupling is of two pmfs: \\Pi(P, Q)', at);
    return { kind: 'optimum', over: 'couplings', name, pmfs, body: this.objective([name]), at };
  }

  /** Slopes are of steps from one outcome to the next, of the positions that the page knows, or of a metric. */
  steepest(name: string, [bound, ...metric]: Tokens, at: number): Expression {
    if (bound?.kind !== 'scripts' || !bound.sub || bound.sup)
      this.fail('say how steep the functions may be: \\mathrm{Lip}_1', at);
    const slope = this.inner(bound.sub, at);
    const cost = metric.length > 0 ? this.metric(metric, at) : this.distances(at);
    const body = this.objective([name]);
    return {
      kind: 'optimum',
      over: 'Lipschitz functions',
      name,
      pmfs: [],
      slope,
      ...(cost && { cost }),
      body,
      at,
    };
  }

  metric(tokens: Tokens, at: number): Expression {
    const [first] = tokens;
    const inside = first?.kind === 'fenced' ? first.body : tokens.slice(1, -1);
    const name = inside.length === 1 ? textOf(inside[0]!) : '';
    if (lookUp(this.context.scope, name) !== 'metric')
      this.fail('write \\mathrm{Lip}_1(d), with a symbol of type metric', at);
    return this.resolve(name, at);
  }

  /** |s(x) − s(y)|, if the page says where its outcomes lie. */
  distances(at: number): Expression | undefined {
    const line = positionsIn(this.context.scope);
    if (line === undefined) return undefined;
    const letters = [`@${at}.x`, `@${at}.y`];
    const [left, right] = letters.map((letter) => massOf(this.resolve(line, at), [variable(letter, at)], at));
    const of: Expression = { kind: 'subtract', left: left!, right: right!, at };
    const axes = letters.map((letter) => ({ variable: letter, size: '' }));
    return { kind: 'array', axes, body: { kind: 'absolute', of, at }, at };
  }

  /** `\sup_{\varphi(x) + \psi(y) \le c(x, y)} …`, and `\sup_{f(x) - f(y) \le d(x, y)} …` for a metric. */
  bounded(tokens: Tokens, at: number): Expression | undefined {
    const sign = tokens.find((token) => token.kind === 'relation');
    const [left, right] = splitAt(tokens, (token) => token.kind === 'relation');
    const plus = left!.findIndex((token) => token.kind === 'operator');
    const first = application(left!.slice(0, Math.max(plus, 0)));
    const second = application(left!.slice(plus + 1));
    if (!sign || !right || !first || !second || !['\\le', '\\leq'].includes(textOf(sign))) return undefined;
    const letters = [first.variable, second.variable];
    const bound = this.inner(right, at, { ...this.context, bound: [...this.context.bound, ...letters] });
    const axes = letters.map((letter) => ({ variable: letter, size: '' }));
    const cost: Expression = { kind: 'array', axes, body: bound, at };
    const { name } = first;
    if (textOf(left![plus]!) === '+' && name !== second.name) {
      const body = this.objective([name, second.name]);
      return { kind: 'optimum', over: 'potentials', name, other: second.name, pmfs: [], cost, body, at };
    }
    const metric = bound.kind === 'mass' && bound.of.kind === 'symbol' ? bound.of.name : '';
    if (name !== second.name || lookUp(this.context.scope, metric) !== 'metric')
      this.fail(
        'write \\sup_{\\varphi(x) + \\psi(y) \\le c(x, y)}, or \\sup_{f(x) - f(y) \\le d(x, y)} with a symbol of type metric',
        at,
      );
    const slope: Expression = { kind: 'number', text: '1', at };
    return {
      kind: 'optimum',
      over: 'Lipschitz functions',
      name,
      pmfs: [],
      slope,
      cost,
      body: this.objective([name]),
      at,
    };
  }

  objective(names: readonly string[]): Expression {
    const body = this.body({ ...this.context, entries: [...(this.context.entries ?? []), ...names] });
    requireLinear(body, names);
    return body;
  }
}

function application(tokens: Tokens): Application | undefined {
  const [name, ...rest] = tokens;
  const inside: readonly Token[] = rest[0]?.kind === 'fenced' ? rest[0].body : rest.slice(1, -1);
  if (name?.kind !== 'symbol' || inside.length !== 1 || inside[0]!.kind !== 'symbol') return undefined;
  return { name: name.text, variable: textOf(inside[0]!) };
}
