import type { LabModel } from '../frame/contract.ts';
import { allReadings } from './readings.ts';
import { living } from './setting.ts';
import type { Setting } from './solution.ts';
import { solve } from './solver.ts';

export const model: LabModel<Setting> = {
  ...living,
  readings: (setting) => allReadings(setting, solve(setting)),
};
