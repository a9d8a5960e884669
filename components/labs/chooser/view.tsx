import { Choice } from '../frame/choice.tsx';
import { Frame } from '../frame/frame.tsx';
import { type Lab, useLab } from '../frame/lab.ts';
import { decimalOf } from '../masses.ts';
import { Letter } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import { demands } from './candidates.ts';
import {
  answer,
  type CandidateName,
  candidateNames,
  candidateOf,
  demandsOf,
  failures,
  model,
  pairOf,
  presets,
  reading,
  type Setting,
} from './model.ts';
import { names } from './names.tsx';

export interface Props {
  readonly name?: string;
}

const yesOrNo = [
  { value: 'no', shown: 'not needed' },
  { value: 'yes', shown: 'needed' },
] as const;

const needs = {
  gradient: 'A gradient on disjoint supports',
  metric: 'A metric, of it or its root',
  bounded: 'An upper bound',
} as const;

function Questions({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  return (
    <div class="questions scripted">
      <Choice
        lab={lab}
        id="supports"
        label="The supports"
        visible
        value={setting.supports}
        options={[
          { value: 'same', shown: 'are the same' },
          { value: 'differ', shown: 'may differ, but overlap' },
          { value: 'disjoint', shown: 'may be disjoint' },
        ]}
        set={(from, value) => ({ ...from, supports: value })}
      />
      <Choice
        lab={lab}
        id="hand"
        label="At hand"
        visible
        value={setting.hand}
        options={[
          { value: 'masses', shown: 'masses' },
          { value: 'samples', shown: 'samples only' },
          { value: 'densities', shown: 'normal densities' },
        ]}
        set={(from, value) => ({ ...from, hand: value })}
      />
      <Choice
        lab={lab}
        id="places"
        label="How far apart outcomes are"
        visible
        value={setting.places}
        options={[
          { value: 'no', shown: 'does not matter' },
          { value: 'yes', shown: 'matters' },
        ]}
        set={(from, value) => ({ ...from, places: value })}
      />
      {(['gradient', 'metric', 'bounded'] as const).map((need) => (
        <Choice
          key={need}
          lab={lab}
          id={need}
          label={needs[need]}
          visible
          value={setting[need]}
          options={yesOrNo}
          set={(from, value) => ({ ...from, [need]: value })}
        />
      ))}
    </div>
  );
}

function Row({ name, setting }: { readonly name: CandidateName; readonly setting: Setting }) {
  const { words, home } = candidateOf(name);
  const asked = demandsOf(setting);
  const failed = failures(name, setting);
  const told =
    failed.length > 0 ? failed : (asked.length > 0 ? asked : demands).map((demand) => answer(name, demand));
  return (
    <li>
      <p class="candidate">
        <a href={home}>{words}</a>{' '}
        <span class="hand-set" aria-hidden="true">
          {names[name]}
        </span>{' '}
        <Quantity {...reading(name, setting)} />
      </p>
      <ul class="reasons">
        {told.map(({ demand, says, at, meets }) => (
          <li key={demand} class={meets ? 'met' : 'failed'}>
            <span aria-hidden="true">{meets ? '✓' : '✗'}</span> <a href={at}>{says}</a>
          </li>
        ))}
      </ul>
    </li>
  );
}

const fitting = (setting: Setting): readonly CandidateName[] =>
  candidateNames.filter((name) => failures(name, setting).length === 0);

/** Those that miss least come first. */
const failing = (setting: Setting): readonly CandidateName[] =>
  candidateNames
    .filter((name) => failures(name, setting).length > 0)
    .sort((a, b) => failures(a, setting).length - failures(b, setting).length);

function Masses({ of, setting }: { readonly of: 'P' | 'Q'; readonly setting: Setting }) {
  return (
    <span class="hand-set">
      <Letter of={of} /> = (
      {pairOf(setting)[of].map((mass, x) => (
        <>
          {x > 0 && ', '}
          <data key={x} value={decimalOf(mass)} data-given={`${of}(${x + 1})`}>
            {decimalOf(mass)}
          </data>
        </>
      ))}
      )
    </span>
  );
}

function Group(props: {
  readonly title: string;
  readonly names: readonly CandidateName[];
  readonly setting: Setting;
}) {
  const { title, setting } = props;
  return (
    <>
      <p class="group">{title}</p>
      <ul class="candidates" aria-label={title}>
        {props.names.map((name) => (
          <Row key={name} name={name} setting={setting} />
        ))}
      </ul>
    </>
  );
}

function Answers({ setting }: { readonly setting: Setting }) {
  const [fit, fail] = [fitting(setting), failing(setting)];
  const open = demandsOf(setting).length === 0;
  return (
    <div class="answers">
      {fit.length > 0 ? (
        <Group title={open ? 'What each does' : 'These fit'} names={fit} setting={setting} />
      ) : (
        <p class="group">None of them does all of this; give up one demand</p>
      )}
      {fail.length > 0 && (
        <Group title="These do not, because of what they fail" names={fail} setting={setting} />
      )}
      <p class="pair">
        Values for <Masses of="P" setting={setting} /> and <Masses of="Q" setting={setting} />, outcomes one
        step apart.
      </p>
    </div>
  );
}

const spoken = (setting: Setting) => {
  const fit = fitting(setting);
  return (
    <>
      {fit.length > 0 ? 'These fit: ' : 'None of them fits.'}
      {fit.map((name) => (
        <span key={name}>
          {candidateOf(name).words}, <Quantity {...reading(name, setting)} />;{' '}
        </span>
      ))}
    </>
  );
};

/** A few questions, and the divergences that the answers leave. */
export function Chooser({ name }: Props) {
  const lab = useLab(model, name);
  return (
    <Frame
      lab={lab}
      label="Which divergence fits"
      figure={
        <div class="choosing">
          <Questions lab={lab} />
          <Answers setting={lab.setting.value} />
        </div>
      }
      presets={presets}
      announcement={spoken}
    />
  );
}
