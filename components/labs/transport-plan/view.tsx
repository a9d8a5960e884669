import type { ComponentChildren } from 'preact';
import { percent } from '../../charts/scale.ts';
import { Choice } from '../frame/choice.tsx';
import { Frame } from '../frame/frame.tsx';
import { type Lab, useLab } from '../frame/lab.ts';
import { PmfRanges } from '../frame/pmf-ranges.tsx';
import { Call, Formula, Letter } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import { type CouplingName, couplingNames, places } from './couplings.ts';
import { Drawing } from './drawing.tsx';
import { costReading, distanceReading, model, type Order, orders, presets, type Setting } from './model.ts';
import { PlanTable } from './table.tsx';

export interface Props {
  readonly name?: string;
}

const couplingWords: Readonly<Record<CouplingName, string>> = {
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

const sign = (order: Order): string => (order === 'inf' ? '∞' : order);

const Distance = ({ order }: { readonly order: Order }) => (
  <Formula words={`Wasserstein distance of order ${orderWords[order]}`}>
    <span data-sym="">
      <Call
        name={
          <>
            <Letter of="W" />
            <sub>{sign(order)}</sub>
          </>
        }
        of={['P', 'Q']}
      />
    </span>
  </Formula>
);

/** What is worth saying of the setting. */
function whatIsSeen({ P, Q, order }: Setting): string {
  if (P.every((mass, x) => mass === Q[x]))
    return 'P and Q are equal: all mass can stay where it is, so the least cost is zero.';
  if ([P, Q].some((masses) => masses.filter((mass) => mass > 0).length === 1))
    return 'One of the two is a point mass, so there is one coupling only: all three are the same.';
  if (order === 'inf') return 'Of this order only the farthest move counts, however little mass makes it.';
  return 'Every coupling costs at least as much as the one that joins quantiles: the infimum over couplings is a least cost.';
}

interface CostProps {
  readonly order: Order;
  readonly setting: Setting;
}

const Row = ({
  name,
  value,
  cost,
  drawn = false,
}: {
  readonly name: ComponentChildren;
  readonly value: ComponentChildren;
  readonly cost: number;
  readonly drawn?: boolean;
}) => (
  <tr class={drawn ? 'drawn' : undefined}>
    <th scope="row">{name}</th>
    <td class="cost-bar" aria-hidden="true">
      <span style={{ width: percent(cost / (places.length - 1)) }} />
    </td>
    <td>{value}</td>
  </tr>
);

/** What each coupling costs, and the least that any does. */
function Costs({ order, setting }: CostProps) {
  const least = distanceReading(order, setting);
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
        {couplingNames.map((name) => {
          const cost = costReading(name, order, setting);
          return (
            <Row
              key={name}
              name={couplingWords[name]}
              value={<Quantity {...cost} />}
              cost={cost.value}
              drawn={name === setting.coupling}
            />
          );
        })}
        <Row
          name={
            <>
              least of all, <Distance order={order} />
            </>
          }
          value={<Quantity {...least} />}
          cost={least.value}
        />
      </tbody>
    </table>
  );
}

/** Every order at once. */
const AllCosts = ({ setting }: { readonly setting: Setting }) => (
  <table data-givens={JSON.stringify(model.givens(setting))}>
    <thead>
      <tr>
        <th scope="col">order</th>
        {couplingNames.map((name) => (
          <th key={name} scope="col">
            {couplingWords[name]}
          </th>
        ))}
        <th scope="col">least of all</th>
      </tr>
    </thead>
    <tbody>
      {orders.map((order) => (
        <tr key={order}>
          <th scope="row" data-sym="">
            {sign(order)}
          </th>
          {couplingNames.map((name) => (
            <td key={name}>
              <Quantity {...costReading(name, order, setting)} />
            </td>
          ))}
          <td>
            <Quantity {...distanceReading(order, setting)} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Announcement = ({ lab }: { readonly lab: Lab<Setting> }) => {
  const setting = lab.announced.value;
  if (!setting) return null;
  const { order, coupling } = setting;
  return (
    <span data-givens={JSON.stringify(model.givens(setting))}>
      The coupling that is drawn, {couplingWords[coupling]}, costs{' '}
      <Quantity {...costReading(coupling, order, setting)} />. The least of all costs is{' '}
      <Quantity {...distanceReading(order, setting)} />.
    </span>
  );
};

/** Two distributions on four places, couplings of the two as ribbons and as a table, and what they cost. */
export function TransportPlan({ name }: Props) {
  const lab = useLab(model, name);
  const setting = lab.setting.value;
  return (
    <Frame
      lab={lab}
      label="Couplings of two distributions on a line"
      figure={<Drawing lab={lab} />}
      readout={
        <>
          <Costs order={setting.order} setting={setting} />
          <p class="said">{whatIsSeen(setting)}</p>
          <PlanTable name={setting.coupling} setting={setting} />
        </>
      }
      controls={
        <>
          <Choice
            lab={lab}
            id="coupling"
            label="Coupling"
            visible
            value={setting.coupling}
            options={couplingNames.map((value) => ({ value, shown: couplingWords[value] }))}
            set={(from, coupling) => ({ ...from, coupling })}
          />
          <Choice
            lab={lab}
            id="order"
            label="Order"
            visible
            value={setting.order}
            options={orders.map((value) => ({ value, shown: <span data-sym="">{sign(value)}</span> }))}
            set={(from, order) => ({ ...from, order })}
          />
          <div class="pmfs">
            {(['P', 'Q'] as const).map((of) => (
              <PmfRanges
                key={of}
                lab={lab}
                of={of}
                masses={setting[of]}
                get={(from) => from[of]}
                set={(from, masses) => ({ ...from, [of]: masses })}
              />
            ))}
          </div>
        </>
      }
      presets={presets}
      table={<AllCosts setting={lab.settled.value} />}
      announcement={<Announcement lab={lab} />}
    />
  );
}
