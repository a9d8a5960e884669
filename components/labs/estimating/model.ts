import type { Givens, LabModel } from '../frame/contract.ts';
import type { Reading } from '../reading.ts';
import { dimensions, sizesOf } from './kinds.ts';
import {
  biasReading,
  binnedReading,
  columnGivens,
  columnOf,
  drawnReading,
  expectedBias,
  finiteMeanReading,
  meanReading,
  slopeReading,
  spreadReading,
  truthReading,
} from './readings.ts';
import { runOf } from './results.ts';
import type { Run } from './run.ts';
import { codec, concerns, first, grids, type Parameter, type Setting, sizeOf, textOf } from './setting.ts';

const symbols: Readonly<Record<Parameter, string>> = {
  mean: 'mean',
  width: 'deviation',
  bins: 'bins',
  neighbours: 'neighbours',
  seed: 'seed',
};

export const parameters = Object.keys(grids) as readonly Parameter[];
/** What a parameter is called among the givens. */
export const givenOf = (parameter: Parameter): string => symbols[parameter];

type Shown = Reading & { readonly givens?: Givens };

/** Every number that a run gives for its setting. */
function readingsOf(run: Run, setting: Setting): readonly Shown[] {
  const { kind } = setting;
  const series = kind === 'cube' ? dimensions.map((_, k) => k) : [0];
  const columns = series.flatMap((k) => sizesOf(kind, k).map((size) => columnOf(run, size, k)));
  const size = sizeOf(setting);
  return [
    ...columns.flatMap((column) =>
      [
        meanReading(setting, column),
        finiteMeanReading(setting, column),
        spreadReading(setting, column),
        ...(column.size === size && kind !== 'cube' ? [biasReading(setting, column)] : []),
      ].flatMap((reading) => (reading ? [{ ...reading, givens: columnGivens(column) }] : [])),
    ),
    ...[drawnReading(run, size), expectedBias(setting, size)].filter((reading) => reading !== undefined),
    ...(kind === 'cube' ? series.map((k) => slopeReading(run, k)) : []),
  ];
}

export const model: LabModel<Setting> = {
  name: 'estimating',
  first,
  codec,
  givens: (setting) => ({
    draws: sizeOf(setting),
    ...Object.fromEntries(
      parameters
        .filter((parameter) => concerns(setting.kind, parameter))
        .map((parameter) => [givenOf(parameter), textOf(parameter, setting)]),
    ),
  }),
  /** While its samples have not been drawn, a setting shows what is true and no estimate. */
  readings: (setting) => {
    const run = runOf(setting);
    const binned = binnedReading(setting);
    return [
      ...(setting.kind === 'cube' ? [] : [truthReading(setting)]),
      ...(binned ? [binned] : []),
      ...(run ? readingsOf(run, setting) : []),
    ];
  },
};
