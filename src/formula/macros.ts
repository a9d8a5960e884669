import { QUANTITY_TABLE } from './quantity-table.ts';

/**
 * Two tables for one source. `typesetMacros` says how a quantity looks; `semanticMacros` says that it is a
 * call. A quantity's parentheses keep the size of the text, so that they fit inside a line of prose.
 */
export type MacroTable = Readonly<Record<string, string>>;

export const typesetMacros: MacroTable = Object.freeze({
  ...Object.fromEntries(Object.entries(QUANTITY_TABLE).map(([name, { typeset }]) => [`\\${name}`, typeset])),
  '\\E': '\\mathrm{E}_{#1}\\!\\left[#2\\right]',
  '\\Var': '\\operatorname{Var}_{#1}\\!\\left[#2\\right]',
  '\\Cov': '\\operatorname{Cov}_{#1}\\!\\left[#2, #3\\right]',
  '\\1': '\\mathbf{1}\\{#1\\}',
  '\\softmax': '\\operatorname{softmax}',
  '\\suppose': '#1',
  '\\d': '\\mathop{}\\!\\mathrm{d}',
  '\\X': '\\mathcal{X}',
  '\\R': '\\mathbb{R}',
});

const call = (name: string, count: number): string =>
  `{\\operatorname{@${name}}${Array.from({ length: count }, (_, k) => `{#${k + 1}}`).join('')}}`;

const mark = (name: string): string => `\\operatorname{@${name}}`;

/** How many arguments each call takes. */
export const CALLS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Object.entries(QUANTITY_TABLE).map(([name, { takes }]) => [name, takes.length])),
  E: 2,
  Var: 2,
  Cov: 3,
  1: 1,
  suppose: 1,
};

export const semanticMacros: MacroTable = Object.freeze({
  ...Object.fromEntries(Object.entries(CALLS).map(([name, count]) => [`\\${name}`, call(name, count)])),
  '\\not': mark('not'),
  '\\ne': mark('ne'),
  '\\neq': mark('ne'),
  '\\coloneqq': mark('define'),
  '\\implies': mark('implies'),
  '\\Rightarrow': mark('implies'),
  '\\Longrightarrow': mark('implies'),
  '\\iff': mark('iff'),
  '\\Leftrightarrow': mark('iff'),
  '\\Longleftrightarrow': mark('iff'),
  '\\softmax': mark('softmax'),
  '\\argmax': '\\operatorname*{@argmax}',
  '\\argmin': '\\operatorname*{@argmin}',
  '\\d': mark('d'),
  '\\X': '\\mathcal{X}',
  '\\R': '\\mathbb{R}',
});

/** Commands that could make a formula mean something else than what is seen, or load something. */
const FORBIDDEN =
  /\\(?:[egx]?def|let|futurelet|global|(?:re)?newcommand|providecommand|href|url|includegraphics|html[A-Za-z]*|char|catcode|phantom|hphantom|vphantom|smash|llap|rlap|clap|math[lrc]lap|color|textcolor|colorbox|fcolorbox|raisebox|kern|mkern|mskip|hskip|tag|label)(?![A-Za-z])/;

export const LONGEST_FORMULA = 10_000;

/** The first thing in a formula that no formula of the site may hold, or undefined. */
export function forbidden(tex: string): { readonly message: string; readonly offset: number } | undefined {
  if (tex.length > LONGEST_FORMULA) {
    return {
      message: `a formula of ${tex.length} characters; at most ${LONGEST_FORMULA}, so split it`,
      offset: 0,
    };
  }
  const command = FORBIDDEN.exec(tex);
  if (command) {
    return {
      message: `${command[0]} is not allowed in a formula; macros are defined in src/formula/macros.ts only`,
      offset: command.index,
    };
  }
  const at = /(?<!\\)@/.exec(tex);
  return at ? { message: '@ is not allowed in a formula', offset: at.index } : undefined;
}
