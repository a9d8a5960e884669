import type { ComponentChildren } from 'preact';
import type { Lab } from './lab.ts';

interface Option<Value> {
  readonly value: Value;
  readonly shown: ComponentChildren;
}

interface Props<Setting, Value> {
  readonly lab: Lab<Setting>;
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly set: (setting: Setting, value: Value) => Setting;
  /** Said beside the options; else only read aloud. */
  readonly visible?: boolean;
}

/** One of a few, as radio buttons. */
export function Choice<Setting, Value extends string>(props: Props<Setting, Value>) {
  const { lab, id, label, options, value, set, visible = false } = props;
  return (
    <fieldset class="choice">
      <legend class={visible ? undefined : 'visually-hidden'}>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={`${lab.name}-${id}`}
            checked={option.value === value}
            disabled={!lab.alive.value}
            onChange={() => lab.act((setting) => set(setting, option.value))}
          />
          <span>{option.shown}</span>
        </label>
      ))}
    </fieldset>
  );
}
