import { decimal } from '../frame/grid.ts';
import { cornersInHundredths, type Levels, piecesOf } from './drawn.ts';
import type { Generated, NamedKind } from './kinds.ts';

/** How the numbers of a generator are written in the notation of the site; x is an outcome, or the letter of all. */
export interface Written {
  readonly divergence: string;
  readonly unit: '' | 'nats';
  /** Q f(P/Q). */
  readonly term: (x: string) => string;
  /** f′(P/Q). */
  readonly slope: (x: string) => string;
  /** f* at that slope. */
  readonly touched: (x: string) => string;
  /** f* at a score, a decimal in its parentheses, where it is finite. */
  readonly conjugate: (s: string) => string;
  readonly atZero: string;
  readonly slopeAtInfinity: string;
}

const p = (x: string): string => `P(${x})`;
const q = (x: string): string => `Q(${x})`;
export const quotient = (x: string): string => `\\frac{${p(x)}}{${q(x)}}`;
const reciprocal = (x: string): string => `\\frac{${q(x)}}{${p(x)}}`;
const sum = (x: string): string => `${p(x)} + ${q(x)}`;
const squared = (x: string, under: string): string => `\\frac{(${p(x)} - ${q(x)})^2}{${under}}`;
const information = { unit: 'nats' } as const;
const number = { unit: '' } as const;

const written: Readonly<Record<Exclude<NamedKind, 'tv'>, Written>> = {
  kl: {
    ...information,
    divergence: '\\KL{P}{Q}',
    term: (x) => `${p(x)} \\log${quotient(x)}`,
    slope: (x) => `\\log${quotient(x)} + 1`,
    touched: quotient,
    conjugate: (s) => `e^{${s} - 1}`,
    atZero: '0',
    slopeAtInfinity: '\\infty',
  },
  rk: {
    ...information,
    divergence: '\\KL{Q}{P}',
    term: (x) => `${q(x)} \\log${reciprocal(x)}`,
    slope: (x) => `-${reciprocal(x)}`,
    touched: (x) => `\\log${quotient(x)} - 1`,
    conjugate: (s) => `-1 - \\log(-${s})`,
    atZero: '\\infty',
    slopeAtInfinity: '0',
  },
  je: {
    ...information,
    divergence: '\\Jeffreys{P}{Q}',
    term: (x) => `(${p(x)} - ${q(x)}) \\log${quotient(x)}`,
    slope: (x) => `\\log${quotient(x)} + 1 - ${reciprocal(x)}`,
    touched: (x) => `${quotient(x)} - 1 + \\log${quotient(x)}`,
    conjugate: (s) => `\\sup_{t > 0} (${s} t - (t - 1) \\log t)`,
    atZero: '\\infty',
    slopeAtInfinity: '\\infty',
  },
  js: {
    ...information,
    divergence: '\\JSD{P}{Q}',
    term: (x) =>
      `\\tfrac12 ${p(x)} \\log\\frac{2 ${p(x)}}{${sum(x)}} + \\tfrac12 ${q(x)} \\log\\frac{2 ${q(x)}}{${sum(x)}}`,
    slope: (x) => `\\tfrac12 \\log\\frac{2 ${p(x)}}{${sum(x)}}`,
    touched: (x) => `-\\tfrac12 \\log\\frac{2 ${q(x)}}{${sum(x)}}`,
    conjugate: (s) => `-\\tfrac12 \\log(2 - e^{2 \\cdot ${s}})`,
    atZero: '\\tfrac12 \\log 2',
    slopeAtInfinity: '\\tfrac12 \\log 2',
  },
  he: {
    ...number,
    divergence: '\\HellingerSq{P}{Q}',
    term: (x) => `\\tfrac12 (\\sqrt{${p(x)}} - \\sqrt{${q(x)}})^2`,
    slope: (x) => `\\tfrac12 - \\tfrac12 \\sqrt{${reciprocal(x)}}`,
    touched: (x) => `\\tfrac12 \\sqrt{${quotient(x)}} - \\tfrac12`,
    conjugate: (s) => `\\frac{${s}}{1 - 2 \\cdot ${s}}`,
    atZero: '\\tfrac12',
    slopeAtInfinity: '\\tfrac12',
  },
  ch: {
    ...number,
    divergence: '\\ChiSq{P}{Q}',
    term: (x) => squared(x, q(x)),
    slope: (x) => `2 ${quotient(x)} - 2`,
    touched: (x) => `\\bigl(${quotient(x)}\\bigr)^2 - 1`,
    conjugate: (s) => `\\tfrac14 \\bigl(\\max(${s} + 2, 0)\\bigr)^2 - 1`,
    atZero: '1',
    slopeAtInfinity: '\\infty',
  },
  ne: {
    ...number,
    divergence: '\\Neyman{P}{Q}',
    term: (x) => squared(x, p(x)),
    slope: (x) => `1 - \\bigl(${reciprocal(x)}\\bigr)^2`,
    touched: (x) => `2 - 2 ${reciprocal(x)}`,
    conjugate: (s) => `2 - 2 \\sqrt{1 - ${s}}`,
    atZero: '\\infty',
    slopeAtInfinity: '1',
  },
  tr: {
    ...number,
    divergence: '\\Triangular{P}{Q}',
    term: (x) => squared(x, sum(x)),
    slope: (x) => `1 - \\bigl(\\frac{2 ${q(x)}}{${sum(x)}}\\bigr)^2`,
    touched: (x) => `\\bigl(\\frac{2 ${q(x)}}{${sum(x)}} - 2\\bigr)^2 - 1`,
    conjugate: (s) => `\\bigl(\\min(\\sqrt{1 - ${s}}, 2) - 2\\bigr)^2 - 1`,
    atZero: '1',
    slopeAtInfinity: '1',
  },
};

