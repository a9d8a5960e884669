import { useMemo } from 'preact/hooks';
import { parts, ringPath, ringsOf, type SimplexField, tall } from '../../charts/simplex.ts';
import { Handle } from '../frame/handle.tsx';
import type { Lab } from '../frame/lab.ts';
import { divergenceOf } from './divergences.ts';
import {
  ballOf,
  differenceLevels,
  fieldKey,
  landscape,
  levelOfBall,
  levelOfDifference,
  levelOfExcess,
} from './landscape.ts';
import { type Drawing, type Letter, letters, model, type Setting } from './model.ts';
import { massesAt, nudged, type Place, placeOf } from './triangle.ts';

/** Steps of the grid and halvings for each crossing: in the page, under the hand, and at rest. */
const finenesses = { page: [24, 3], moving: [24, 0], still: [56, 3] } as const;
type Fineness = keyof typeof finenesses;

interface Area {
  readonly field: SimplexField;
  readonly level: number;
  readonly tone: string;
  readonly halvings: number;
  /** Filled, a line, or both. */
  readonly as?: 'area' | 'line' | 'both';
}

/** The points of the triangle where a field reaches a level. */
function Region({ field, level, tone, halvings, as = 'both' }: Area) {
  const rings = ringsOf(field, level, halvings);
  const path = (closed: boolean): string => rings.map((ring) => ringPath(field.steps, ring, closed)).join('');
  return (
    <>
      {as !== 'line' && <path class={`area ${tone}`} fill-rule="evenodd" d={path(true)} />}
      {as !== 'area' && <path class={`level ${tone}`} d={path(false)} />}
    </>
  );
}

/** The field turned upside down: where it is at most a level. */
const reversed = (field: SimplexField): SimplexField => ({
  ...field,
  height: (...x) => -field.height(...x),
  values: field.values.map((value) => (value === -Infinity ? value : -value)),
});

/** All that does not depend on Q. */
function regionsOf(setting: Setting, field: SimplexField, halvings: number) {
  const { drawn, by } = setting;
  const shared = { field, halvings };
  if (drawn === 'triangle') return <Region {...shared} level={levelOfExcess} tone="shortcut" />;
  if (drawn !== 'asymmetry')
    return divergenceOf(by).levels.map((level) => (
      <Region key={level} {...shared} level={levelOfBall(level)} tone="plain" as="line" />
    ));
  const below = reversed(field);
  return [0, ...differenceLevels].flatMap((level) => {
    const at = level === 0 ? levelOfExcess : levelOfDifference(level);
    return [
      <Region key={`+${level}`} {...shared} level={at} tone="of-Q" />,
      <Region key={`-${level}`} halvings={halvings} field={below} level={at} tone="of-P" />,
    ];
  });
}

function Ground({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  const key = fieldKey(setting);
  const still = key === fieldKey(lab.settled.value);
  const fineness: Fineness = !lab.alive.value ? 'page' : still ? 'still' : 'moving';
  const [steps, halvings] = finenesses[fineness];
  const field = useMemo(() => landscape(setting, steps), [key, steps]);
  const lines = useMemo(() => regionsOf(setting, field, halvings), [field, halvings]);
  const { drawn } = setting;
  return (
    <>
      {lines}
      {(drawn === 'from' || drawn === 'to') && (
        <Region {...ballOf(setting, steps)} tone="ball of-Q" halvings={3} />
      )}
    </>
  );
}

const at = (setting: Setting, letter: Letter): string => {
  const { x, y } = placeOf(setting[letter]);
  return `${Math.round(x * parts)} ${Math.round(y * tall)}`;
};

/** The straight way and the detour. */
const Ways = ({ setting }: { readonly setting: Setting }) => (
  <>
    <path class="curve way" d={`M${at(setting, 'P')}L${at(setting, 'R')}`} />
    <path class="curve way by-Q" d={`M${at(setting, 'P')}L${at(setting, 'Q')}L${at(setting, 'R')}`} />
  </>
);

const titles: Readonly<Record<Drawing, string>> = {
  triangle: 'the points by which the way from P to R is shorter than the straight one, shaded',
  from: 'level lines of the divergence from P, and the ball that Q is on the rim of',
  to: 'level lines of the divergence to P, and the ball that Q is on the rim of',
  asymmetry:
    'the divergence to P less that from P: solid lines where it is negative, dashed ones where it is positive',
};

const movedBy = (letter: Letter) => ({
  drag: (from: Setting, place: Place): Setting => ({ ...from, [letter]: massesAt(place) }),
  nudge: (now: Setting, right: number, up: number): Setting => ({
    ...now,
    [letter]: nudged(now[letter], right, up),
  }),
});
const moves = { P: movedBy('P'), Q: movedBy('Q'), R: movedBy('R') };

export const Sides = () => <path class="sides" d={`M0 ${tall}h${parts}L${parts / 2} 0z`} />;
export const viewBox = `-12 -12 ${parts + 24} ${tall + 24}`;

/** The triangle with its three points. */
export function Triangle({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  return (
    <div class="simplex" role="group" aria-label={`The triangle: ${titles[setting.drawn]}`}>
      <div class="simplex-box">
        <svg class="chart" viewBox={`0 0 ${parts} ${tall}`} aria-hidden="true">
          <Sides />
          <Ground lab={lab} />
          {setting.drawn === 'triangle' && <Ways setting={setting} />}
        </svg>
        {(['first', 'second', 'third'] as const).map((outcome) => (
          <span key={outcome} class={`corner ${outcome}`} aria-hidden="true">
            {outcome} outcome
          </span>
        ))}
        {letters.map((letter) => (
          <Handle
            key={letter}
            lab={lab}
            id={letter}
            label={`${letter}: left and right move mass between the first and the second outcome, up and down to and from the third`}
            at={placeOf(setting[letter])}
            along="both"
            tone={letter}
            sign={letter}
            {...moves[letter]}
          />
        ))}
      </div>
    </div>
  );
}

/** The first setting's map alone, for the gallery. */
export const ofFirst = () => regionsOf(model.first, landscape(model.first, 24), 3);
