import { type Signal, useSignal } from '@preact/signals';
import type { TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Lab } from './lab.ts';
import { decimalOf, massTyped } from '../masses.ts';
import { longestLabel, move, release, rename, type Side } from './model.ts';

const refusal =
  'That is not a mass from zero to one with at most six decimals. Nothing has changed, and what you typed is still there.';

interface MassProps {
  readonly lab: Lab;
  readonly side: Side;
  readonly outcome: number;
}

/** Text that is not yet a mass, and the mass that the field stood for when it was typed. */
interface Draft {
  readonly text: string;
  readonly mass: number;
  readonly refused: boolean;
}

function handlersOf({ lab, side, outcome }: MassProps, draft: Signal<Draft | undefined>) {
  const keep = (text: string, refused: boolean): void => {
    draft.value = { text, refused, mass: lab.mass(side, outcome) };
  };
  return {
    onInput: (event: TargetedEvent<HTMLInputElement>): void => keep(event.currentTarget.value, false),
    onChange: (event: TargetedEvent<HTMLInputElement>): void => {
      const { value } = event.currentTarget;
      const mass = massTyped(value);
      if (mass === undefined) {
        keep(value, true);
        return lab.say(refusal);
      }
      draft.value = undefined;
      lab.act((state) => release(move(state, side, outcome, mass)));
    },
    onKeyDown: (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
      if (event.key === 'Escape') draft.value = undefined;
    },
  };
}

/** A mass to be typed. What cannot be read stays in the field, marked, until it is mended or the mass changes. */
export function MassField({ lab, side, outcome }: MassProps) {
  const draft = useSignal<Draft | undefined>(undefined);
  const handlers = useMemo(() => handlersOf({ lab, side, outcome }, draft), [lab, side, outcome]);
  const mass = lab.mass(side, outcome);
  const typing = draft.value?.mass === mass ? draft.value : undefined;
  const given = decimalOf(mass);
  return (
    <input
      class="mass"
      inputMode="decimal"
      autocomplete="off"
      spellcheck={false}
      size={8}
      value={typing?.text ?? given}
      aria-label={`${side}, outcome ${lab.label(outcome)}, typed`}
      aria-invalid={typing?.refused ? 'true' : undefined}
      aria-describedby={typing?.refused ? `${lab.name}-note` : undefined}
      data-given={typing ? undefined : `${side}(${outcome + 1})`}
      data-draft={typing ? '' : undefined}
      readOnly={!lab.alive.value}
      {...handlers}
    />
  );
}

/** The name of an outcome. */
export function LabelField({ lab, outcome }: { readonly lab: Lab; readonly outcome: number }) {
  const label = lab.label(outcome);
  return (
    <input
      class="label"
      autocomplete="off"
      spellcheck={false}
      size={4}
      maxLength={longestLabel}
      value={label}
      aria-label={`name of outcome ${label}`}
      data-sym=""
      readOnly={!lab.alive.value}
      onChange={(event) => {
        const field = event.currentTarget;
        lab.act((state) => rename(state, outcome, field.value));
        field.value = lab.label(outcome);
      }}
    />
  );
}
