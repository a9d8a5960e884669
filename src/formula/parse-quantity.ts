import { axesOf, marginalOf, massOf, rowOf, sizesOf, sumOver, variable } from './arrays.ts';
import { typeOf } from './type-of.ts';
import type { Expression } from './expression.ts';
import { isComma } from './lines.ts';
import { placesIn } from './notation.ts';
import { ExpectationParser } from './parse-expectation.ts';
import { syntaxOf } from './quantity-table.ts';
import type { QuantityName } from './quantity-table.ts';
import { splitAt } from './token-reader.ts';
import type { Tokens } from './token.ts';

/** What depends on where the outcomes lie. */
const GROUNDED: readonly QuantityName[] = ['W', 'Energy', 'MMD', 'EOT', 'PlanCost', 'Sinkhorn'];

/** Reads the quantities of the site: \KL{P}{Q} and its kin. */
export abstract class QuantityParser extends ExpectationParser {
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
    if (GROUNDED.includes(name) && places > 1)
      this.fail(`\\${name} is of pmfs on points of a line, not on pairs`, first.at);
    const table = takes.includes('joint') && { sizes: sizesOf(first)! };
    const lie = GROUNDED.includes(name) ? placesIn(this.context.scope) : [];
    const positions = lie.length > 0 && { positions: lie.map((symbol) => this.resolve(symbol, at)) };
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
    if (name === 'W' && order.kind === 'infinity')
      this.fail('\\W of infinite order is not executed; write the greatest distance that the plan joins', at);
    return order;
  }
}
