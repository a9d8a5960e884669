import * as core from '../../src/core/index.ts';
import { exactly, relativeError, ulpError } from '../core/measure.ts';
import { referenceRows } from './quantity-rows.ts';
import type { Row } from './row.ts';
import { statedBound } from './stated-bounds.ts';
import { table } from './table.ts';

/** Functions that make, convert, print or draw: nothing that reference digits could be of. */
const notQuantities = new Set([
  ...[
    'DomainError',
    'pmf',
    'pmfView',
    'fromWeights',
    'pointsOnLine',
    'pointsInSpace',
    'jointPmf',
    'jointFromWeights',
  ],
  ...['rowMarginal', 'columnMarginal', 'toBits', 'inBits', 'formatSignificant', 'formatCertified'],
  ...['roundedDecimal', 'certainText', 'settledText', 'seededRandom'],
]);

/** A member of each family, whose methods are quantities. */
const members = {
  bernoulli: core.bernoulli({ probability: 0.5 }),
  categorical: core.categorical(core.pmf([1])),
  binomial: core.binomial({ trials: 1, probability: 0.5 }),
  poisson: core.poisson({ mean: 1 }),
  geometric: core.geometric({ probability: 0.5 }),
  exponential: core.exponential({ rate: 1 }),
  gamma: core.gamma({ shape: 1, scale: 1 }),
  beta: core.beta({ a: 1, b: 1 }),
  dirichlet: core.dirichlet({ concentrations: [1, 1] }),
  uniform: core.uniform({ from: 0, to: 1 }),
  laplace: core.laplace({ location: 0, scale: 1 }),
  normal: core.normal({ mean: 0, standardDeviation: 1 }),
  multivariateNormal: core.multivariateNormal({ mean: [0], covariance: [1] }),
};

/** Everything that is exported and has a value that can be wrong. */
export function publicQuantities(): readonly string[] {
  const names: string[] = [];
  for (const [name, value] of Object.entries(core) as [string, unknown][]) {
    const member: object | undefined = (members as Readonly<Record<string, object>>)[name];
    if (member) {
      const methods = Object.entries(member).filter(([, part]) => typeof part === 'function');
      names.push(...methods.map(([method]) => `${name}().${method}`));
    } else if (
      !notQuantities.has(name) &&
      (typeof value === 'function' || name.endsWith('Generator')) &&
      !name.endsWith('Properties')
    ) {
      names.push(name);
    }
  }
  return names;
}

interface Worst {
  readonly error: number;
  readonly ulps: number;
  readonly relative: number;
  readonly absolute: number;
}

const U = 2 ** -53;

function errorsOf({ actual, expected }: Row): Worst {
  if (typeof actual === 'number') {
    const ulps = actual === Number(expected) && !Number.isFinite(actual) ? 0 : ulpError(actual, expected);
    const inUnits = ulps === 0 ? 0 : relativeError(actual, expected);
    const absolute = Number.isFinite(actual) ? exactly(actual).minus(expected).abs().toNumber() : ulps;
    // A subnormal value has no more digits than its last place.
    return { error: Math.min(2 * ulps, inUnits), ulps, relative: inUnits * U, absolute };
  }
  const [hi, lo] = actual;
  if (!Number.isFinite(hi)) return errorsOf({ quantity: '', actual: hi, expected });
  const off = exactly(hi).plus(exactly(lo)).minus(expected).abs();
  const relative = off.isZero() ? 0 : off.div(exactly(hi).abs()).toNumber();
  const absolute = off.toNumber();
  return { error: relative / U, ulps: NaN, relative, absolute };
}

/** Prints Markdown: the row of tests/reference/*.json on which each public quantity is furthest from the truth. */
export function printQuantityErrors(): void {
  const worst = new Map<string, Worst & { readonly rows: number }>();
  for (const row of referenceRows()) {
    const errors = errorsOf(row);
    const last = worst.get(row.quantity);
    const rows = (last?.rows ?? 0) + 1;
    worst.set(row.quantity, { ...(last && last.error >= errors.error ? last : errors), rows });
  }
  const lines: string[][] = [];
  const absent: string[][] = [];
  let [judged, outside] = [0, 0];
  for (const name of publicQuantities()) {
    const bound = boundOf(name);
    const found = [...worst].filter(([quantity]) => quantity.replace(/ \(.*/, '') === name);
    if (found.length === 0) absent.push([name, 'none', '–', '–', '–', bound]);
    for (const [quantity, { rows, error, ulps, relative, absolute }] of found) {
      const most = mostUnits(bound);
      const beyond = error > most ? ' **beyond**' : '';
      if (most < Infinity) judged++;
      if (beyond) outside++;
      const cells = [Number.isNaN(ulps) ? '–' : shown(ulps), `${shown(relative)}${beyond}`, shown(absolute)];
      lines.push([quantity, String(rows), ...cells, bound]);
      worst.delete(quantity);
    }
  }
  if (worst.size > 0) throw new Error(`rows of what is not exported: ${[...worst.keys()].join(', ')}`);
  const head = ['quantity', 'rows', 'ulp', 'relative', 'absolute', 'bound of its comment (u = 2⁻⁵³)'];
  console.log(table(head, [...lines, ...absent]));
  console.log(
    `\n${lines.length} figures with reference rows; ${judged} have a bound that is a number of u, ${outside} are beyond it.`,
  );
}

function boundOf(name: string): string {
  const [owner, method] = name.split('().');
  const own = statedBound(owner!, method);
  const bound = own === '' && name.endsWith('Generator') ? statedBound('fDivergence') : own;
  return bound.replaceAll('|', '\\|') || 'none stated';
}

/** The units of a bound that is nothing but a relative error of so many u, else Infinity. */
function mostUnits(bound: string): number {
  const plain = /relative error(?: of (?:each|the) \w+)? at most (\d+) u(?! (?:of|above)\b)/i.exec(bound);
  return plain && !/absolute|logits|κ/.test(bound) ? Number(plain[1]) : Infinity;
}

function shown(error: number): string {
  if (error === 0) return '0';
  if (error === Infinity) return '∞';
  return error >= 0.1 && error < 1000 ? error.toFixed(1) : error.toExponential(1);
}
