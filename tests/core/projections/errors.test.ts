import { expect, test } from 'vitest';
import { fromWeights, informationProjection, momentProjection, pmf } from '../../../src/core/index.ts';
import { refusals, untyped } from '../refusals.ts';

const die = fromWeights([1, 1, 1, 1, 1, 1]);
const faces = [1, 2, 3, 4, 5, 6];
const odd = [1, 0, 1, 0, 1, 0];

test('information projections say what was received and what is required', () => {
  expect(
    refusals(
      () => informationProjection(untyped([0.5, 0.5]), { statistics: [faces], expectations: [1] }),
      () => informationProjection(die, { statistics: untyped(3), expectations: [1] }),
      () => informationProjection(die, { statistics: [], expectations: [] }),
      () => informationProjection(die, { statistics: untyped(faces), expectations: [1] }),
      () => informationProjection(die, { statistics: [[1, 2]], expectations: [1] }),
      () => informationProjection(die, { statistics: [[1, 2, 3, 4, 5, NaN]], expectations: [1] }),
      () => informationProjection(die, { statistics: [faces], expectations: [1, 2] }),
      () => informationProjection(die, { statistics: [faces], expectations: [Infinity] }),
      () =>
        informationProjection(fromWeights(new Float64Array(1e6).fill(1)), {
          statistics: [faces, faces, faces],
          expectations: [0],
        }),
    ),
  ).toMatchInlineSnapshot(`
    "informationProjection: q is a plain array; build it with pmf() or fromWeights()
    informationProjection: statistics is 3; it must be an array of 1 to 64 arrays, each a number for every outcome
    informationProjection: statistics has 0 entries; it must be an array of 1 to 64 arrays, each a number for every outcome
    informationProjection: statistics[0] is a number; it must be an array or typed array of numbers
    informationProjection: statistics[0] has 2 entries and there are 6 outcomes; it must have one for each
    informationProjection: statistics[0][5] is NaN; every entry must be a number within ±1e100
    informationProjection: there are 1 statistics and 2 expectations; each statistic needs one
    informationProjection: expectations[0] is Infinity; every entry must be a number within ±1e100
    informationProjection: there are 1000000 outcomes and 3 statistics; outcomes × statistics² must be at most 1000000"
  `);
});

test('expectations that no pmf has are refused, whichever way they are impossible', () => {
  expect(
    refusals(
      () => informationProjection(die, { statistics: [faces], expectations: [7] }),
      () => informationProjection(die, { statistics: [faces], expectations: [6 + 1e-9] }),
      () => informationProjection(die, { statistics: [faces, faces], expectations: [4, 4.1] }),
      () => informationProjection(die, { statistics: [faces, odd], expectations: [6, 0.5] }),
      () => informationProjection(die, { statistics: [faces.map(() => 2)], expectations: [3] }),
      () => informationProjection(pmf([0.5, 0.5, 0]), { statistics: [[0, 1, 2]], expectations: [1.5] }),
    ),
  ).toMatchInlineSnapshot(`
    "informationProjection: no pmf on the 6 outcomes of q has the expectations [7]; they must lie in the convex hull of the statistics' values there
    informationProjection: no pmf on the 6 outcomes of q has the expectations [6.000000001]; they must lie in the convex hull of the statistics' values there
    informationProjection: no pmf on the 6 outcomes of q has the expectations [4, 4.1]; they must lie in the convex hull of the statistics' values there
    informationProjection: no pmf on the 6 outcomes of q has the expectations [6, 0.5]; they must lie in the convex hull of the statistics' values there
    informationProjection: no pmf on the 6 outcomes of q has the expectations [3]; they must lie in the convex hull of the statistics' values there
    informationProjection: no pmf on the 2 outcomes of q has the expectations [1.5]; they must lie in the convex hull of the statistics' values there"
  `);
});

test('moment projections say what was received and what is required', () => {
  const q = pmf([0.5, 0.5]);
  expect(
    refusals(
      () => momentProjection(untyped([1]), { statistics: [[1]] }),
      () => momentProjection(q, { statistics: [[1]] }),
      () => momentProjection(q, { statistics: [[0, 1]], base: untyped([0.5, 0.5]) }),
      () => momentProjection(q, { statistics: [[0, 1]], base: pmf([1]) }),
      () => momentProjection(q, { statistics: [[0, 1]], base: pmf([1, 0]) }),
    ),
  ).toMatchInlineSnapshot(`
    "momentProjection: q is a plain array; build it with pmf() or fromWeights()
    momentProjection: statistics[0] has 1 entries and there are 2 outcomes; it must have one for each
    momentProjection: base is a plain array; build it with pmf() or fromWeights()
    momentProjection: q has 2 outcomes and base has 1; both must be pmfs on the same outcomes
    momentProjection: q[1] is 0.5 and base[1] is 0; the members must have mass where q has, or D(q ‖ p) is infinite for all"
  `);
});

test('a base over 250 decades whose dual is flat to the last bit is refused, not answered wrongly', () => {
  const q = fromWeights([2.46e-249, 4.91e-103, 4.31e-265, 1.1e-166]);
  const statistics = [
    [0.9027981185354292, 0.5103911310434341, -0.7304639820940793, 0.9123407984152436],
    [0.539618079084903, 0.2552247438579798, 0.4389061494730413, 0.7305875597521663],
    [-0.2699675797484815, 0.6864551045000553, 0.15495390025898814, -0.8870354620739818],
  ];
  expect(
    refusals(() => informationProjection(q, { statistics, expectations: [0.479, 0.58, -0.374] })),
  ).toMatchInlineSnapshot(
    `"informationProjection: Newton's method did not settle; the expectations [0.479, 0.58, -0.374] must not lie so near the boundary of the convex hull of the statistics' values"`,
  );
});

test('expectations on a facet of the hull are accepted although rounding puts them beside it', () => {
  // Three points of the plane x + y + z = 1, and three below it.
  const statistics = [
    [0.1, 0.3, 0.55, 0, 0.2, -1],
    [0.2, 0.3, 0.15, 0, 0.1, 0.3],
    [0.7, 0.4, 0.3, 0, 0.6, 0.4],
  ];
  const p = fromWeights([775, 231, 7, 0, 0, 0]);
  const expectations = statistics.map((f) => f.reduce((sum, v, x) => sum + v * p[x]!, 0));
  const found = informationProjection(fromWeights([4, 6, 2, 2, 5, 6]), { statistics, expectations });
  expect(found.interior).toBe(false);
  p.forEach((mass, x) => expect(found.pmf[x]).toBeCloseTo(mass, 11));
});
