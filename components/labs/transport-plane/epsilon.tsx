import type { TargetedKeyboardEvent } from 'preact';
import { valueAfterKey } from '../frame/range.tsx';
import type { Lab } from '../frame/lab.ts';
import { Letter } from '../notation.tsx';
import { lastStep, sign } from './ladder.ts';
import { type End, endOf, type Setting } from './solution.ts';

const steps = { places: 0, least: 0, most: lastStep, step: 1 } as const;

const endWords: Readonly<Record<NonNullable<End>, string>> = {
  exact: 'the exact plan',
  independent: 'the independent plan',
};

/** ε from nothing to infinity: a slider whose steps are those of a ladder of decimals. */
export function Epsilon({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  const end = endOf(setting);
  const shown = sign(setting.step);
  const given = end === undefined ? { 'data-given': '\\varepsilon' } : { 'data-sym': '' };
  const to = (step: number): void => lab.hold('epsilon', (from) => ({ ...from, step }));
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    const next = valueAfterKey(steps, setting.step, event.key, false);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    to(next);
  };
  return (
    <div class="range epsilon">
      <label for={`${lab.name}-epsilon`}>
        <Letter of="ε" />
      </label>
      <input
        id={`${lab.name}-epsilon`}
        type="range"
        min="0"
        max={lastStep}
        step="1"
        value={setting.step}
        aria-label="ε, the price on what the plan knows"
        aria-valuetext={end === undefined ? shown : `${shown}, ${endWords[end]}`}
        data-sym=""
        disabled={!lab.alive.value}
        onInput={(event) => to(Number(event.currentTarget.value))}
        onChange={lab.release}
        onBlur={lab.release}
        onKeyDown={onKeyDown}
      />
      <span class="epsilon-shown">
        <span {...given}>{shown}</span>
        {end !== undefined && `, ${endWords[end]}`}
      </span>
    </div>
  );
}
