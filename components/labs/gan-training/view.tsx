import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Choice } from '../frame/choice.tsx';
import { Frame } from '../frame/frame.tsx';
import { type Lab, useLab } from '../frame/lab.ts';
import { Range } from '../frame/range.tsx';
import { Key, Plane } from './drawing.tsx';
import { grids, model, presets, seedAgain, type Setting, shownAt, taskOf } from './model.ts';
import { dataWords, lossNamed, paceWords } from './names.tsx';
import { Readout, Seen, spoken, Table } from './readout.tsx';
import { latestOf, remember } from './results.ts';
import { createRunning, type Running } from './running.ts';
import type { Shown } from './shown.ts';
import { dataNames, lossNames, paces } from './task.ts';

export interface Props {
  readonly name?: string;
  /** What the first setting shows, as JSON; without it, a figure starts with the data alone. */
  readonly first?: string;
}

const parameters = [
  { of: 'rounds', label: 'rounds of training, of twenty-five steps of the generator', symbol: 'rounds' },
  { of: 'rate', label: 'the learning rate of both', symbol: 'rate' },
  { of: 'seed', label: 'the seed of all random numbers', symbol: 'seed' },
] as const;

interface Trained {
  readonly lab: Lab<Setting>;
  readonly running: Running;
  /** What is seen while the setting’s own state is not known. */
  readonly seen: Shown | undefined;
}

const toShown = (from: Setting, shown: Shown): Setting => ({ ...from, ...shown.task, rounds: shown.round });

function train({ lab, running }: Omit<Trained, 'seen'>): void {
  const setting = lab.setting.peek();
  running.train(taskOf(setting), setting.rounds, (well) =>
    lab.say(well ? 'The training is done.' : 'The training has failed. Nothing has changed.'),
  );
}

/** Shows how far the training has come, and stops it. */
function Control({ lab, running, seen }: Trained) {
  const way = running.way.value;
  const stop = (then: (setting: Setting) => Setting, told: string): void => {
    running.stop();
    lab.act(then);
    lab.say(told);
  };
  const pause = (): void =>
    stop((from) => {
      const latest = latestOf(taskOf(from), from.rounds);
      return latest ? toShown(from, latest) : from;
    }, 'Paused. The state is now the round that was reached; move the rounds to go on.');
  const cancel = (): void =>
    stop(
      (from) => (seen ? toShown(from, seen) : model.first),
      'Cancelled. The state is the one that is shown.',
    );
  return (
    <div class="presets running">
      {way ? (
        <>
          <button type="button" onClick={pause}>
            Pause here
          </button>
          <button type="button" onClick={cancel}>
            Cancel
          </button>
          <progress max={Math.max(1, way.rounds)} value={way.round} aria-label="rounds trained" />
        </>
      ) : (
        <>
          {!shownAt(lab.setting.value) && (
            <button type="button" disabled={!lab.alive.value} onClick={() => train({ lab, running })}>
              Train
            </button>
          )}
          <button type="button" disabled={!lab.alive.value} onClick={() => lab.act(seedAgain)}>
            Another seed
          </button>
        </>
      )}
    </div>
  );
}

const calm = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Two networks that play the game, trained by the reader up to a round. */
export function GanTraining({ name, first }: Props) {
  useMemo(() => first !== undefined && remember([JSON.parse(first) as Shown]), []);
  const lab = useLab(model, name);
  const running = useMemo(createRunning, []);
  const setting = lab.setting.value;
  const settled = lab.settled.value;
  const own = shownAt(setting);
  const seen = useRef(own);
  const growing =
    running.way.value && !own && !calm() ? latestOf(taskOf(setting), setting.rounds) : undefined;
  const shown = own ?? growing ?? seen.current;
  if (own) seen.current = own;
  useEffect(() => running.end, []);
  // A setting is where training is to stop: when the hand has rested on one that is not known, it begins.
  useEffect(() => {
    if (!lab.alive.peek()) return;
    if (!shownAt(settled)) train({ lab, running });
    else if (running.way.peek()) running.stop();
  }, [settled, lab.alive.value]);
  return (
    <Frame
      lab={lab}
      label="A generator and a discriminator that train"
      figure={
        <>
          {shown && <Seen shown={shown} />}
          <Plane task={taskOf(setting)} shown={shown} />
          <Key task={taskOf(setting)} />
        </>
      }
      readout={shown && <Readout shown={shown} />}
      controls={
        <>
          <Choice
            lab={lab}
            id="data"
            label="Data"
            visible
            value={setting.data}
            options={dataNames.map((value) => ({ value, shown: dataWords[value] }))}
            set={(from, data) => ({ ...from, data })}
          />
          <Choice
            lab={lab}
            id="loss"
            label="Loss of G"
            visible
            value={setting.loss}
            options={lossNames.map((value) => ({ value, shown: lossNamed[value] }))}
            set={(from, loss) => ({ ...from, loss })}
          />
          <Choice
            lab={lab}
            id="pace"
            label="For each step of G, D learns"
            visible
            value={setting.pace}
            options={paces.map((value) => ({ value, shown: paceWords[value] }))}
            set={(from, pace) => ({ ...from, pace })}
          />
          {parameters.map(({ of, label, symbol }) => (
            <Range
              key={of}
              lab={lab}
              id={of}
              label={label}
              symbol={symbol}
              given={of}
              grid={grids[of]}
              value={setting[of]}
              set={(from, value) => ({ ...from, [of]: value })}
            />
          ))}
          <Control lab={lab} running={running} seen={seen.current} />
        </>
      }
      presets={presets}
      table={(at) => {
        const known = shownAt(at);
        return known ? <Table shown={known} /> : <p>This state is still to be trained for.</p>;
      }}
      announcement={spoken}
    />
  );
}
