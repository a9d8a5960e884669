import { Frame } from '../frame/frame.tsx';
import { decimal } from '../frame/grid.ts';
import { type Lab, useLab } from '../frame/lab.ts';
import { Controls } from './controls.tsx';
import { Drawing, rests } from './drawing.tsx';
import { model, presets } from './model.ts';
import { pointAt, sideAt } from './moves.ts';
import { costWords, groups, type Name, wordsOf } from './names.tsx';
import { ordinals, square } from './points.ts';
import { endOf, type Setting } from './solutions.ts';
import { Amount, Amounts, PlanTable, PointTable, readings } from './tables.tsx';

export interface Props {
  readonly name?: string;
}

/** What is worth saying of the setting. */
function whatIsSeen(setting: Setting): string {
  const { P, Q } = setting;
  const end = endOf(setting);
  if (P.length === 1 || Q.length === 1)
    return 'One of the clouds is a single point, so there is one plan only, whatever ε is.';
  if (end === 'exact')
    return 'The exact plan: few pairs have mass, and no potentials that undercut the cost earn less than it costs.';
  if (end === 'independent')
    return 'Infinitely dear to know anything: the two are independent, and every pair has its product of masses.';
  const [toItself, toOther] = (['P', 'worth'] as const).map((name) => readings[name](setting)!.value);
  if (toItself! > toOther!)
    return 'By its regularised cost P is nearer to Q than to itself. That is the bias.';
  return 'Dashed, the exact plan. The blurred one costs more, and what it knows has its price besides.';
}

function Readout({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  const atRest = rests(lab);
  return (
    <>
      <p class="of">Exact, by the {costWords[setting.order]}</p>
      <Amounts of="exact" {...{ setting, atRest }} />
      <p class="of">At this ε</p>
      <Amounts of="blurred" {...{ setting, atRest }} />
      <p class="said">{atRest ? whatIsSeen(setting) : 'Computed when the hand rests.'}</p>
    </>
  );
}

const listed: readonly Name[] = [...groups.exact.slice(0, 1), ...groups.blurred];

/** Where the chosen point is. */
function Whereabouts({ setting }: { readonly setting: Setting }) {
  const k = setting.chosen;
  const [side, index] = sideAt(setting, k);
  const { x, y } = pointAt(setting, k);
  return (
    <>
      {ordinals[index]} point of {side} at <span data-given={`\\xi(${k + 1})`}>{decimal(square, x)}</span>,{' '}
      <span data-given={`\\eta(${k + 1})`}>{decimal(square, y)}</span>.{' '}
    </>
  );
}

const spoken = (setting: Setting) => (
  <>
    <Whereabouts setting={setting} />
    {listed
      .filter((name) => readings[name](setting) !== undefined)
      .map((name) => (
        <span key={name}>
          {wordsOf[name]}: <Amount {...{ name, setting }} />.{' '}
        </span>
      ))}
    {whatIsSeen(setting)}
  </>
);

/** Two clouds of points in the plane, their exact plan and what a price on information makes of it. */
export function TransportPlane({ name }: Props) {
  const lab = useLab(model, name);
  return (
    <Frame
      lab={lab}
      label="Transport between two clouds of points in the plane"
      figure={<Drawing lab={lab} />}
      readout={<Readout lab={lab} />}
      controls={<Controls lab={lab} />}
      presets={presets}
      table={(setting) => (
        <>
          <PointTable setting={setting} />
          <PlanTable setting={setting} />
        </>
      )}
      announcement={spoken}
    />
  );
}
