import { massOf, sizesOf, sumOver } from './arrays.ts';
import { typeOf } from './type-of.ts';
import type { Expression } from './expression.ts';
import type { Context } from './parse-array.ts';
import { SearchParser } from './parse-search.ts';
import { integrand } from './integrand.ts';
import { renamedWithin } from './substitute.ts';
import { splitAt } from './token-reader.ts';
import { textOf } from './token.ts';
import type { Tokens } from './token.ts';

/** Reads expectations, variances and covariances. */
export abstract class ExpectationParser extends SearchParser {
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
