import { useSignal } from '@preact/signals';
import type { ComponentChildren, TargetedEvent } from 'preact';
import type { Lab } from '../frame/lab.ts';
import { lettersOf, mostLetters, type Setting } from './model.ts';

interface Props {
  readonly lab: Lab<Setting>;
  readonly of: keyof Setting;
  readonly label: ComponentChildren;
}

/** A text to be typed. What is not sent of it stays until the field is left. */
export function TextField({ lab, of, label }: Props) {
  const draft = useSignal<string | undefined>(undefined);
  const text = lab.setting.value[of];
  const typing =
    draft.value !== undefined && (lettersOf(draft.value) || text) === text ? draft.value : undefined;
  const id = `${lab.name}-${of}`;
  const onInput = (event: TargetedEvent<HTMLInputElement>): void => {
    const written = event.currentTarget.value;
    const sent = lettersOf(written);
    draft.value = written;
    if (sent !== '') lab.hold(of, (from) => ({ ...from, [of]: sent }));
    if (sent !== written)
      lab.say(
        sent === ''
          ? 'There must be a letter: the figure stays as it is.'
          : `Only the letters a to z count, at most ${mostLetters} of them, large or small alike.`,
      );
  };
  const leave = (): void => {
    draft.value = undefined;
    lab.release();
  };
  return (
    <div class="text-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="value"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        value={typing ?? text}
        data-draft={typing === undefined ? undefined : ''}
        aria-describedby={`${lab.name}-note`}
        readOnly={!lab.alive.value}
        onInput={onInput}
        onChange={leave}
        onBlur={leave}
      />
    </div>
  );
}
