import { fromWeights, pmf } from '../../src/core/index.ts';
import { ulpError } from '../core/measure.ts';
import { millionWeights, readReference, type Recipe } from '../core/reference.ts';
import { contests } from './peers.ts';
import type { SciPy } from './scipy.ts';
import { table } from './table.ts';

interface Row {
  readonly family: string;
  readonly p: Float64Array;
  readonly q: Float64Array;
  readonly weights: boolean;
  readonly values: Readonly<Record<string, string>>;
}

function* rows(): Generator<Row> {
  for (const file of ['pmfs.json', 'thousand.json']) {
    for (const { name, p, q, values } of readReference(file)) {
      const family = name.replace(/, \d+ outcomes/, file === 'thousand.json' ? ', 1000 outcomes' : '');
      yield { family, p: Float64Array.from(p), q: Float64Array.from(q), weights: false, values };
    }
  }
  for (const { recipe, values } of readReference<Recipe>('million.json')) {
    const [p, q] = millionWeights(recipe);
    yield { family: `a million outcomes, ${recipe}`, p, q, weights: true, values };
  }
}

/** Markdown: the largest error of each library in each family, in units in the last place of the exact value. */
export async function accuracyTable(scipy: SciPy | undefined): Promise<string> {
  const errors = new Map<string, Map<string, number>>();
  const columns = new Set<string>();
  const note = (family: string, column: string, actual: number, expected: string): void => {
    columns.add(column);
    const row = errors.get(family) ?? new Map<string, number>();
    errors.set(family, row);
    const error = Number.isNaN(actual) ? NaN : ulpError(actual, expected);
    const worst = row.get(column) ?? 0;
    row.set(column, Number.isNaN(error) || Number.isNaN(worst) ? NaN : Math.max(worst, error));
  };
  for (const { family, p, q, weights, values } of rows()) {
    const make = weights ? fromWeights : pmf;
    const [ourP, ourQ] = [make(p), make(q)];
    // Peers take probabilities: for weights, the nearest doubles. SciPy normalises, so it gets the weights.
    const [peerP, peerQ] = [[...ourP], [...ourQ]];
    await scipy?.load(p, q);
    for (const { quantity, ours, peers } of contests) {
      const expected = values[quantity]!;
      note(family, `${quantity}: ours`, ours(ourP, ourQ), expected);
      for (const [peer, of] of Object.entries(peers)) {
        note(
          family,
          `${quantity}: ${peer}`,
          peerP.length > 1e5 && peer === 'mathjs' ? NaN : of(peerP, peerQ),
          expected,
        );
      }
      if (scipy) note(family, `${quantity}: SciPy`, await scipy.value(quantity), expected);
    }
  }
  return table(
    ['family', ...columns],
    [...errors].map(([family, row]) => [family, ...[...columns].map((column) => shown(row.get(column)!))]),
  );
}

function shown(error: number): string {
  if (Number.isNaN(error)) return 'NaN';
  if (error === Infinity) return '∞';
  return error < 1000 ? error.toFixed(1) : error.toExponential(0);
}
