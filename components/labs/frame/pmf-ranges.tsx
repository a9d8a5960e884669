import { Letter } from '../notation.tsx';
import { whole, withMass } from '../masses.ts';
import type { Grid } from './grid.ts';
import type { Lab } from './lab.ts';
import { Range } from './range.tsx';

export const millionths: Grid = { places: 6, least: 0, most: whole, step: 10_000 };

interface Props<Setting> {
  readonly lab: Lab<Setting>;
  /** The letter of the pmf: its name among the givens. */
  readonly of: string;
  readonly masses: readonly number[];
  readonly set: (setting: Setting, masses: readonly number[]) => Setting;
  /** The masses of a setting. */
  readonly get: (setting: Setting) => readonly number[];
}

/** A pmf as one slider an outcome: the others share the rest in the proportion they had when the movement began. */
export function PmfRanges<Setting>({ lab, of, masses, set, get }: Props<Setting>) {
  return (
    <div class="pmf-ranges" role="group" aria-label={`masses of ${of}`}>
      {masses.map((mass, x) => (
        <Range
          key={x}
          lab={lab}
          id={`${of}${x + 1}`}
          label={`${of}, mass of an outcome`}
          symbol={
            <span data-sym="">
              <Letter of={of} />({x + 1})
            </span>
          }
          given={`${of}(${x + 1})`}
          grid={millionths}
          value={mass}
          set={(from, value) => set(from, withMass(get(from), x, value))}
        />
      ))}
    </div>
  );
}
