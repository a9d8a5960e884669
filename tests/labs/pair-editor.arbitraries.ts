import fc from 'fast-check';
import { mostOutcomes, share, whole } from '../../components/labs/masses.ts';
import {
  cleanLabel,
  defaultLabels,
  type Pair,
  type Setting,
} from '../../components/labs/pair-editor/model.ts';
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
      labels: fc.oneof(
        fc.constant(defaultLabels(outcomes)),
        fc
          .array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: outcomes, maxLength: outcomes })
          .map((texts) => texts.map((text, x) => cleanLabel(text) || defaultLabels(outcomes)[x]!)),
      ),
    }),
  );

export const settings: fc.Arbitrary<Setting> = fc.record({
  pair: pairs,
  unit: fc.constantFrom('nats' as const, 'bits' as const),
  chosen: fc.constantFrom(...quantityNames),
});
