import { Choice } from '../frame/choice.tsx';
import { Frame } from '../frame/frame.tsx';
import { useLab } from '../frame/lab.ts';
import { PmfRanges } from '../frame/pmf-ranges.tsx';
import { Quantity } from '../Quantity.tsx';
import { couplingNames } from './couplings.ts';
import { AllCosts, costRows, Costs, couplingWords, sign } from './costs.tsx';
import { Drawing } from './drawing.tsx';
import { model, orders, presets, rowCounts, type Setting } from './model.ts';
import { PlanTable } from './table.tsx';

export interface Props {
  readonly name?: string;
}

const rowWords = { two: 'P and Q', three: 'P, Q and R, glued at Q' } as const;
const pmfsOf = { two: ['P', 'Q'], three: ['P', 'Q', 'R'] } as const;

/** What is worth saying of the setting. */
function whatIsSeen({ P, Q, order, rows, coupling }: Setting): string {
  if (rows === 'three') {
    const sum = coupling === 'quantile' ? 'the sum of the two distances' : 'the two couplings together';
    return `What has come to a place of Q goes on as the second coupling says, wherever it came from. So glued, the two are one coupling of P and R: it costs at most as much as ${sum}, and at least the distance of P and R.`;
  }
  if (P.every((mass, x) => mass === Q[x]))
    return 'P and Q are equal: all mass can stay where it is, so the least cost is zero.';
  if ([P, Q].some((masses) => masses.filter((mass) => mass > 0).length === 1))
    return 'One of the two is a point mass, so there is one coupling only: all three are the same.';
  if (order === 'inf') return 'Of this order only the farthest move counts, however little mass makes it.';
  return 'Every coupling costs at least as much as the one that joins quantiles: the infimum over couplings is a least cost.';
}

const spoken = (setting: Setting) => (
  <>
    {costRows(setting.order, setting).map(({ key, name, reading }) => (
      <span key={key}>
        {name}: <Quantity {...reading} />.{' '}
      </span>
    ))}
  </>
);

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
          <PlanTable setting={setting} />
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
            id="rows"
            label="Rows"
            visible
            value={setting.rows}
            options={rowCounts.map((value) => ({ value, shown: rowWords[value] }))}
            set={(from, rows) => ({ ...from, rows })}
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
            {pmfsOf[setting.rows].map((of) => (
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
      table={(setting) => <AllCosts setting={setting} />}
      announcement={spoken}
    />
  );
}