/** A decimal that may be negative, as a factor. */
export const enclosed = (text: string): string => (text.startsWith('-') ? `(${text})` : text);
const tenths = (n: number): string => enclosed(decimal({ places: 1 }, n));
const hundredths = (n: number): string => enclosed(decimal({ places: 2 }, n));

function ofOrder(n: number): Written {
  const [alpha, nu] = [tenths(n), tenths(n - 10)];
  const own = { ...number, divergence: `\\AlphaDiv{${decimal({ places: 1 }, n)}}{P}{Q}` };
  if (n === 10)
    return {
      ...own,
      term: (x) => `${p(x)} \\log${quotient(x)} - ${p(x)} + ${q(x)}`,
      slope: (x) => `\\log${quotient(x)}`,
      touched: (x) => `${quotient(x)} - 1`,
      conjugate: (s) => `e^{${s}} - 1`,
      atZero: '1',
      slopeAtInfinity: '\\infty',
    };
  if (n === 0)
    return {
      ...own,
      term: (x) => `${q(x)} \\log${reciprocal(x)} + ${p(x)} - ${q(x)}`,
      slope: (x) => `1 - ${reciprocal(x)}`,
      touched: (x) => `\\log${quotient(x)}`,
      conjugate: (s) => `-\\log(1 - ${s})`,
      atZero: '\\infty',
      slopeAtInfinity: '1',
    };
  const raised = (base: string, power: string): string => `\\bigl(${base}\\bigr)^{${power}}`;
  const [powerOfP, powerOfQ] = [decimal({ places: 1 }, n), decimal({ places: 1 }, 10 - n)];
  return {
    ...own,
    term: (x) =>
      `\\frac{${p(x)}^{${powerOfP}} ${q(x)}^{${powerOfQ}} - ${alpha} ${p(x)} - ${tenths(10 - n)} ${q(x)}}{${alpha} \\cdot ${nu}}`,
    slope: (x) => `\\frac{${raised(quotient(x), decimal({ places: 1 }, n - 10))} - 1}{${nu}}`,
    touched: (x) => `\\frac{${raised(quotient(x), powerOfP)} - 1}{${alpha}}`,
    conjugate: (s) =>
      `\\frac{${raised(`\\max(1 + ${nu} \\cdot ${s}, 0)`, `\\frac{${decimal({ places: 1 }, n)}}{${decimal({ places: 1 }, n - 10)}}`)} - 1}{${alpha}}`,
    atZero: n > 0 ? `\\frac{1}{${alpha}}` : '\\infty',
    slopeAtInfinity: n < 10 ? `-\\frac{1}{${nu}}` : '\\infty',
  };
}

const greatestOf = (parts: readonly string[]): string => `\\max(${parts.join(', ')})`;

/** A convex function that is piecewise linear is the greatest of its pieces, and its conjugate the greatest of its corners. */
function ofDrawn(levels: Levels, at: (x: string) => number): Written {
  const [pieces, corners] = [piecesOf(levels), cornersInHundredths(levels)];
  const term = (x: string): string =>
    greatestOf(
      pieces.map(({ intercept, slope }) => `${hundredths(intercept)} ${q(x)} + ${hundredths(slope)} ${p(x)}`),
    );
  const conjugate = (s: string): string =>
    greatestOf(corners.map(({ t, v }) => `${decimal({ places: 2 }, 25 * t)} \\cdot ${s} - ${hundredths(v)}`));
  const slope = (x: string): string => decimal({ places: 3 }, at(x));
  return {
    ...number,
    divergence: `\\sum_x ${term('x')}`,
    term,
    slope,
    touched: (x) => conjugate(enclosed(slope(x))),
    conjugate,
    atZero: decimal({ places: 2 }, corners[0]!.v),
    slopeAtInfinity: decimal({ places: 2 }, pieces.at(-1)!.slope),
  };
}

/** Slopes at corners are decimals: `at` is that of an outcome, in thousandths. */
export function writtenOf({ kind, order, levels }: Generated, at: (x: string) => number): Written {
  if (kind === 'dr') return ofDrawn(levels, at);
  if (kind === 'al') return ofOrder(order);
  if (kind !== 'tv') return written[kind];
  const slope = (x: string): string => decimal({ places: 3 }, at(x));
  return {
    ...number,
    divergence: '\\TV{P}{Q}',
    term: (x) => `\\tfrac12 \\lvert ${p(x)} - ${q(x)} \\rvert`,
    slope,
    touched: slope,
    conjugate: (s) => `\\max(${s}, -0.5)`,
    atZero: '\\tfrac12',
    slopeAtInfinity: '\\tfrac12',
  };
}
