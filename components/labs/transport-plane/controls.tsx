import { Choice } from '../frame/choice.tsx';
import type { Lab } from '../frame/lab.ts';
import { Range } from '../frame/range.tsx';
import { Letter } from '../notation.tsx';
import { Epsilon } from './epsilon.tsx';
import { besides, orders } from './setting.ts';
import { chosen, grown, levelled, moved, pointAt, shrunk, sideAt } from './moves.ts';
import { fewest, most, ordinals, square, weights } from './points.ts';
import type { Setting } from './solution.ts';

const sides = ['P', 'Q'] as const;
const besideWords = { potentials: 'potentials', nothing: 'nothing' } as const;

/** The fields of one point, and which it is. */
function ChosenPoint({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  const k = setting.chosen;
  const point = pointAt(setting, k);
  const [side, index] = sideAt(setting, k);
  const name = `${ordinals[index]!} point of ${side}`;
  return (
    <div role="group" aria-label="One point">
      <label class="which">
        <span>Point</span>
        <select
          disabled={!lab.alive.value}
          value={String(k)}
          onChange={(event) => {
            const next = Number(event.currentTarget.value);
            lab.act((from) => chosen(from, next));
          }}
        >
          {[...setting.P, ...setting.Q].map((_, other) => {
            const [of, at] = sideAt(setting, other);
            return (
              <option key={other} value={String(other)} selected={other === k}>
                {ordinals[at]} of {of}
              </option>
            );
          })}
        </select>
      </label>
      {(['x', 'y'] as const).map((coordinate) => (
        <Range
          key={coordinate}
          lab={lab}
          id={coordinate}
          label={`${name}, ${coordinate === 'x' ? 'first' : 'second'} coordinate`}
          symbol={<Letter of={coordinate === 'x' ? 'ξ' : 'η'} />}
          given={`${coordinate === 'x' ? '\\xi' : '\\eta'}(${k + 1})`}
          grid={square}
          value={point[coordinate]}
          set={(from, value) => moved(from, k, { [coordinate]: value })}
        />
      ))}
      <Range
        lab={lab}
        id="weight"
        label={`${name}, its weight`}
        symbol="weight"
        given={`w(${k + 1})`}
        grid={weights}
        value={point.weight}
        set={(from, weight) => moved(from, k, { weight })}
      />
    </div>
  );
}

export function Controls({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  const asleep = !lab.alive.value;
  const [side] = sideAt(setting, setting.chosen);
  const equal = sides.every((of) => setting[of].every(({ weight }) => weight === 1));
  return (
    <>
      <Epsilon lab={lab} />
      <Choice
        lab={lab}
        id="order"
        label="Cost: the distance to the power of"
        visible
        value={setting.order}
        options={orders.map((value) => ({ value, shown: <span data-sym="">{value}</span> }))}
        set={(from, order) => ({ ...from, order })}
      />
      <Choice
        lab={lab}
        id="beside"
        label="Beside the points"
        visible
        value={setting.beside}
        options={besides.map((value) => ({ value, shown: besideWords[value] }))}
        set={(from, beside) => ({ ...from, beside })}
      />
      <ChosenPoint lab={lab} />
      <div class="presets" role="group" aria-label="The points">
        {sides.map((of) => (
          <button
            key={of}
            type="button"
            disabled={asleep || setting[of].length >= most}
            onClick={() => lab.act((from) => grown(from, of))}
          >
            one more of <Letter of={of} />
          </button>
        ))}
        <button
          type="button"
          disabled={asleep || setting[side].length <= fewest}
          onClick={() => lab.act(shrunk)}
        >
          remove this point
        </button>
        <button type="button" disabled={asleep || equal} onClick={() => lab.act(levelled)}>
          equal masses
        </button>
      </div>
    </>
  );
}
