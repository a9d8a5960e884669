import { describe, expect, test } from 'vitest';
import { cellOf } from '../../components/labs/counterexamples/cells.ts';
import {
  claimOf,
  constants,
  properties,
  type Pmfs,
  type Question,
  sides,
  verdictOf,
} from '../../components/labs/counterexamples/claims.ts';
import {
  divergenceNames,
  type DivergenceName,
  divergenceOf,
  loadLatecomers,
} from '../../components/labs/counterexamples/divergences.ts';
import { fraction, total, withOutcomes, withShare } from '../../components/labs/counterexamples/fractions.ts';
import { compared, model, presets } from '../../components/labs/counterexamples/model.ts';
import { type Outcome, search, shrunk } from '../../components/labs/counterexamples/search.ts';
import { oracleValue } from '../formula/oracle-value.ts';
import { loadSiteIndex } from '../../src/site/site-index.ts';
import { declaredProperties, settlersOf } from '../../src/site/properties.ts';

await loadLatecomers();

/** Runs a search to its end. */
function ran(question: Question, seed: number): Outcome {
  const going = search({ question, seed });
  let step = going.next();
  while (!step.done) step = going.next();
  return step.value;
}

const outcomes = new Map<string, Outcome>();
function outcomeOf({ property, divergence, constant }: Question, seed = 1): Outcome {
  const question = { property, divergence, constant };
  const key = JSON.stringify([question, seed]);
  const outcome = outcomes.get(key) ?? ran(question, seed);
  outcomes.set(key, outcome);
  return outcome;
}

const questions: readonly Question[] = properties.flatMap((property) =>
  divergenceNames.flatMap((divergence) =>
    (property === 'bound' ? constants : (['1'] as const)).map((constant) => ({
      property,
      divergence,
      constant,
    })),
  ),
);
const asked = questions.filter((question) => cellOf(question) !== undefined);
const named = (list: readonly Question[]) =>
  list.map((question) => [Object.values(question).join(' '), question] as const);
const fails = asked.filter((question) => !cellOf(question)!.holds);
const holds = asked.filter((question) => cellOf(question)!.holds);

test('asks everything of every divergence but two draws of places in a row', () => {
  const left = questions.filter((question) => cellOf(question) === undefined);
  expect(left).toEqual([{ property: 'draws', divergence: 'wasserstein', constant: '1' }]);
});

describe('where a property fails', () => {
  test.each(named(fails))(
    '%s: a search finds a certified counterexample in small fractions',
    (_name, question) => {
      const { found, smallest } = outcomeOf(question);
      expect(found).toBeDefined();
      const { P, Q, R } = found!;
      expect(verdictOf(question, found!)).toBe('broken');
      expect(total(Q)).toBe(total(P));
      expect(total(R)).toBe(total(P));
      const rare = question.property === 'merging' && question.divergence === 'geometric';
      expect(total(P)).toBeLessThanOrEqual(rare ? 24 : 21);
      expect(P.length).toBeLessThanOrEqual(question.divergence === 'wasserstein' ? 5 : 4);
      expect(smallest).toBe(!rare && !(question.property === 'bound' && total(P) === 21 && P.length === 3));
    },
  );

  test.each(named(fails))('%s: fifty digits say so too', (_name, question) => {
    const setting = { ...model.first, ...question, ...outcomeOf(question).found! };
    const { left, right } = compared(setting);
    const at = (of: string): number => Number(oracleValue(of, model.givens(setting)));
    const { relation } = claimOf(question.property, setting.P.length);
    if (relation === 'finite') expect(at(left.of)).toBe(Infinity);
    else if (relation === 'zero') expect(at(left.of)).toBe(0);
    else if (relation === 'equal') expect(at(left.of)).not.toBeCloseTo(at(right!.of), 6);
    else expect(at(left.of)).toBeGreaterThan(at(right!.of));
  });
});

/** Every seventh, another seventh for each property, so that a run is short; `ALL=1` takes all. */
const some = holds.filter((_, k) => process.env['ALL'] === '1' || k % 7 === 3);

describe('where a property holds', () => {
  test.each(named(some))('%s: a search finds nothing', (_name, question) => {
    expect(outcomeOf(question, 2)).toEqual({ smallest: false });
  });
});

describe('the search', () => {
  const question: Question = { property: 'root', divergence: 'jeffreys', constant: '1' };

  test('finds the same from the same seed', () => {
    expect(ran(question, 5)).toEqual(ran(question, 5));
  });

  test('finds the same smallest one from every seed, as it tries all that is smaller', () => {
    expect(outcomeOf(question, 3)).toEqual(outcomeOf(question, 4));
  });

  test('shrinks a large violation to small fractions, and never out of one', () => {
    const aim = { property: 'triangle', divergence: 'kl', constant: '1', finite: false } as const;
    const [P, Q, R] = shrunk(aim, [
      [37, 2, 1, 0],
      [20, 10, 10, 0],
      [3, 17, 20, 0],
    ]);
    expect(verdictOf(aim, { P: P!, Q: Q!, R: R! })).toBe('broken');
    expect(total(P!) + P!.length).toBeLessThan(10);
  });

  test.each(presets.map((preset) => [preset.shows, preset.setting] as const))(
    'finds nothing smaller than what stands under “%s”',
    (_shows, setting) => {
      const { found } = outcomeOf(setting);
      expect(total(found!.P) + found!.P.length).toBe(total(setting.P) + setting.P.length);
    },
  );
});

