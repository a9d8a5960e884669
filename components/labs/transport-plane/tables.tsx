import { decimal } from '../frame/grid.ts';
import { Formula, Letter } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import type { Reading } from '../reading.ts';
import { type Group, groups, type Name, Named } from './names.tsx';
import { fraction, ordinals, square, totalOf } from './points.ts';
import {
  biasReading,
  divergenceReading,
  earnedReading,
  gapReading,
  givensWithPlan,
  leastReading,
  movedReading,
  planReadings,
  potentialReading,
  priceReading,
  selfReading,
  worthReading,
} from './readings.ts';
import { endOf, type Setting, type Solution } from './solution.ts';
import { sideAt } from './moves.ts';

export const readings: Readonly<Record<Name, (setting: Setting, solution: Solution) => Reading | undefined>> =
  {
    least: leastReading,
    earned: earnedReading,
    gap: gapReading,
    moved: movedReading,
    bias: biasReading,
    price: priceReading,
    worth: worthReading,
    P: (...of) => selfReading('P', ...of),
    Q: (...of) => selfReading('Q', ...of),
    divergence: divergenceReading,
  };

interface Solved {
  readonly setting: Setting;
  readonly solution: Solution;
}

/** A number, or that there is none of it at this end of ε. */
export function Amount({ name, setting, solution }: Solved & { readonly name: Name }) {
  const reading = readings[name](setting, solution);
  return reading ? <Quantity {...reading} /> : <span class="none">none</span>;
}

interface AmountsProps {
  readonly of: Group;
  readonly setting: Setting;
  /** While a point moves, the numbers wait. */
  readonly solution: Solution | undefined;
}

export const Amounts = ({ of, setting, solution }: AmountsProps) => (
  <dl class="readings">
    {groups[of].map((name) => (
      <div key={name} class={name === 'divergence' || name === 'worth' ? 'summed' : undefined}>
        <dt>
          <Named name={name} order={setting.order} end={endOf(setting)} />
        </dt>
        <dd>{solution ? <Amount {...{ name, setting, solution }} /> : <span class="none">…</span>}</dd>
      </div>
    ))}
  </dl>
);

/** The points, with what they weigh and their potentials. */
export const PointTable = ({ setting, solution }: Solved) => {
  const { P, Q } = setting;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">point</th>
          <th scope="col">
            <Letter of="ξ" />
          </th>
          <th scope="col">
            <Letter of="η" />
          </th>
          <th scope="col">mass</th>
          <th scope="col">potential</th>
        </tr>
      </thead>
      <tbody>
        {[...P, ...Q].map((point, k) => {
          const [side, index] = sideAt(setting, k);
          const mass = fraction(point.weight, totalOf(setting[side]));
          return (
            <tr key={k}>
              <th scope="row">
                {ordinals[index]} of <Letter of={side} />
              </th>
              <td>
                <span data-given={`\\xi(${k + 1})`}>{decimal(square, point.x)}</span>
              </td>
              <td>
                <span data-given={`\\eta(${k + 1})`}>{decimal(square, point.y)}</span>
              </td>
              <td>
                <span data-given={`${side}(${k + 1})`}>{mass}</span>
              </td>
              <td>
                <Quantity {...potentialReading(k, setting, solution)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

/** The exact plan, with the sums of its rows and columns, which are the masses. */
export function PlanTable({ setting, solution }: Solved) {
  const { P, Q } = setting;
  const { entry, row, column, cost } = planReadings(setting, solution);
  return (
    <table data-givens={JSON.stringify(givensWithPlan(setting, solution))}>
      <thead>
        <tr>
          <th scope="col">
            <Formula words="exact plan, from the points of P, down, to those of Q, across">
              <Letter of="P" /> ↓ <Letter of="Q" /> →
            </Formula>
          </th>
          {Q.map((_, j) => (
            <th key={j} scope="col">
              {ordinals[j]}
            </th>
          ))}
          <th scope="col">sum</th>
        </tr>
      </thead>
      <tbody>
        {P.map((_, i) => (
          <tr key={i}>
            <th scope="row">{ordinals[i]}</th>
            {Q.map((_other, j) => {
              const mass = entry(i, j);
              return <td key={j}>{mass && <Quantity {...mass} />}</td>;
            })}
            <td>
              <Quantity {...row(i)} />
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">sum</th>
          {Q.map((_, j) => (
            <td key={j}>
              <Quantity {...column(j)} />
            </td>
          ))}
          <td></td>
        </tr>
        <tr>
          <th scope="row">its cost</th>
          <td colSpan={Q.length + 1}>
            <Quantity {...cost} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}
