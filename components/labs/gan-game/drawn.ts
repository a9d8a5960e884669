import { type Grid, nearestStep } from '../frame/grid.ts';
import { nudged } from '../frame/handle.tsx';
import { cells, shiftGrid } from './line.ts';
import type { Setting } from './model.ts';
import { numberOf, share } from './share.ts';

/** What a hand can draw: answers in hundredths. */
const answerGrid: Grid = { places: 2, least: 0, most: 100, step: 5 };
const pencil: Grid = { ...answerGrid, step: 1 };

const within = (least: number, most: number, value: number): number => Math.min(most, Math.max(least, value));

/** A straight line from the answer in the cell `from` to one at a place along the line: all cells on the way take their answers from it. */
export function drawn(setting: Setting, from: number, place: number, answer: number): Setting {
  const to = within(0, cells - 1, Math.floor(place));
  const begun = numberOf(setting.answers[from]!);
  const answers = setting.answers.map((known, x) => {
    if (x < Math.min(from, to) || x > Math.max(from, to)) return known;
    const part = from === to ? 1 : (x - from) / (to - from);
    return x === from && from !== to
      ? known
      : share(within(0, 100, nearestStep(pencil, begun + part * (answer - begun))), 100);
  });
  return { ...setting, answers };
}

/** One answer moved by so many steps. */
export function nudgedAnswer(setting: Setting, cell: number, steps: number): Setting {
  const hundredths = nearestStep(pencil, numberOf(setting.answers[cell]!));
  const moved = share(nudged(answerGrid, hundredths, steps), 100);
  return { ...setting, answers: setting.answers.map((known, x) => (x === cell ? moved : known)) };
}

export const slid = (setting: Setting, shift: number): Setting => ({
  ...setting,
  shift: within(shiftGrid.least, shiftGrid.most, nearestStep(shiftGrid, shift)),
});

export const nudgedShift = (setting: Setting, steps: number): Setting => ({
  ...setting,
  // A tenth is as fine as the shift can be; an arrow key moves by it, a page key by a cell.
  shift: nudged(shiftGrid, setting.shift, steps),
});
