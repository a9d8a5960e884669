import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Choice } from '../frame/choice.tsx';
import { Frame } from '../frame/frame.tsx';
import { type Lab, useLab } from '../frame/lab.ts';
import { Range } from '../frame/range.tsx';
import { Densities } from './densities.tsx';
import { Drawing } from './drawing.tsx';
import { kinds } from './kinds.ts';
import { givenOf, model, parameters } from './model.ts';
import { kindNames, parameterNames } from './names.tsx';
import { Readout, spoken, Table } from './readout.tsx';
import { remember, runOf } from './results.ts';
import type { Run } from './run.ts';
import { createRunning, type Running } from './running.ts';
import { concerns, drawAgain, grids, keyOf, presets, type Setting } from './setting.ts';

export interface Props {
  readonly name?: string;
  /** The run of the first setting, as JSON; without it, a figure starts without estimates. */
  readonly first?: string;
}

const endings = { well: 'The samples are drawn.', failed: 'Drawing the samples has failed.' } as const;

function begin(lab: Lab<Setting>, running: Running): void {
  const setting = lab.setting.peek();
  if (!runOf(setting)) running.start(setting, (well) => lab.say(well ? endings.well : endings.failed));
  else running.cancel();
}

function Control({ lab, running }: { readonly lab: Lab<Setting>; readonly running: Running }) {
  const share = running.share.value;
  const asleep = !lab.alive.value;
  const drawn = runOf(lab.setting.value) !== undefined;
  return (
    <div class="presets running">
      <button type="button" disabled={asleep} onClick={() => lab.act(drawAgain)}>
        Draw again
      </button>
      {share !== undefined && (
        <>
          <button
            type="button"
            onClick={() => {
              running.cancel();
              lab.say('Drawing is cancelled.');
            }}
          >
            Cancel
          </button>
          <progress max={1} value={share} aria-label="samples drawn and estimated from" />
        </>
      )}
      {share === undefined && !asleep && !drawn && (
        <button type="button" onClick={() => begin(lab, running)}>
          Draw these samples
        </button>
      )}
    </div>
  );
}

/** Samples of every size, forty of each, and what they say of a quantity whose true value is known. */
export function Estimating({ name, first }: Props) {
  useMemo(() => first !== undefined && remember(JSON.parse(first) as Run), []);
  const lab = useLab(model, name);
  const running = useMemo(createRunning, []);
  const setting = lab.setting.value;
  const seen = useRef(runOf(model.first));
  const known = runOf(setting);
  const run = known ?? (seen.current?.setting.kind === setting.kind ? seen.current : undefined);
  seen.current = run;
  // Samples are drawn when the hand rests.
  const settled = keyOf(lab.settled.value);
  useEffect(() => begin(lab, running), [settled]);
  useEffect(() => running.cancel, []);
  return (
    <Frame
      lab={lab}
      label="Estimates from samples, and the truth"
      figure={
        <div class={known ? undefined : 'stale'}>
          {setting.kind !== 'cube' && <Densities {...{ lab, run }} />}
          <Drawing {...{ lab, run }} />
        </div>
      }
      readout={
        <div class={known ? undefined : 'stale'}>
          <Readout {...{ setting, run }} />
        </div>
      }
      controls={
        <>
          <Choice
            lab={lab}
            id="kind"
            label="Estimated"
            visible
            value={setting.kind}
            options={kinds.map((value) => ({ value, shown: kindNames[value] }))}
            set={(from, kind) => ({ ...from, kind })}
          />
          {parameters
            .filter((parameter) => concerns(setting.kind, parameter))
            .map((parameter) => (
              <Range
                key={parameter}
                lab={lab}
                id={parameter}
                {...parameterNames[parameter]}
                given={givenOf(parameter)}
                grid={grids[parameter]}
                value={setting[parameter]}
                set={(from, value) => ({ ...from, [parameter]: value + 0 })}
              />
            ))}
          <Control {...{ lab, running }} />
        </>
      }
      presets={presets}
      table={(at: Setting) => <Table setting={at} run={runOf(at) ?? run} />}
      announcement={(at) => spoken(at, runOf(at))}
    />
  );
}
