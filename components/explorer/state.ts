import type { Givens, SymbolType } from '../../src/formula/expression.ts';
import { canonical, notPmf } from './decimals.ts';
import { limits } from './limits.ts';

/** What a link to the explorer carries: the formula, the values of its symbols, the seed of the search. */
export interface State {
  readonly tex: string;
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

export const initial: State = { tex: examples[0]!.tex, values: presets[0]!.values, seed: 1 };

/** Whether a value is one that a symbol of this type can have. */
export function fitting(type: SymbolType, value: string | readonly string[], outcomes: number): boolean {
  if (typeof value !== 'string') return type === 'pmf' && value.length === outcomes;
  const number = Number(value);
  switch (type) {
    case 'probability':
      return number > 0 && number < 1;
    case 'positive':
      return number > 0;
    case 'outcome':
      return Number.isInteger(number) && number >= 1 && number <= outcomes;
    default:
      return type === 'real';
  }
}

/** A symbol without a value gets one, so that there is something to see. */
export function withDefaults(values: Givens, symbols: readonly (readonly [string, SymbolType])[]): Givens {
  const outcomes = Object.values(values).find((value) => typeof value !== 'string')?.length ?? 2;
  const first: Partial<Record<SymbolType, string | readonly string[]>> = {
    pmf: Array.from({ length: outcomes }, (_, x) => (x === 0 ? '1' : '0')),
    probability: '0.5',
    positive: '1',
    real: '1',
    outcome: '1',
  };
  const missing = symbols.flatMap(([name, type]) => {
    const value = first[type];
    const fits = Object.hasOwn(values, name) && fitting(type, values[name]!, outcomes);
    return fits || value === undefined ? [] : [[name, value] as const];
  });
  return { ...values, ...Object.fromEntries(missing) };
}

const version = '1';
const mostSymbols = 12;

/** version ~ symbol _ value …: `1~P_0.5_0.5~Q_0.75_0.25~lambda_0.5~seed_7`, in characters that no link escapes. */
export function writeQuery({ tex, values, seed }: State): string {
  const fields = Object.entries(values).map(([name, value]) =>
    [name.replace('\\', ''), ...(typeof value === 'string' ? [value] : value)].join('_'),
  );
  const at = [version, ...fields, ...(seed === initial.seed ? [] : [`seed_${seed}`])].join('~');
  return `?f=${encodeURIComponent(tex)}&at=${at}`;
}

/** The state that a query asks for. What cannot be read becomes the default, and `unreadable` says so. */
export function readQuery(search: string): { readonly state: State; readonly unreadable: boolean } {
  const query = new URLSearchParams(search);
  const formula = query.get('f');
  const at = query.get('at');
  const read = at === null ? { values: initial.values, seed: initial.seed } : readFields(at);
  const legible = formula === null || (formula.trim() !== '' && formula.length <= limits.tex);
  if (!read || !legible) return { state: initial, unreadable: true };
  return { state: { tex: formula ?? initial.tex, ...read }, unreadable: false };
}

function readFields(text: string): Omit<State, 'tex'> | undefined {
  const [written, ...fields] = text.split('~');
  if (written !== version || fields.length > mostSymbols) return undefined;
  const values: Record<string, string | readonly string[]> = {};
  let seed = initial.seed;
  let outcomes: number | undefined;
  for (const field of fields) {
    const [name = '', ...decimals] = field.split('_');
    if (!/^[A-Za-z]{1,12}$/.test(name) || decimals.some((decimal) => canonical(decimal) !== decimal))
      return undefined;
    const symbol = name.length === 1 ? name : `\\${name}`;
    if (decimals.length === 1) {
      if (name !== 'seed') values[symbol] = decimals[0]!;
      else if (/^\d{1,9}$/.test(decimals[0]!)) seed = Number(decimals[0]);
      else return undefined;
      continue;
    }
    if (notPmf(name, decimals) !== undefined || (outcomes ?? decimals.length) !== decimals.length)
      return undefined;
    outcomes = decimals.length;
    values[symbol] = decimals;
  }
  return fields.length === 0 ? { values: initial.values, seed } : { values, seed };
}
