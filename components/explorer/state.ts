import type { Givens } from '../../src/formula/environment.ts';
import { nothingAdded, type WrittenScope } from '../../src/formula/written-scope.ts';
import { canonical, notCount, notPmf } from './decimals.ts';
import { limits } from './limits.ts';
import { readScopeQuery, writeScopeQuery } from './scope-query.ts';

/** What a link to the explorer carries: the formula, what it needs besides the site's notation, the values of its symbols, the seed of the search. */
export interface State {
  readonly tex: string;
  readonly scope: WrittenScope;
  readonly values: Givens;
  readonly seed: number;
}

interface Preset {
  /** What the triple shows; the text of its button. */
  readonly shows: string;
  readonly values: Readonly<Record<'P' | 'Q' | 'R', readonly string[]>>;
}

const preset = (shows: string, P: string, Q: string, R: string): Preset => {
  const masses = (text: string): readonly string[] => text.split(' ');
  return { shows, values: { P: masses(P), Q: masses(Q), R: masses(R) } };
};

export const presets: readonly Preset[] = [
  preset('a shorter detour', '0.5 0.5', '0.75 0.25', '0.9 0.1'),
  preset('the script’s pair', '0.1 0.2 0.7', '0.8 0.1 0.1', '0.3 0.3 0.4'),
  preset('disjoint supports', '0.4 0.6 0 0', '0 0 0.5 0.5', '0.25 0.25 0.25 0.25'),
  preset('nearly equal', '0.2 0.3 0.5', '0.200001 0.299999 0.5', '0.2 0.300001 0.499999'),
  preset('a zero in Q', '0.3 0.3 0.4', '0.5 0 0.5', '0.2 0.2 0.6'),
];

/** Formulas to start from, by what they ask. */
export const examples: readonly { readonly asks: string; readonly tex: string }[] = [
  { asks: 'a triangle inequality for KL', tex: '\\KL{P}{R} \\le \\KL{P}{Q} + \\KL{Q}{R}' },
  { asks: 'Gibbs’ inequality', tex: '\\KL{P}{Q} \\ge 0' },
  { asks: 'Pinsker’s inequality', tex: '\\TV{P}{Q} \\le \\sqrt{\\tfrac12 \\KL{P}{Q}}' },
  { asks: 'the triangle for the root of JSD', tex: '\\JSDist{P}{R} \\le \\JSDist{P}{Q} + \\JSDist{Q}{R}' },
  { asks: 'a symmetric KL', tex: '\\KL{P}{Q} = \\KL{Q}{P}' },
  { asks: 'a sum over outcomes', tex: '\\sum_x P(x) \\log\\frac{P(x)}{Q(x)}' },
];

export const initial: State = {
  tex: examples[0]!.tex,
  scope: nothingAdded,
  values: presets[0]!.values,
  seed: 1,
};

const version = '1';
const mostSymbols = 12;

/** Characters that no link escapes: letters as they are, `\lambda` as lambda, and the signs of `\hat{P}_n` by their numbers. */
const writeName = (name: string): string =>
  /^(?:[A-Za-z]|\\[A-Za-z]{2,12})$/.test(name)
    ? name.replace('\\', '')
    : name.replace(
        /[^A-Za-z]/g,
        (sign) => `!${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
      );

function readName(text: string): string | undefined {
  if (/^[A-Za-z]{1,12}$/.test(text)) return text.length === 1 ? text : `\\${text}`;
  if (!/^(?:[A-Za-z]|![0-9A-F]{2}){1,40}$/.test(text)) return undefined;
  const name = text.replace(/!([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return writeName(name) === text ? name : undefined;
}

/** The formulas and what they need, as the beginning of a query. */
export const writeFormulas = (tex: readonly string[], scope: WrittenScope): string =>
  [
    ...tex.map((one) => `f=${encodeURIComponent(one)}`),
    ...writeScopeQuery(scope).map(([key, text]) => `${key}=${encodeURIComponent(text)}`),
  ].join('&');

/** version ~ symbol _ value …: `1~P_0.5_0.5~Q_0.75_0.25~lambda_0.5~seed_7`. */
export function writeQuery({ tex, scope, values, seed }: State): string {
  const fields = Object.entries(values).map(([name, value]) =>
    [writeName(name), ...(typeof value === 'string' ? [value] : value)].join('_'),
  );
  const at = [version, ...fields, ...(seed === initial.seed ? [] : [`seed_${seed}`])].join('~');
  return `?${writeFormulas([tex], scope)}&at=${at}`;
}

/** The state that a query asks for. What cannot be read becomes the default, and `unreadable` says so. */
export function readQuery(search: string): { readonly state: State; readonly unreadable: boolean } {
  const query = new URLSearchParams(search);
  const formula = query.get('f');
  const at = query.get('at');
  const scope = readScopeQuery(query);
  const read = at === null ? { values: initial.values, seed: initial.seed } : readFields(at, scope);
  const legible = formula === null || (formula.trim() !== '' && formula.length <= limits.tex);
  if (!read || !legible || !scope) return { state: initial, unreadable: true };
  return { state: { tex: formula ?? initial.tex, scope, ...read }, unreadable: false };
}

function readFields(
  text: string,
  scope: WrittenScope | undefined,
): Pick<State, 'values' | 'seed'> | undefined {
  const [written, ...fields] = text.split('~');
  if (written !== version || fields.length > mostSymbols) return undefined;
  const values: Record<string, string | readonly string[]> = {};
  let seed = initial.seed;
  let outcomes: number | undefined;
  for (const field of fields) {
    const [written = '', ...decimals] = field.split('_');
    const name = readName(written);
    if (name === undefined || decimals.some((decimal) => canonical(decimal) !== decimal)) return undefined;
    if (decimals.length === 1) {
      if (written !== 'seed') values[name] = decimals[0]!;
      else if (/^\d{1,9}$/.test(decimals[0]!)) seed = Number(decimals[0]);
      else return undefined;
      continue;
    }
    const type = scope?.symbols[name]?.type ?? 'pmf';
    const wrong = type === 'pmf' ? notPmf(name, decimals) : notCount(name, decimals);
    if (wrong !== undefined || (outcomes ?? decimals.length) !== decimals.length) return undefined;
    outcomes = decimals.length;
    values[name] = decimals;
  }
  return fields.length === 0 ? { values: initial.values, seed } : { values, seed };
}
