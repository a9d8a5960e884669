import { Choice } from '../frame/choice.tsx';
import { Frame } from '../frame/frame.tsx';
import { type Lab, useLab } from '../frame/lab.ts';
import { PmfRanges } from '../frame/pmf-ranges.tsx';
import { Range } from '../frame/range.tsx';
import { Letter } from '../notation.tsx';
import { ordinals } from '../transport-plan/places.ts';
import { Drawing } from './drawing.tsx';
import { bests, earnedReading, gapReading, model, presets, rules, type Setting, takeBest } from './model.ts';
import { best, quantities, wordsOf } from './names.tsx';
import { Amount, Bound, Places, Steps } from './tables.tsx';
import { isLipschitz, levelGrid, lowered, raised, turnedOver, withLevel } from './witness.ts';

export interface Props {
  readonly name?: string;
}

const ruleWords = { free: 'free', kept: 'at most one' } as const;

/** What is worth saying of the setting. */
function whatIsSeen(setting: Setting): string {
  const { P, Q, f } = setting;
  if (!isLipschitz(f))
    return 'f is steeper than one where it is marked, so the difference of its means is not a lower bound of the distance.';
  if (P.every((mass, x) => mass === Q[x]))
    return 'P and Q are equal: their means of every function are the same, and the distance is zero.';
  if (gapReading(setting).value === 0)
    return 'Wherever the sums differ, f has slope one in the right direction: the bound is the distance. No function with slopes of at most one does better.';
  if (earnedReading(setting).value < 0)
    return 'f goes the wrong way where it counts. Turned over, it is as far above zero as it is below now.';
  return 'A lower bound. The gap is lost where the sums differ and f is flatter than one, or goes the wrong way.';
}

const spoken = (setting: Setting) => (
  <>
    {quantities.map((name) => (
      <span key={name}>
        {wordsOf[name]}: <Amount {...{ name, setting }} />.{' '}
      </span>
    ))}
    {whatIsSeen(setting)}
  </>
);

const acts = [
  { does: <>take {best}</>, act: takeBest },
  { does: 'raise it', act: (setting: Setting): Setting => ({ ...setting, f: raised(setting.f, 50) }) },
  { does: 'lower it', act: (setting: Setting): Setting => ({ ...setting, f: raised(setting.f, -50) }) },
  { does: 'turn it over', act: (setting: Setting): Setting => ({ ...setting, f: turnedOver(setting.f) }) },
] as const;

const withRule = (setting: Setting, rule: Setting['rule']): Setting => ({
  ...setting,
  rule,
  f: rule === 'kept' ? lowered(setting.f) : setting.f,
});

const Controls = ({ lab }: { readonly lab: Lab<Setting> }) => {
  const setting = lab.setting.value;
  return (
    <>
      <Choice
        lab={lab}
        id="rule"
        label="Slopes of f"
        visible
        value={setting.rule}
        options={rules.map((value) => ({ value, shown: ruleWords[value] }))}
        set={withRule}
      />
      <Choice
        lab={lab}
        id="best"
        label="The best one"
        visible
        value={setting.best}
        options={bests.map((value) => ({ value, shown: value }))}
        set={(from, shown) => ({ ...from, best: shown })}
      />
      <div class="presets" role="group" aria-label="The function f">
        <span class="of-these">
          <Letter of="f" />:
        </span>
        {acts.map(({ does, act }, k) => (
          <button key={k} type="button" disabled={!lab.alive.value} onClick={() => lab.act(act)}>
            {does}
          </button>
        ))}
      </div>
      <div class="pmfs">
        <div role="group" aria-label="values of f">
          {setting.f.map((level, x) => (
            <Range
              key={x}
              lab={lab}
              id={`f${x + 1}`}
              label={`f at the ${ordinals[x]!} place`}
              symbol={
                <span data-sym="">
                  <Letter of="f" />({x + 1})
                </span>
              }
              given={`f(${x + 1})`}
              grid={levelGrid}
              value={level}
              set={(from, value) => ({ ...from, f: withLevel(from.f, x, value, from.rule === 'kept') })}
            />
          ))}
        </div>
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
  );
};

/** A function drawn by hand on four places, and how near the difference of its means comes to the distance of first order. */
export function DualWitness({ name }: Props) {
  const lab = useLab(model, name);
  const setting = lab.setting.value;
  return (
    <Frame
      lab={lab}
      label="A function that bounds the distance of two distributions on a line"
      figure={<Drawing lab={lab} />}
      readout={
        <>
          <Bound setting={setting} />
          <p class="said">{whatIsSeen(setting)}</p>
          <Steps setting={setting} />
        </>
      }
      controls={<Controls lab={lab} />}
      presets={presets}
      table={(setting) => <Places setting={setting} />}
      announcement={spoken}
    />
  );
}