describe('a verdict', () => {
  const kl = (property: Question['property'], pmfs: Pmfs) =>
    verdictOf({ property, divergence: 'kl', constant: '1' }, pmfs);
  const pair = { P: [1, 1], Q: [1, 3], R: [1, 3] } as const;

  test('is that of the example on the page: a detour by the middle', () => {
    const question: Question = { property: 'triangle', divergence: 'jsd', constant: '1' };
    const pmfs = { P: [2, 0], Q: [1, 1], R: [0, 2] };
    expect(sides(question, pmfs).left).toBeCloseTo(0.6931, 4);
    expect(sides(question, pmfs).right).toBeCloseTo(0.4315, 4);
    expect(verdictOf(question, pmfs)).toBe('broken');
  });

  test('calls nothing broken that rounding alone could have done', () => {
    // Two draws count exactly twice, and doubles say otherwise in the last place of some pairs.
    for (let k = 1; k < 30; k++) {
      const P = [k, 31 - k];
      const Q = [31 - k, k];
      expect(kl('draws', { P, Q, R: Q })).toMatch(/^(?:kept|even)$/);
    }
  });

  test('asks nothing of equal pmfs where they have to differ', () => {
    expect(kl('definite', { ...pair, Q: [1, 1] })).toBe('outside');
  });

  test('sees an infinite value on one side alone', () => {
    expect(kl('finite', { P: [1, 0], Q: [0, 1], R: [0, 1] })).toBe('broken');
    expect(kl('symmetry', { P: [2, 0], Q: [1, 1], R: [1, 1] })).toBe('broken');
    expect(kl('triangle', { P: [1, 0], Q: [0, 1], R: [0, 1] })).toBe('kept');
  });
});

describe('masses', () => {
  test('are written in lowest terms', () => {
    expect([fraction(0, 6), fraction(2, 6), fraction(6, 6), fraction(5, 6)]).toEqual([
      '0',
      '1/3',
      '1',
      '5/6',
    ]);
  });

  test('keep their sum when one of them moves, and when outcomes come and go', () => {
    expect(withShare([3, 2, 1], 0, 4.4)).toEqual([4, 1, 1]);
    expect(withShare([6, 0, 0], 0, 4)).toEqual([4, 1, 1]);
    expect(withOutcomes([3, 2, 1], 2)).toEqual([3, 3]);
    expect(withOutcomes([3, 2, 1], 4)).toEqual([3, 2, 1, 0]);
  });
});

describe('a link', () => {
  test('is refused where pmfs have different denominators, or where nothing is asked', () => {
    expect(model.codec.read('1~~~~1.1~1.2')).toBeUndefined();
    expect(model.codec.read('1~~~~1.1.0~1.1')).toBeUndefined();
    expect(model.codec.read('1~draws~wasserstein')).toBeUndefined();
    expect(model.codec.read('1~~~~1.1~1.1~1.1')).toMatchObject({ P: [1, 1], Q: [1, 1], R: [1, 1] });
  });
});

describe('what the site says of a cell', () => {
  /** How the core calls each, where it declares properties under that name. */
  const declared: Readonly<Partial<Record<DivergenceName, string>>> = {
    kl: 'klDivergence',
    jeffreys: 'jeffreysDivergence',
    jsd: 'jensenShannonDivergence',
    jsdist: 'jensenShannonDistance',
    tv: 'totalVariationDistance',
    hellinger: 'hellingerDistance',
    hellingerSq: 'squaredHellingerDivergence',
    triangular: 'triangularDiscrimination',
    chiSq: 'chiSquaredDivergence',
    neyman: 'neymanChiSquaredDivergence',
    bhattacharyya: 'bhattacharyyaDivergence',
    renyiHalf: 'renyiDivergence(0.5)',
    renyi2: 'renyiDivergence(2)',
    geometric: 'geometricJensenShannonDivergence',
    reverse: 'klDivergence',
    renyi0: 'renyiDivergence(0)',
    wasserstein: 'wassersteinDistance',
  };
  const index = loadSiteIndex();
  const tabled = Object.entries(declared).filter(
    ([name]) => !['reverse', 'renyi0', 'wasserstein'].includes(name),
  );
  const rows = tabled.flatMap(([name, of]) =>
    (
      [
        ['symmetry', 'symmetric'],
        ['bound', 'upperBound'],
        ['finite', 'finiteOnDisjointSupports'],
      ] as const
    ).map(([property, declares]) => [name as DivergenceName, of, property, declares] as const),
  );

  test.each(Object.entries(declared))('%s is declared as the core declares %s', (name, of) => {
    const properties = declaredProperties(of);
    expect(properties).toMatchObject(divergenceOf(name as DivergenceName).declared);
  });

  test.each(rows)('%s, %s: %s leads to what settles %s', (divergence, of, property, declares) => {
    const { at } = cellOf({ property, divergence, constant: '3' })!;
    const known = settlersOf(of, declares, index).map((item) => `/${item.replace(/\/([^/]+)$/, '/#$1')}`);
    expect(known).toContain(at);
  });
});
