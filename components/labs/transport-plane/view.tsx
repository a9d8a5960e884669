import { useEffect } from 'preact/hooks';
import { Frame } from '../frame/frame.tsx';
import { decimal } from '../frame/grid.ts';
import { useLab } from '../frame/lab.ts';
import { Controls } from './controls.tsx';
import { Drawing } from './drawing.tsx';
import { pointAt, sideAt } from './moves.ts';
import { costWords, groups, type Name, wordsOf } from './names.tsx';
import { ordinals, square } from './points.ts';
import { living, presets } from './setting.ts';
import { endOf, type Setting, type Solution } from './solution.ts';
import { loadSolver, solutionOf } from './solver-on-demand.ts';
import { Amount, Amounts, PlanTable, PointTable, readings } from './tables.tsx';

export interface Props {
  readonly name?: string;
  /** The solution of the first setting. */
  readonly solved?: Solution;
}

/** What is worth saying of the setting. */
function whatIsSeen(setting: Setting, solution: Solution): string {
  const { P, Q } = setting;
  const end = endOf(setting);
  if (P.length === 1 || Q.length === 1)
    return 'One of the clouds is a single point, so there is one plan only, whatever ε is.';
  if (end === 'exact')
    return 'The exact plan: few pairs have mass, and no potentials that undercut the cost earn less than it costs.';
  if (end === 'independent')
    return 'Infinitely dear to know anything: the two are independent, and every pair has its product of masses.';
  const [toItself, toOther] = (['P', 'worth'] as const).map(
    (name) => readings[name](setting, solution)!.value,
  );
  if (toItself! > toOther!)
    return 'By its regularised cost P is nearer to Q than to itself. That is the bias.';
  return 'Dashed, the exact plan. The blurred one costs more, and what it knows has its price besides.';
}

interface ReadoutProps {
  readonly setting: Setting;
  readonly solution: Solution | undefined;
}

const Readout = ({ setting, solution }: ReadoutProps) => (
  <>
    <p class="of">Exact, by the {costWords[setting.order]}</p>
    <Amounts of="exact" {...{ setting, solution }} />
    <p class="of">At this ε</p>
    <Amounts of="blurred" {...{ setting, solution }} />
    <p class="said">{solution ? whatIsSeen(setting, solution) : 'Computed when the hand rests.'}</p>
  </>
);

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

const Spoken = ({ setting, solution }: { readonly setting: Setting; readonly solution: Solution }) => (
  <>
    <Whereabouts setting={setting} />
    {listed
      .filter((name) => readings[name](setting, solution) !== undefined)
      .map((name) => (
        <span key={name}>
          {wordsOf[name]}: <Amount {...{ name, setting, solution }} />.{' '}
        </span>
      ))}
    {whatIsSeen(setting, solution)}
  </>
);

/** Two clouds of points in the plane, their exact plan and what a price on information makes of it. */
export function TransportPlane({ name, solved }: Props) {
  const lab = useLab(living, name);
  const setting = lab.setting.value;
  const known = (of: Setting): Solution | undefined => solutionOf(of, solved);
  const atRest = lab.settled.value === setting;
  const solution = atRest ? known(setting) : undefined;
  const wanted = lab.alive.value && setting !== living.first;
  useEffect(() => {
    if (wanted) void loadSolver();
  }, [wanted]);
  const load = (): void => void loadSolver();
  return (
    <div onPointerEnter={load} onFocusIn={load}>
      <Frame
        lab={lab}
        label="Transport between two clouds of points in the plane"
        figure={<Drawing lab={lab} solution={solution} />}
        readout={<Readout {...{ setting, solution }} />}
        controls={<Controls lab={lab} />}
        presets={presets}
        table={(setting) => {
          const solution = known(setting);
          return (
            solution && (
              <>
                <PointTable {...{ setting, solution }} />
                <PlanTable {...{ setting, solution }} />
              </>
            )
          );
        }}
        announcement={(setting) => {
          const solution = known(setting);
          return solution && <Spoken {...{ setting, solution }} />;
        }}
      />
    </div>
  );
}
