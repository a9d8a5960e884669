import { fromWeights, pmf, type Pmf } from '../../src/core/index.ts';
import { relativeError } from '../core/measure.ts';
import { quantities, readReference } from '../core/reference.ts';
import { against } from './goals.ts';
import { largeFamilies } from './large-families.ts';
import { contests } from './peers.ts';
import type { Python } from './python.ts';
import { errorText, printed } from './table.ts';

/** Of each of our figures. */
const GOAL = 1e-15;

/** Columns, each with the function of SciPy or POT for it; those on the line take the outcomes 0, 1, 2, … as positions. */
const COLUMNS = {
  KL: { key: 'kl', runs: ['kl'] },
  JSD: { key: 'jsd', runs: ['jsd'] },
  entropy: { key: 'entropy', runs: ['entropy'] },
  'W₁': { key: 'w1', runs: ['wasserstein_distance on a grid', 'emd2_1d on a grid'] },
} as const;
type Column = keyof typeof COLUMNS;

interface Case {
  readonly family: string;
  readonly p: Float64Array;
  readonly q: Float64Array;
  readonly weights: boolean;
  readonly values: Readonly<Record<string, string>>;
}

function* cases(): Generator<Case> {
  for (const file of ['pmfs.json', 'thousand.json']) {
    for (const { name, p, q, values } of readReference(file)) {
      const family = name.replace(/, \d+ outcomes/, '');
      yield { family, p: Float64Array.from(p), q: Float64Array.from(q), weights: false, values };
    }
  }
  for (const { name, weights, values } of largeFamilies()) {
    yield { family: name, p: weights[0], q: weights[1], weights: true, values };
  }
}

/** The largest relative error of each library in a family; NaN once it gave one. */
type Errors = Map<Column, Map<string, number>>;

const U = 2 ** -53;
function errorOf(actual: number, expected: string): number {
  if (Number.isNaN(actual)) return NaN;
  if (actual === Number(expected) && (actual === 0 || actual === Infinity)) return 0;
  if (Number(expected) === 0 || expected === 'Infinity' || actual === Infinity) return Infinity;
  return relativeError(actual, expected) * U;
}

/** Of W₁ on n outcomes, so much is allowed whatever its size: n · 2⁻¹⁰⁴ of mass times span. */
const allowedOnLine = (n: number): number => n * (n - 1) * 2 ** -104;

function note(errors: Errors, column: Column, library: string, actual: number, expected: string): void {
  const row = errors.get(column) ?? new Map<string, number>();
  errors.set(column, row);
  const error = errorOf(actual, expected);
  const worst = row.get(library) ?? 0;
  row.set(library, Number.isNaN(error) || Number.isNaN(worst) ? NaN : Math.max(worst, error));
}

async function measure(
  errors: Errors,
  { p, q, weights, values }: Case,
  pythons: readonly Python[],
): Promise<void> {
  const make = weights ? fromWeights : pmf;
  const pair: readonly [Pmf, Pmf] = [make(p), make(q)];
  for (const [column, { key }] of Object.entries(COLUMNS) as [Column, (typeof COLUMNS)[Column]][]) {
    const [value, expected] = [quantities[key]!(...pair), values[key]!];
    note(errors, column, OURS, value, expected);
    // A subnormal value has no more digits than its last place: the nearest double is as right as can be.
    const allowed =
      value === Number(expected) ||
      (key === 'w1' && errorOf(value, expected) * Number(expected) <= allowedOnLine(p.length));
    note(errors, column, JUDGED, allowed ? 0 : value, allowed ? '0' : expected);
  }
  // Packages of npm take probabilities: for weights, the nearest doubles. SciPy normalises, so it gets the weights.
  const [peerP, peerQ] = [Array.from(pair[0]), Array.from(pair[1])];
  for (const { quantity, column, peers } of contests) {
    for (const [peer, of] of Object.entries(peers)) {
      if (p.length > 1e5 && peer === 'mathjs') continue;
      note(errors, column, peer, of(peerP, peerQ), values[quantity]!);
    }
  }
  const positions = Float64Array.from({ length: p.length }, (_, x) => x);
  for (const python of pythons) {
    for (const [column, { key, runs }] of Object.entries(COLUMNS) as [Column, (typeof COLUMNS)[Column]][]) {
      for (const run of runs.filter((name) => python.has(name))) {
        await python.load(...(key === 'w1' ? [positions] : []), p, q);
        const library = `${/emd/.test(run) ? 'POT' : 'SciPy'} ${python.version(run)}`;
        note(errors, column, library, (await python.run(run, 1))[1], values[key]!);
      }
    }
  }
}

const OURS = 'ours';
/** Ours, but for what is allowed. */
const JUDGED = 'judged';

/** Two cells: our error, and the smallest among the other libraries, with its name. */
function cellsOf(row: ReadonlyMap<string, number>, what: string): string[] {
  const own = row.get(OURS)!;
  const judged = row.get(JUDGED)!;
  const others = [...row].filter(([library]) => library !== OURS && library !== JUDGED);
  const rank = (error: number): number => (Number.isNaN(error) ? Infinity : error);
  others.sort(([, x], [, y]) => rank(x) - rank(y));
  const [best] = others;
  return [
    against(GOAL, Number.isNaN(judged) ? Infinity : judged, errorText(own), what, false),
    best ? `${errorText(best[1])} ${best[0]}` : '–',
  ];
}

async function* rows(pythons: readonly Python[]): AsyncGenerator<string[]> {
  const families = new Map<string, Errors>();
  for (const each of cases()) {
    const errors = families.get(each.family) ?? (new Map() as Errors);
    families.set(each.family, errors);
    await measure(errors, each, pythons);
  }
  for (const [family, errors] of families) {
    const cells = (Object.keys(COLUMNS) as Column[]).flatMap((column) =>
      cellsOf(errors.get(column)!, `relative error of ${column}, ${family}`),
    );
    yield [family, ...cells];
  }
}

/** Prints Markdown: the largest relative error in each family, ours and that of the library that errs least there. */
export async function printAccuracy(pythons: readonly Python[]): Promise<void> {
  const head = Object.keys(COLUMNS).flatMap((column) => [column, `best peer's ${column}`]);
  await printed(['', ...head], rows(pythons));
}
