import { FormulaError } from './formula-error.ts';
import { textOf } from './token.ts';
import { tokenize } from './tokens.ts';
import type { Token, Tokens } from './token.ts';

/** The scripts of a symbol that may be part of its name. */
export interface NameScripts {
  readonly sub?: Tokens | undefined;
  readonly sup?: Tokens | undefined;
}

/** `\hat{P}_n`, `P'`, `D^*`, `P_\mathrm{data}`: a symbol with its scripts in one spelling. */
export function scriptedName(symbol: string, { sub, sup }: NameScripts): string {
  const raised = sup === undefined ? '' : written(sup);
  const primes = /^(?:\\prime)+$/.test(raised);
  const above = primes ? "'".repeat(raised.length / '\\prime'.length) : raised && `^${raised}`;
  return `${symbol}${sub ? `_${written(sub)}` : ''}${above}`;
}

const written = (tokens: Tokens): string =>
  tokens
    .map((token) => {
      if (token.kind === 'scripts') return scriptedName('', token);
      if (token.kind === 'fenced') return `${token.left}${written(token.body)}${token.right}`;
      return textOf(token);
    })
    .join('');

/** The one spelling of a symbol that is written as a key of the notation or of givens: `\hat P` is `\hat{P}`. */
export function symbolName(tex: string): string {
  const [symbol, scripts, ...rest] = tokenize(tex);
  if (symbol?.kind !== 'symbol' || (scripts && scripts.kind !== 'scripts') || rest.length > 0)
    throw new FormulaError(`${tex} is not the name of a symbol; write P, \\hat{P}, P_1, P' or the like`, 0);
  return scripts ? scriptedName(symbol.text, scripts) : symbol.text;
}

/** The names that the symbols of a formula may have: each alone, with its index, and with all its scripts. */
export function* namesIn(tokens: Tokens): Generator<string> {
  for (const [k, token] of tokens.entries()) {
    const next = tokens[k + 1];
    if (token.kind === 'symbol') {
      yield token.text;
      if (next?.kind === 'scripts')
        yield* [scriptedName(token.text, { sub: next.sub }), scriptedName(token.text, next)];
    }
    for (const part of partsOf(token)) yield* namesIn(part);
  }
}

function partsOf(token: Token): readonly Tokens[] {
  switch (token.kind) {
    case 'fenced':
      return [token.body];
    case 'fraction':
    case 'binomial':
      return [token.above, token.below];
    case 'root':
      return [token.body, token.degree ?? []];
    case 'scripts':
      return [token.sub ?? [], token.sup ?? []];
    case 'call':
      return token.parts;
    case 'rows':
      return token.rows.map(({ tokens }) => tokens);
    default:
      return [];
  }
}
