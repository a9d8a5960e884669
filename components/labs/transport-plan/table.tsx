import { decimalOf } from '../masses.ts';
import { Formula, Letter } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import { type CouplingName, places, planOf } from './couplings.ts';
import { entryReading, type Setting } from './model.ts';

const Margin = ({
  of,
  place,
  mass,
}: {
  readonly of: 'P' | 'Q';
  readonly place: number;
  readonly mass: number;
}) => (
  <td class="margin">
    <data value={decimalOf(mass)} data-given={`${of}(${place})`}>
      {decimalOf(mass)}
    </data>
  </td>
);

/** A coupling as a table: a row for each place of P, a column for each place of Q, and the sums of both in the margins. */
export function PlanTable({ name, setting }: { readonly name: CouplingName; readonly setting: Setting }) {
  const { P, Q } = setting;
  const plan = planOf(name, P, Q);
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label="The coupling as a table">
      <table class="plan-table">
        <thead>
          <tr>
            <td>
              <Formula words="from x, down, to y, across">
                <Letter of="x" /> ↓ <Letter of="y" /> →
              </Formula>
            </td>
            {places.map((y) => (
              <th key={y} scope="col" data-sym="">
                {y}
              </th>
            ))}
            <th scope="col">
              <Letter of="P" />
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map((x) => (
            <tr key={x}>
              <th scope="row" data-sym="">
                {x}
              </th>
              {places.map((y) => {
                const entry = entryReading(name, x, y, plan);
                return (
                  <td key={y} class="entry" style={{ '--share': entry ? entry.value : 0 }}>
                    {entry && <Quantity {...entry} />}
                  </td>
                );
              })}
              <Margin of="P" place={x} mass={P[x - 1]!} />
            </tr>
          ))}
          <tr class="foot">
            <th scope="row">
              <Letter of="Q" />
            </th>
            {places.map((y) => (
              <Margin key={y} of="Q" place={y} mass={Q[y - 1]!} />
            ))}
            <td></td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
