import fc from 'fast-check';
import { mostOutcomes, share, whole } from '../../components/labs/masses.ts';
import {
  cleanLabel,
  defaultLabels,
  type Pair,
  type Setting,
} from '../../components/labs/pair-editor/model.ts';
import type { Triple } from '../../components/labs/pair-editor/detour.ts';
import { quantityNames } from '../../components/labs/pair-editor/quantities.ts';

const masses = (outcomes: number): fc.Arbitrary<readonly number[]> =>
  fc
    .array(fc.oneof(fc.constant(0), fc.nat(5), fc.nat(whole)), { minLength: outcomes, maxLength: outcomes })
    .map((weights) => share(whole, weights));

export const pairs: fc.Arbitrary<Pair> = fc
  .oneof(
    { weight: 9, arbitrary: fc.integer({ min: 2, max: 12 }) },
    fc.integer({ min: 13, max: mostOutcomes }),
  )
  .chain((outcomes) =>
    fc.record({
      P: masses(outcomes),
      Q: masses(outcomes),
      R: fc.option(masses(outcomes), { nil: undefined }),
      labels: fc.oneof(
        fc.constant(defaultLabels(outcomes)),
        fc
          .array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: outcomes, maxLength: outcomes })
          .map((texts) => texts.map((text, x) => cleanLabel(text) || defaultLabels(outcomes)[x]!)),
      ),
    }),
  )
  .map(({ R, ...pair }) => (R ? { ...pair, R } : pair));

/** Three pmfs on the same outcomes; often two of them are equal, or the third is the mixture that the figure starts with. */
export const triples: fc.Arbitrary<Triple> = fc
  .tuple(pairs, fc.constantFrom('P', 'Q', 'mixture', 'other', 'other', 'other', 'other'))
  .map(([{ R, ...pair }, third]) => {
    const { P, Q } = pair;
    if (third === 'P' || third === 'Q') return { ...pair, R: pair[third] };
    const even = share(
      whole,
      P.map((mass, x) => mass + Q[x]!),
    );
    return { ...pair, R: third === 'other' && R ? R : even };
  });

export const settings: fc.Arbitrary<Setting> = fc.record({
  pair: pairs,
  unit: fc.constantFrom('nats' as const, 'bits' as const),
  chosen: fc.constantFrom(...quantityNames),
});
