import type { ComponentChildren } from 'preact';
import { percent } from '../../charts/scale.ts';
import { Call, Formula, Letter } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import type { Reading } from '../reading.ts';
import { type CouplingName, couplingNames, type Leg } from './couplings.ts';
import { costReading, distanceReading, gluedReadings, type Order, orders, type Setting } from './model.ts';
import { places } from './places.ts';

export const couplingWords: Readonly<Record<CouplingName, string>> = {
  quantile: 'quantiles joined',
  product: 'independent',
  reversed: 'reversed',
};

const orderWords: Readonly<Record<Order, string>> = {
  1: 'one',
  2: 'two',
  3: 'three',
  inf: 'infinity',
};

const costWords: Readonly<Record<Order, string>> = {
  1: 'mean distance',
  2: 'root of the mean square of the distance',
  3: 'cube root of the mean cube of the distance',
  inf: 'farthest distance that any mass goes',
};

export const sign = (order: Order): string => (order === 'inf' ? '∞' : order);

const Distance = ({ order, leg }: { readonly order: Order; readonly leg: Leg }) => (
  <Formula words={`Wasserstein distance of order ${orderWords[order]} of ${leg.join(' and ')}`}>
    <span data-sym="">
      <Call
        name={
          <>
            <Letter of="W" />
            <sub>{sign(order)}</sub>
          </>
        }
        of={leg}
      />
    </span>
  </Formula>
);

interface Row {
  readonly key: string;
  readonly name: ComponentChildren;
  readonly reading: Reading;
  readonly drawn?: boolean;
  /** Where a row of another kind begins. */
  readonly apart?: boolean;
}

/** What each coupling costs, and the least that any does; of three rows, what the way by Q costs and what the glued coupling does. */
export function costRows(order: Order, setting: Setting): readonly Row[] {
  const least = (leg: Leg): Row => ({
    key: 'least',
    name: (
      <>
        least of all, <Distance order={order} leg={leg} />
      </>
    ),
    reading: distanceReading(order, setting, leg),
    apart: true,
  });
  const { coupling, rows } = setting;
  if (rows === 'two') {
    const cost = (name: CouplingName): Row => ({
      key: name,
      name: couplingWords[name],
      reading: costReading(name, order, setting),
      drawn: name === coupling,
    });
    return [...couplingNames.map(cost), least(['P', 'Q'])];
  }
  const { both, glued } = gluedReadings(order, setting);
  return [
    { key: 'to', name: 'from P to Q', reading: costReading(coupling, order, setting) },
    { key: 'on', name: 'from Q to R', reading: costReading(coupling, order, setting, ['Q', 'R']) },
    { key: 'both', name: 'both together', reading: both, apart: true },
    { key: 'glued', name: 'glued, P to R', reading: glued, drawn: true },
    least(['P', 'R']),
  ];
}

/** The costs with their bars, which are as long as the distances are far. */
export function Costs({ order, setting }: { readonly order: Order; readonly setting: Setting }) {
  const most = (places.length - 1) * (setting.rows === 'two' ? 1 : 2);
  return (
    <table class="costs">
      <thead>
        <tr>
          <th scope="col">coupling</th>
          <th scope="col" colSpan={2}>
            {costWords[order]}
          </th>
        </tr>
      </thead>
      <tbody>
        {costRows(order, setting).map(({ key, name, reading, drawn, apart }) => (
          <tr key={key} class={[drawn && 'drawn', apart && 'apart'].filter(Boolean).join(' ') || undefined}>
            <th scope="row">{name}</th>
            <td class="cost-bar" aria-hidden="true">
              <span style={{ width: percent(reading.value / most) }} />
            </td>
            <td>
              <Quantity {...reading} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same for every order at once. */
export function AllCosts({ setting }: { readonly setting: Setting }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">order</th>
          {costRows('1', setting).map(({ key, name }) => (
            <th key={key} scope="col">
              {key === 'least' ? 'least of all' : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order}>
            <th scope="row" data-sym="">
              {sign(order)}
            </th>
            {costRows(order, setting).map(({ key, reading }) => (
              <td key={key}>
                <Quantity {...reading} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
