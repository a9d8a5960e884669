import { FormulaError } from './formula-error.ts';
import type { Token } from './token.ts';

const RELATIONS = new Set(
  '= < > \\lt \\gt \\le \\leq \\leqslant \\ge \\geq \\geqslant \\approx \\ll \\in \\sim \\to'.split(' '),
);
const FENCES: Readonly<Record<string, string>> = {
  '\\lbrack': '[',
  '\\rbrack': ']',
  '\\lbrace': '\\{',
  '\\rbrace': '\\}',
};
/** What to write instead of what TeX has and the site has not. */
export const REMEDIES: Readonly<Record<string, string>> = {
  '\\|': 'write divergences with their macros, such as \\KL{P}{Q}',
  '\\ln': 'the site writes the natural logarithm as \\log',
  '\\ldots': 'dots cannot be executed; write a sum, or add `% stated: reason`',
  '\\cdots': 'dots cannot be executed; write a sum, or add `% stated: reason`',
};

/** The token of one character or command of the TeX. */
export function character(written: string, at: number, end: number, family: string): Token {
  const text = FENCES[written] ?? written;
  const place = { at, end };
  if (Object.hasOwn(REMEDIES, text))
    throw new FormulaError(`${text} has no meaning here: ${REMEDIES[text]}`, at);
  if (/^[0-9.]$/.test(text)) return { kind: 'number', text, ...place };
  if (RELATIONS.has(text) || text === ':') return { kind: 'relation', text, ...place };
  if (['+', '-', '/', '\\cdot', '\\times', '\\otimes'].includes(text))
    return { kind: 'operator', text, ...place };
  if (text === '|' || text === '\\vert') {
    return family === 'open' || family === 'close'
      ? { kind: family, text: '|', ...place }
      : { kind: 'bar', text: '|', ...place };
  }
  if (text === '\\mid') return { kind: 'bar', text, ...place };
  if (text === '\\lvert' || text === '\\rvert')
    return { kind: family as 'open' | 'close', text: '|', ...place };
  if ((family === 'open' || family === 'close') && '()[]'.includes(text))
    return { kind: family, text, ...place };
  if (text === '\\lceil' || text === '\\lfloor') return { kind: 'open', text, ...place };
  if (text === '\\rceil' || text === '\\rfloor') return { kind: 'close', text, ...place };
  if (text === '!') return { kind: 'operator', text, ...place };
  if (text === '\\{') return { kind: 'open', text, ...place };
  if (text === '\\}') return { kind: 'close', text, ...place };
  if (text === ',' || text === ';') return { kind: 'mark', text, ...place };
  if (text === '\\land' || text === '\\wedge') return { kind: 'and', ...place };
  if (text === '*' || text === '\\ast' || text === '\\star') return { kind: 'symbol', text: '*', ...place };
  if (text === '\\infty' || text === '\\prime' || /^[A-Za-z]$/.test(text))
    return { kind: 'symbol', text, ...place };
  if (family === '' && /^\\[A-Za-z]+$/.test(text)) return { kind: 'symbol', text, ...place };
  throw new FormulaError(
    `${text} is not in the language of executed formulas; add \`% stated: reason\` if it must stay`,
    at,
  );
}

/** Digits that stand together are one number; a dot that no digit follows ends the sentence. */
export function joinNumbers(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const [k, token] of tokens.entries()) {
    const before = joined.at(-1);
    const after = tokens[k + 1];
    if (token.kind !== 'number') joined.push(token);
    else if (token.text === '.' && after?.kind !== 'number') joined.push({ ...token, kind: 'mark' });
    else if (before?.kind === 'number' && before.end === token.at) {
      if (token.text === '.' && before.text.includes('.'))
        throw new FormulaError('a number with two points', token.at);
      joined[joined.length - 1] = { ...before, text: before.text + token.text, end: token.end };
    } else if (before?.kind === 'number') {
      throw new FormulaError('two numbers side by side; write one number, or \\cdot between them', token.at);
    } else if (token.text === '.') {
      throw new FormulaError('write a digit before the decimal point', token.at);
    } else joined.push(token);
  }
  return joined;
}
