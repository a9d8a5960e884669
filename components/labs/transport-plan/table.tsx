import { decimalOf } from '../masses.ts';
import { Formula, Letter } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import { gluedPlan, planOf } from './couplings.ts';
import { entryReading, glued, gluedEntry, type Setting } from './model.ts';
import { places, type Side } from './places.ts';

const Margin = ({
  of,
  place,
  mass,
}: {
  readonly of: Side;
  readonly place: number;
  readonly mass: number;
}) => (
  <td class="margin">
    <data value={decimalOf(mass)} data-given={`${of}(${place})`}>
      {decimalOf(mass)}
    </data>
  </td>
);

/** The coupling as a table: a row for each place of P, a column for each place of the last row, and the sums of both in the margins. */
export function PlanTable({ setting }: { readonly setting: Setting }) {
  const { P, Q, coupling, rows } = setting;
  const last = rows === 'two' ? 'Q' : 'R';
  const plan = rows === 'two' ? planOf(coupling, P, Q) : gluedPlan(glued(setting));
  const read = rows === 'two' ? entryReading : gluedEntry;
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label="The coupling as a table">
      <table class="plan-table">
        <thead>
          <tr>
            <td>
              <Formula words={`from x, down, to ${rows === 'two' ? 'y' : 'z'}, across`}>
                <Letter of="x" /> ↓ <Letter of={rows === 'two' ? 'y' : 'z'} /> →
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
                const entry = read(coupling, x, y, plan);
                return (
                  <td key={y} class="entry" style={{ '--share': entry ? entry.value : 0 }}>
                    {entry && <Quantity {...entry} />}
                  </td>
                );
              })}
              <Margin of="P" place={x} mass={P[x - 1]!} />
            </tr>
          ))}
          {/* Written whole: the build drops the rules of classes that stand nowhere. */}
          <tr class={last === 'Q' ? 'foot foot-Q' : 'foot foot-R'}>
            <th scope="row">
              <Letter of={last} />
            </th>
            {places.map((y) => (
              <Margin key={y} of={last} place={y} mass={setting[last][y - 1]!} />
            ))}
            <td></td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
