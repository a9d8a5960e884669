import { useSignal } from '@preact/signals';
import type { Lab } from './lab.ts';
import { decimalOf, massTyped } from './masses.ts';
import { longestLabel, move, release, rename, type Side } from './model.ts';

const refusal =
  'That is not a mass from zero to one with at most six decimals. Nothing has changed, and what you typed is still there.';

interface MassProps {
  readonly lab: Lab;
  readonly side: Side;
  readonly outcome: number;
}

/** A mass to be typed. What cannot be read stays in the field, marked, until it is mended or the mass changes. */
export function MassField({ lab, side, outcome }: MassProps) {
  const draft = useSignal<{ readonly text: string; readonly mass: number } | undefined>(undefined);
  const refused = useSignal(false);
  const { pair } = lab.state.value;
  const mass = pair[side][outcome]!;
  const typing = draft.value?.mass === mass ? draft.value.text : undefined;
  const enter = (text: string): void => {
    const typed = massTyped(text);
    refused.value = typed === undefined;
    if (typed === undefined) return lab.say(refusal);
    draft.value = undefined;
    lab.act((state) => release(move(state, side, outcome, typed)));
  };
  const wrong = typing !== undefined && refused.value;
  return (
    <input
      class={`mass side-${side}`}
      type="text"
      inputMode="decimal"
      autocomplete="off"
      spellcheck={false}
      size={8}
      value={typing ?? decimalOf(mass)}
      aria-label={`${side}, outcome ${pair.labels[outcome]!}, typed`}
      aria-invalid={wrong ? 'true' : undefined}
      aria-describedby={wrong ? `${lab.name}-note` : undefined}
      data-given={typing === undefined ? `${side}(${outcome + 1})` : undefined}
      data-draft={typing === undefined ? undefined : ''}
      data-attr-ok="aria-label"
      readOnly={!lab.alive.value}
      onInput={(event) => (draft.value = { text: event.currentTarget.value, mass })}
      onChange={(event) => enter(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') draft.value = undefined;
      }}
    />
  );
}

/** The name of an outcome. */
export function LabelField({ lab, outcome }: { readonly lab: Lab; readonly outcome: number }) {
  const label = lab.state.value.pair.labels[outcome]!;
  return (
    <input
      class="label"
      type="text"
      autocomplete="off"
      spellcheck={false}
      size={4}
      maxLength={longestLabel}
      value={label}
      aria-label={`name of outcome ${label}`}
      data-sym=""
      data-attr-ok="aria-label"
      readOnly={!lab.alive.value}
      onChange={(event) => {
        const field = event.currentTarget;
        lab.act((state) => rename(state, outcome, field.value));
        field.value = lab.state.value.pair.labels[outcome]!;
      }}
    />
  );
}
