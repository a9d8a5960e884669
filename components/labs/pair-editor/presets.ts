import { defaultLabels, type Pair } from './model.ts';

interface Preset {
  readonly name: string;
  /** What the pair shows; the text of its button. */
  readonly shows: string;
  readonly pair: Pair;
}

const preset = <const Name extends string>(name: Name, shows: string, P: number[], Q: number[]) => ({
  name,
  shows,
  pair: { P, Q, labels: defaultLabels(P.length) },
});

export const presets = [
  preset('script', 'the script’s pair', [100_000, 200_000, 700_000], [800_000, 100_000, 100_000]),
  preset('symmetric', 'a symmetric pair', [300_000, 700_000], [700_000, 300_000]),
  preset('disjoint', 'disjoint supports', [400_000, 600_000, 0, 0], [0, 0, 500_000, 500_000]),
  preset('near', 'nearly equal', [200_000, 300_000, 500_000], [200_001, 299_999, 500_000]),
  preset('zero', 'a zero in Q', [300_000, 300_000, 400_000], [500_000, 0, 500_000]),
] as const satisfies readonly Preset[];

export type PresetName = (typeof presets)[number]['name'];

export const presetPair = (name: PresetName): Pair => presets.find((one) => one.name === name)!.pair;
