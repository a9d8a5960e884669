import { useSignal } from '@preact/signals';
import type { ComponentChildren, TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { decimal, nearestStep, readDecimal, type Grid } from './grid.ts';
import type { Lab } from './lab.ts';

interface Props<Setting> {
  readonly lab: Lab<Setting>;
  /** Tells the controls of a lab apart; letters and digits. */
  readonly id: string;
  /** How the parameter reads aloud. */
  readonly label: string;
  /** The parameter as the notation writes it. */
  readonly symbol: ComponentChildren;
  /** Its name among the givens, `\\lambda` or `P(2)`; the number shown is that given. */
  readonly given: string;
  readonly unit?: string;
  readonly grid: Grid;
  readonly value: number;
  readonly set: (setting: Setting, value: number) => Setting;
}

const clamp = (grid: Grid, value: number): number => Math.min(grid.most, Math.max(grid.least, value));

/** Where a key takes a value: an arrow one step, with Shift the finest there is, PageUp and PageDown ten steps. */
export function valueAfterKey(grid: Grid, value: number, key: string, fine: boolean): number | undefined {
  const step = fine ? 1 : grid.step;
  const moves: Readonly<Record<string, number>> = {
    ArrowUp: value + step,
    ArrowRight: value + step,
    ArrowDown: value - step,
    ArrowLeft: value - step,
    PageUp: value + 10 * grid.step,
    PageDown: value - 10 * grid.step,
    Home: grid.least,
    End: grid.most,
  };
  const moved = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return moved === undefined ? undefined : clamp(grid, moved);
}

/** One parameter: a native range to be dragged, and a field for an exact value. */
export function Range<Setting>(props: Props<Setting>) {
  const { lab, id, label, symbol, given, unit, grid, value, set } = props;
  const draft = useSignal<{ text: string; value: number; refused: boolean } | undefined>(undefined);
  const typing = draft.value?.value === value ? draft.value : undefined;
  const asleep = !lab.alive.value;
  const text = decimal(grid, value);
  const to = (next: number): void => lab.hold(id, (from) => set(from, clamp(grid, next)));
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    const next = valueAfterKey(grid, value, event.key, event.shiftKey);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    to(next);
  };
  const onChange = (event: TargetedEvent<HTMLInputElement>): void => {
    const typed = event.currentTarget.value;
    const next = readDecimal(grid, typed);
    if (next === undefined) {
      draft.value = { text: typed, value, refused: true };
      lab.say(
        `That is not a number from ${decimal(grid, grid.least)} to ${decimal(grid, grid.most)} with at most ${grid.places} decimals. Nothing has changed, and what you typed is still there.`,
      );
      return;
    }
    draft.value = undefined;
    lab.act((setting) => set(setting, next));
  };
  return (
    <div class="range">
      <label for={`${lab.name}-${id}`}>{symbol}</label>
      <input
        id={`${lab.name}-${id}`}
        type="range"
        min={decimal(grid, grid.least)}
        max={decimal(grid, grid.most)}
        step="any"
        value={text}
        aria-label={label}
        aria-valuetext={`${text}${unit ? ` ${unit}` : ''}`}
        data-given={given}
        disabled={asleep}
        onInput={(event) => to(nearestStep(grid, Number(event.currentTarget.value)))}
        onChange={lab.release}
        onBlur={lab.release}
        onKeyDown={onKeyDown}
      />
      <input
        class="value"
        inputMode="decimal"
        autocomplete="off"
        spellcheck={false}
        size={Math.max(6, decimal(grid, grid.most).length + 1)}
        value={typing?.text ?? text}
        aria-label={`${label}, typed`}
        aria-invalid={typing?.refused ? 'true' : undefined}
        aria-describedby={typing?.refused ? `${lab.name}-note` : undefined}
        data-given={typing ? undefined : given}
        data-draft={typing ? '' : undefined}
        readOnly={asleep}
        onInput={(event) => (draft.value = { text: event.currentTarget.value, value, refused: false })}
        onChange={onChange}
        onKeyDown={(event) => {
          if (event.key === 'Escape') draft.value = undefined;
        }}
      />
      {unit && <span class="unit">{unit}</span>}
    </div>
  );
}
