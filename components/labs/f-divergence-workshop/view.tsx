import { useEffect } from 'preact/hooks';
import { Choice } from '../frame/choice.tsx';
import { Frame } from '../frame/frame.tsx';
import { type Lab, useLab } from '../frame/lab.ts';
import { PmfRanges } from '../frame/pmf-ranges.tsx';
import { Range } from '../frame/range.tsx';
import { Formula, Letter } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import { Drawing } from './drawing.tsx';
import { jointPart, loadJointPart } from './joint-part.ts';
import { joints, kinds, sidesOf } from './kinds.ts';
import { model, orderGrid, presets, type Setting, takeBest, views, withOutcomes } from './model.ts';
import { functionOf, kindNames, shortNames, wordsOfKind } from './names.tsx';
import { boundReading, divergenceReading, gapReading, sideReadings } from './readings.ts';
import { Outcomes, Values, Zeros } from './tables.tsx';

export interface Props {
  readonly name?: string;
}

/** What is worth saying of the critic. */
function whatTheCriticDoes(setting: Setting): string {
  const [whatIs, found, gap] = [divergenceReading(setting), boundReading(setting), gapReading(setting)];
  if (found.value === -Infinity)
    return 'A score lies where the conjugate is infinite: no line of that slope stays below f, and the critic is worth nothing.';
  if (whatIs.value === Infinity)
    return gap
      ? 'The divergence is infinite, and so is what this critic misses: raise the score where only P has mass.'
      : 'The divergence is infinite, and the best critic finds that.';
  if (gap?.value === 0)
    return 'Every line touches f at the quotient: the critic finds the divergence, and no critic finds more.';
  return 'A line that touches f elsewhere lies below it at the quotient. The thick pieces, weighted by Q, are what the critic misses.';
}

/** Whether a pair lies where no two coins do is not computed; what is said holds of all. */
const ofTheRange =
  'Grey is what pairs on two outcomes have; all other pairs have mixtures of that, the lighter region around it. A bound is the best there is of its kind where its curve meets the edge.';

const spoken = (setting: Setting) => {
  if (setting.view === 'range')
    return (
      <>
        {sidesOf[setting.joint].map((kind, k) => (
          <span key={kind}>
            {wordsOfKind[kind]}: <Quantity {...sideReadings(setting)[k]!} />.{' '}
          </span>
        ))}
      </>
    );
  return (
    <>
      {wordsOfKind[setting.kind]}: <Quantity {...divergenceReading(setting)} />. What the critic finds:{' '}
      <Quantity {...boundReading(setting)} />. {whatTheCriticDoes(setting)}
    </>
  );
};

const viewNames = { critic: 'a function and its critic', range: 'two divergences at once' } as const;

const Generators = ({ lab }: { readonly lab: Lab<Setting> }) => {
  const setting = lab.setting.value;
  return (
    <>
      <Choice
        lab={lab}
        id="kind"
        label="Generator"
        visible
        value={setting.kind}
        options={kinds.map((value) => ({ value, shown: kindNames[value] }))}
        set={(from, kind) => ({ ...from, kind })}
      />
      {setting.kind === 'al' && (
        <Range
          lab={lab}
          id="order"
          label="alpha, the order of the family"
          symbol={<span data-sym="">α</span>}
          given={'\\alpha'}
          grid={orderGrid}
          value={setting.order}
          set={(from, order) => ({ ...from, order })}
        />
      )}
      <div class="presets" role="group" aria-label="The critic">
        <span class="of-these">
          <Letter of="T" />:
        </span>
        <button type="button" disabled={!lab.alive.value} onClick={() => lab.act(takeBest)}>
          take the best
        </button>
      </div>
    </>
  );
};

const Controls = ({ lab }: { readonly lab: Lab<Setting> }) => {
  const setting = lab.setting.value;
  return (
    <>
      <Choice
        lab={lab}
        id="view"
        label="Shown"
        visible
        value={setting.view}
        options={views.map((value) => ({ value, shown: viewNames[value] }))}
        set={(from, view) => ({ ...from, view })}
      />
      {setting.view === 'critic' ? (
        <Generators lab={lab} />
      ) : (
        <Choice
          lab={lab}
          id="joint"
          label="Across and up"
          visible
          value={setting.joint}
          options={joints.map((value) => ({
            value,
            shown: (
              <>
                {shortNames[sidesOf[value][0]]}, {shortNames[sidesOf[value][1]]}
              </>
            ),
          }))}
          set={(from, joint) => ({ ...from, joint })}
        />
      )}
      <Choice
        lab={lab}
        id="outcomes"
        label="Outcomes"
        visible
        value={setting.P.length === 2 ? 'two' : 'three'}
        options={(['two', 'three'] as const).map((value) => ({ value, shown: value }))}
        set={(from, count) => withOutcomes(from, count === 'two' ? 2 : 3)}
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
  );
};

const Formulas = ({ setting: { kind } }: { readonly setting: Setting }) => (
  <p class="function">
    {kind === 'dr' ? (
      <>
        <Letter of="f" /> is drawn: take hold of its corners.
      </>
    ) : (
      <Formula words={`generator of the ${wordsOfKind[kind]}`}>
        <span data-sym="">
          <Letter of="f" />(<Letter of="t" />) = {functionOf[kind]}
        </span>
      </Formula>
    )}
  </p>
);

/** The part that draws two divergences at once, asked for when it is missing. */
function useJointPart() {
  const part = jointPart.value;
  useEffect(() => {
    if (!part) void loadJointPart();
  }, [part]);
  return part;
}

function Joint({ setting }: { readonly setting: Setting }) {
  const part = useJointPart();
  return part ? <part.JointDrawing setting={setting} /> : <div class="box coming" />;
}

function JointTable(props: { readonly setting: Setting; readonly drawn: boolean }) {
  const part = useJointPart();
  return part ? <part.Bounds {...props} /> : <></>;
}

/** A convex function, its conjugate and a critic; and what two divergences can be together. */
export function FDivergenceWorkshop({ name }: Props) {
  const lab = useLab(model, name);
  const setting = lab.setting.value;
  const ofCritic = setting.view === 'critic';
  return (
    <Frame
      lab={lab}
      label="A convex function, the divergence that it makes, and a critic that finds it"
      figure={ofCritic ? <Drawing lab={lab} /> : <Joint setting={setting} />}
      readout={
        ofCritic ? (
          <>
            <Formulas setting={setting} />
            <Values setting={setting} />
            <Outcomes setting={setting} label="The outcomes one by one" />
            <Zeros setting={setting} />
            <p class="said">{whatTheCriticDoes(setting)}</p>
          </>
        ) : (
          <>
            <JointTable setting={setting} drawn />
            <p class="said">{ofTheRange}</p>
          </>
        )
      }
      controls={<Controls lab={lab} />}
      presets={presets}
      table={(settled) =>
        settled.view === 'critic' ? (
          <>
            <Values setting={settled} />
            <Outcomes setting={settled} label="The outcomes one by one, when the hand has rested" />
          </>
        ) : (
          <JointTable setting={settled} drawn={false} />
        )
      }
      announcement={spoken}
    />
  );
}
