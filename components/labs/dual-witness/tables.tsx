import { Formula, Letter } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import { places } from '../transport-plan/places.ts';
import {
  bestReading,
  cellReadings,
  earnedReading,
  gapReading,
  meanReading,
  model,
  type Setting,
  distanceReading,
} from './model.ts';
import { ahead, best, names, quantities, type QuantityName, wordsOf } from './names.tsx';
import { cells, isTooSteep } from './witness.ts';

const readings = {
  P: (setting: Setting) => meanReading('P', setting),
  Q: (setting: Setting) => meanReading('Q', setting),
  earned: earnedReading,
  distance: distanceReading,
  gap: gapReading,
} as const;

export const Amount = ({ name, setting }: { readonly name: QuantityName; readonly setting: Setting }) => (
  <Quantity {...readings[name](setting)} />
);

/** What f earns, what the best function earns, and the gap. */
export const Bound = ({ setting }: { readonly setting: Setting }) => (
  <dl class="readings">
    {quantities.map((name) => (
      <div key={name} class={name === 'earned' ? 'earned' : undefined}>
        <dt>
          <Formula words={wordsOf[name]}>{names[name]}</Formula>
        </dt>
        <dd>
          <Amount {...{ name, setting }} />
        </dd>
      </div>
    ))}
  </dl>
);

/** The same sum by parts: what each step of f earns. */
export const Steps = ({ setting }: { readonly setting: Setting }) => (
  <table class="steps">
    <thead>
      <tr>
        <th scope="col">from, to</th>
        <th scope="col">
          step of <Letter of="f" />
        </th>
        <th scope="col">
          <Formula words="how much more of Q than of P lies to the left">{ahead}</Formula>
        </th>
        <th scope="col">product</th>
      </tr>
    </thead>
    <tbody>
      {cells.map((cell) => {
        const { step, ahead: lead, earned } = cellReadings(cell, setting);
        return (
          <tr key={cell} class={isTooSteep(setting.f, cell) ? 'over-one' : undefined}>
            <th scope="row" data-sym="">
              {cell + 1}, {cell + 2}
            </th>
            <td>
              <Quantity {...step} />
            </td>
            <td>
              <Quantity {...lead} />
            </td>
            <td>
              <Quantity {...earned} />
            </td>
          </tr>
        );
      })}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row" colSpan={3}>
          sum, <Formula words={wordsOf.earned}>{names.earned}</Formula>
        </th>
        <td>
          <Quantity {...earnedReading(setting)} />
        </td>
      </tr>
    </tfoot>
  </table>
);

const listed = ['P', 'Q', 'f'] as const;

/** The places, with their masses and the values of f and of the best function. */
export function Places({ setting }: { readonly setting: Setting }) {
  const givens = model.givens(setting);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">place</th>
          {listed.map((name) => (
            <th key={name} scope="col">
              <Letter of={name} />
            </th>
          ))}
          <th scope="col">{best}</th>
        </tr>
      </thead>
      <tbody>
        {places.map((place, x) => (
          <tr key={place}>
            <th scope="row" data-sym="">
              {place}
            </th>
            {listed.map((name) => (
              <td key={name}>
                <data class="g" value={givens[name]![x]} data-given={`${name}(${place})`}>
                  {givens[name]![x]}
                </data>
              </td>
            ))}
            <td>
              <Quantity {...bestReading(x, setting)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
