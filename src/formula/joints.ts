import { WHOLE, decimal, flat, point, range, restrict, spiky, uniform } from './families.ts';
import type { Masses, Random } from './families.ts';
import { addFractions, exactGiven, writeFraction } from './rational.ts';
import type { Fraction } from './rational.ts';

/** Values of joint pmfs, channels, couplings and samples: random ones, and those on a boundary of what is possible. */

const below = (random: Random, most: number): number => Math.floor(random() * most);
const write = (masses: Masses): string[] => masses.map(decimal);
const someOrder = (random: Random, n: number): number[] =>
  range(n)
    .map((x) => ({ x, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ x }) => x);
const anyPmf = (random: Random, n: number): number[] => {
  switch (below(random, 6)) {
    case 0:
      return spiky(random, n);
    case 1:
      return restrict(flat(random, n), () => random() < 0.6);
    case 2:
      return random() < 0.5 ? uniform(n) : point(n, below(random, n));
    default:
      return flat(random, n);
  }
};

/** A joint pmf on places of these counts; `masses` are those of one without structure, on all cells. */
export function jointOf(random: Random, counts: readonly number[], masses: Masses, k: number): string[] {
  const [n, rest] = [counts[0]!, counts.slice(1).reduce((a, b) => a * b, 1)];
  switch (k % 8) {
    case 1: {
      // Independent: the product of a pmf for each place.
      const places = counts.map((count) => write(anyPmf(random, count)).map(exactGiven));
      return outer(places).map(writeFraction);
    }
    case 3: {
      // The later places are functions of the first.
      const targets = range(n).map(() => below(random, rest));
      const first = anyPmf(random, n);
      return write(
        range(n * rest).map((cell) =>
          targets[Math.floor(cell / rest)] === cell % rest ? first[Math.floor(cell / rest)]! : 0,
        ),
      );
    }
    case 5: {
      // One row is empty, and one column.
      const [row, column] = [below(random, n), below(random, rest)];
      return write(
        restrict(masses, (cell) => Math.floor(cell / rest) !== row && (rest < 3 || cell % rest !== column)),
      );
    }
    default:
      return write(masses);
  }
}

/** A pmf for each of several inputs: any, all the same, nearly noiseless, noiseless, or one that merges outcomes. */
export function rowsOf(random: Random, inputs: number, outcomes: number, k: number): string[] {
  const rows = ((): readonly Masses[] => {
    switch (k % 7) {
      case 1: {
        const order = someOrder(random, outcomes);
        return range(inputs).map((x) => point(outcomes, order[x % outcomes]!));
      }
      case 2: {
        const same = anyPmf(random, outcomes);
        return range(inputs).map(() => same);
      }
      case 3:
        return range(inputs).map((x) => point(outcomes, x % outcomes));
      case 4: {
        const noise = outcomes === 1 ? 0 : below(random, WHOLE / 2 / outcomes);
        return range(inputs).map((x) =>
          range(outcomes).map((y) => (x % outcomes === y ? WHOLE - noise * (outcomes - 1) : noise)),
        );
      }
      case 5:
        return range(inputs).map(() => point(outcomes, below(random, Math.max(1, outcomes - 1))));
      default:
        return range(inputs).map(() => anyPmf(random, outcomes));
    }
  })();
  return rows.flatMap(write);
}

/** A coupling of two pmfs: independent, in the order of the outcomes or against it, in any order, or half of two of them. */
export function couplingOf(
  random: Random,
  [p, q]: readonly [readonly string[], readonly string[]],
  k: number,
): string[] {
  const [a, b] = [p.map(exactGiven), q.map(exactGiven)];
  const inOrder = range(p.length);
  const ordered = (): Fraction[] => filled(a, b, someOrder(random, p.length), someOrder(random, q.length));
  const plan = ((): readonly Fraction[] => {
    switch (k % 5) {
      case 0:
        return outer([a, b]);
      case 1:
        return filled(a, b, inOrder, range(q.length));
      case 2:
        return filled(a, b, inOrder, range(q.length).toReversed());
      case 3:
        return ordered();
      default: {
        const [one, other] = [ordered(), outer([a, b])];
        return one.map((mass, cell) => half(addFractions(mass, other[cell]!)));
      }
    }
  })();
  return plan.map(writeFraction);
}

const half = ({ top, bottom }: Fraction): Fraction => ({ top, bottom: 2n * bottom });
const multiplied = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top * b.top,
  bottom: a.bottom * b.bottom,
});
const outer = (places: readonly (readonly Fraction[])[]): readonly Fraction[] =>
  places.reduce((cells, place) => cells.flatMap((cell) => place.map((mass) => multiplied(cell, mass))));

/** The plan that fills the outcomes in these orders: the north-west corner rule. */
function filled(
  p: readonly Fraction[],
  q: readonly Fraction[],
  rows: readonly number[],
  columns: readonly number[],
): Fraction[] {
  const plan = p.flatMap(() => q.map((): Fraction => ({ top: 0n, bottom: 1n })));
  const [left, room] = [[...p], [...q]];
  for (let i = 0, j = 0; i < rows.length && j < columns.length;) {
    const [x, y] = [rows[i]!, columns[j]!];
    const [mass, space] = [left[x]!, room[y]!];
    const fits = mass.top * space.bottom <= space.top * mass.bottom;
    const moved = fits ? mass : space;
    const minus = { top: -moved.top, bottom: moved.bottom };
    plan[x * q.length + y] = moved;
    left[x] = addFractions(mass, minus);
    room[y] = addFractions(space, minus);
    if (fits) i++;
    else j++;
  }
  return plan;
}

/** A sequence of outcomes: any, one outcome only, every outcome in turn, or drawn from a pmf. */
export function sampleOf(random: Random, length: number, outcomes: number, k: number): string[] {
  const only = 1 + below(random, outcomes);
  const masses = anyPmf(random, outcomes);
  return range(length).map((i) => {
    switch (k % 5) {
      case 0:
        return String(only);
      case 1:
        return String(1 + (i % outcomes));
      case 2: {
        let left = random() * WHOLE;
        const x = masses.findIndex((mass) => (left -= mass) < 0);
        return String(x < 0 ? outcomes : x + 1);
      }
      default:
        return String(1 + below(random, outcomes));
    }
  });
}
