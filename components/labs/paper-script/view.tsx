import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Choice } from '../frame/choice.tsx';
import { Frame } from '../frame/frame.tsx';
import { type Lab, useLab } from '../frame/lab.ts';
import { Range } from '../frame/range.tsx';
import { HistogramOf } from './drawing.tsx';
import type { Kind } from './kinds.ts';
import { histograms, model, requestOf, runGivens, seedAgain, seedGrid, type Setting } from './model.ts';
import { Readout, spoken, Table } from './readout.tsx';
import { remember, runOf } from './results.ts';
import type { Run } from './run.ts';
import { createRunning, type Running } from './running.ts';

export interface Props {
  readonly name?: string;
  /** The run of the first setting, as JSON; without it, a figure starts empty. */
  readonly first?: string;
}

const kindNames: Readonly<Record<Kind, string>> = {
  same: 'in another order',
  turned: 'each turned round',
  sorted: 'each with its pixels sorted',
  one: 'one of them, again and again',
};
const amountNames = { 100: 'a hundred', 1000: 'a thousand', 10000: 'ten thousand' } as const;

/** Which run is seen: that of the setting, or the last one that was seen before it. */
const Shown = ({ run }: { readonly run: Run }) => (
  <p class="shown" data-givens={JSON.stringify(runGivens(run))}>
    Shown: the run of <data data-given="N">{run.images}</data> images from seed{' '}
    <data data-given="seed">{run.seed}</data>.
  </p>
);

const endings = {
  again:
    'The run is done, and has counted what the run before it from this seed has counted, image for image.',
  other:
    'The run is done, and has counted otherwise than the run before it from this seed. That is an error.',
  done: 'The run is done.',
  failed: 'The run has failed. Nothing has changed.',
} as const;

function Control({ lab, running }: { readonly lab: Lab<Setting>; readonly running: Running }) {
  const share = running.share.value;
  const asleep = !lab.alive.value;
  const start = (): void => {
    const before = runOf(requestOf(lab.setting.peek()));
    running.start(requestOf(lab.setting.peek()), (found) => {
      if (!found) lab.say(endings.failed);
      else if (!before) lab.say(endings.done);
      else lab.say(JSON.stringify(before) === JSON.stringify(found) ? endings.again : endings.other);
    });
  };
  return (
    <div class="presets running">
      {share === undefined ? (
        <button type="button" class="run" disabled={asleep} onClick={start}>
          Run the script
        </button>
      ) : (
        <button
          type="button"
          class="run"
          onClick={() => {
            running.cancel();
            lab.say('The run is cancelled. Nothing has changed.');
          }}
        >
          Cancel the run
        </button>
      )}
      <button type="button" disabled={asleep} onClick={() => lab.act(seedAgain)}>
        Another seed
      </button>
      {share !== undefined && <progress max={1} value={share} aria-label="images made and measured" />}
      {share === undefined && !runOf(requestOf(lab.setting.value)) && (
        <span class="open">This setting has not been run yet.</span>
      )}
    </div>
  );
}

/** The paper's first script, run by the reader, and the comparison that was meant. */
export function PaperScript({ name, first }: Props) {
  useMemo(() => first !== undefined && remember(JSON.parse(first) as Run), []);
  const lab = useLab(model, name);
  const running = useMemo(createRunning, []);
  const setting = lab.setting.value;
  const seen = useRef(runOf(requestOf(model.first)));
  const run = runOf(requestOf(setting)) ?? seen.current;
  seen.current = run;
  const { images, seed } = setting;
  // A run of another setting than the present one is of no use.
  useEffect(() => running.keepTo(requestOf(setting)), [images, seed]);
  useEffect(() => {
    // Who opens a link wants to see what it says.
    if (!runOf(requestOf(lab.setting.peek()))) running.start(requestOf(lab.setting.peek()), () => undefined);
    return running.cancel;
  }, []);
  return (
    <Frame
      lab={lab}
      label="The paper’s first script"
      figure={
        run && (
          <>
            <Shown run={run} />
            <div class="histograms">
              {histograms.map((of) => (
                <HistogramOf key={of} run={run} of={of} kind={setting.kind} />
              ))}
            </div>
          </>
        )
      }
      readout={run && <Readout run={run} kind={setting.kind} />}
      controls={
        <>
          <Choice
            lab={lab}
            id="kind"
            label="Q: the same images,"
            visible
            value={setting.kind}
            options={(Object.keys(kindNames) as Kind[]).map((value) => ({ value, shown: kindNames[value] }))}
            set={(from, kind) => ({ ...from, kind })}
          />
          <Choice
            lab={lab}
            id="images"
            label="Images"
            visible
            value={images}
            options={(['100', '1000', '10000'] as const).map((value) => ({
              value,
              shown: amountNames[value],
            }))}
            set={(from, amount) => ({ ...from, images: amount })}
          />
          <Range
            lab={lab}
            id="seed"
            label="the seed of all random numbers"
            symbol="seed"
            given="seed"
            grid={seedGrid}
            value={seed}
            set={(from, value) => ({ ...from, seed: value })}
          />
          <Control lab={lab} running={running} />
        </>
      }
      table={run && ((at: Setting) => <Table run={run} kind={at.kind} />)}
      announcement={spoken}
    />
  );
}
