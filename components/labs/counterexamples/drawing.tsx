import { percent } from '../../charts/scale.ts';
import { StackedBar, stackLimit, type Stack } from '../../charts/stacked-bar.tsx';
import { Handle } from '../frame/handle.tsx';
import type { Lab } from '../frame/lab.ts';
import { Formula, Letter } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import { claimOf, type Letter as Name, verdictOf } from './claims.ts';
import { fraction, withShare } from './fractions.ts';
import { compared, denominatorOf, type Setting } from './model.ts';
import { claimWords, sidesOf, signs, verdictWords } from './names.tsx';

const tones: Readonly<Record<Name, string>> = { P: 'solid', Q: 'dashed', R: 'even' };
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

/** The claim as it is written, and what these masses do to it. */
export function Claim({ setting }: { readonly setting: Setting }) {
  const { left, right } = sidesOf(setting);
  const verdict = verdictOf(setting, setting);
  return (
    <p class={`claimed is-${verdict}`}>
      <Formula words={claimWords[setting.property]}>
        <span data-sym="">
          {left} {signs[setting.property]}{' '}
          {right.map((part, k) => (
            <>
              {k > 0 && ' + '}
              {part}
            </>
          ))}
        </span>
      </Formula>{' '}
      <strong class="upshot">{verdictWords[verdict]}</strong>
    </p>
  );
}

/** A bar of two parts; an infinite part runs on, whichever it is. */
const stack = (first: number, second = 0): Stack =>
  first === Infinity ? { first: 0, second: Infinity } : { first, second };

export function stacksOf(setting: Setting): readonly Stack[] {
  const { left, parts, right } = compared(setting);
  const sum = parts.length > 0 ? stack(parts[0]!.value, parts[1]!.value) : right && stack(right.value);
  return sum ? [stack(left.value), sum] : [stack(left.value)];
}

/** Both sides as bars on one scale. */
function Sides({ setting }: { readonly setting: Setting }) {
  const { left, right } = compared(setting);
  const stacks = stacksOf(setting);
  const limit = stackLimit(stacks);
  const names = sidesOf(setting);
  const shown = [names.left, names.right.map((part, k) => (k > 0 ? <> + {part}</> : part))];
  return (
    <div class="sides">
      {[left, right].map(
        (reading, k) =>
          reading && (
            <div key={k} class="side">
              <span class="side-name">
                <Formula words={k === 0 ? 'left side' : 'right side'}>
                  <span data-sym="">{shown[k]}</span>
                </Formula>
              </span>
              <span class="beam">
                <StackedBar {...stacks[k]!} tone="even" limit={limit} />
              </span>
              <span class="side-value">
                <Quantity {...reading} />
              </span>
            </div>
          ),
      )}
    </div>
  );
}

/** The masses of one pmf, each bar with its end to be dragged and its fraction below. */
function Masses({ lab, of }: { readonly lab: Lab<Setting>; readonly of: Name }) {
  const masses = lab.setting.value[of];
  const denominator = denominatorOf(lab.setting.value);
  const to = (setting: Setting, x: number, mass: number): Setting => ({
    ...setting,
    [of]: withShare(setting[of], x, mass),
  });
  return (
    <div class="pmf" role="group" aria-label={`Masses of ${of}`}>
      <span class="pmf-name">
        <Letter of={of} />
      </span>
      <div class="box">
        <svg class="chart" aria-hidden="true">
          <line class="halfway" x2="100%" y1="0" y2="0" />
          {masses.map((mass, x) => (
            <rect
              key={x}
              class={`bar ${tones[of]}`}
              x={percent((x + 0.25) / masses.length)}
              width={percent(0.5 / masses.length)}
              y={percent(1 - mass / denominator)}
              height={percent(mass / denominator)}
            />
          ))}
          <line class="baseline" x2="100%" y1="100%" y2="100%" />
        </svg>
        {masses.map((mass, x) => (
          <Handle
            key={x}
            lab={lab}
            id={`drag-${of}${x + 1}`}
            label={`mass of ${of} at the ${ordinals[x]!} outcome: the arrow keys change it by a unit of the denominator`}
            at={{ x: (x + 0.5) / masses.length, y: 1 - mass / denominator }}
            along="up"
            tone={of}
            sign={of}
            drag={(from, { y }) => to(from, x, (1 - y) * denominatorOf(from))}
            nudge={(now, _, up) => to(now, x, now[of][x]! + (Math.round(up) || Math.sign(up)))}
          />
        ))}
      </div>
      <div class="fractions">
        {masses.map((mass, x) => (
          <data key={x} class="g" value={fraction(mass, denominator)} data-given={`${of}(${x + 1})`}>
            {fraction(mass, denominator)}
          </data>
        ))}
      </div>
    </div>
  );
}

export function Drawing({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  const { uses } = claimOf(setting.property, setting.P.length);
  return (
    <>
      <Claim setting={setting} />
      <Sides setting={setting} />
      <div class={setting.P.length > 3 ? 'pmfs-drawn wide-ones' : 'pmfs-drawn'}>
        {uses.map((of) => (
          <Masses key={of} lab={lab} of={of} />
        ))}
      </div>
    </>
  );
}
