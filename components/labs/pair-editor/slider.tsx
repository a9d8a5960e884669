import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { percent } from '../../charts/scale.ts';
import type { Lab } from './lab.ts';
import { decimalOf, whole } from './masses.ts';
import { cancel, move, release, type Side } from './model.ts';

const step = { usual: 10_000, fine: 1_000, page: 100_000 } as const;

interface Props {
  readonly lab: Lab;
  readonly side: Side;
  readonly outcome: number;
}

interface Grab {
  readonly y: number;
  readonly mass: number;
  /** The height of mass one, measured once, when the bar is taken up. */
  readonly height: number;
}

/** Where the keys move a bar to; undefined for keys that mean nothing to it. */
export function massAfterKey(key: string, fine: boolean, mass: number): number | undefined {
  const arrow = fine ? step.fine : step.usual;
  const moves: Readonly<Record<string, number>> = {
    ArrowUp: mass + arrow,
    ArrowRight: mass + arrow,
    ArrowDown: mass - arrow,
    ArrowLeft: mass - arrow,
    PageUp: mass + step.page,
    PageDown: mass - step.page,
    Home: 0,
    End: whole,
  };
  return Object.hasOwn(moves, key) ? moves[key] : undefined;
}

/** Where a pointer that was moved up by a share of the scale takes a bar: to the nearest step. */
export function massAfterDrag(mass: number, share: number, fine: boolean): number {
  const grid = fine ? step.fine : step.usual;
  return share === 0 ? mass : Math.round((mass + share * whole) / grid) * grid;
}

/** One bar's handle. A drag is relative: taking hold of a bar never moves it. */
export function Slider({ lab, side, outcome }: Props) {
  const grab = useRef<Grab | undefined>(undefined);
  const { pair } = lab.state.value;
  const mass = pair[side][outcome]!;
  const onPointerDown = (event: TargetedPointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0 || !lab.alive.value) return;
    // A finger scrolls the page unless it lands on the handle.
    if (event.pointerType === 'touch' && event.target === event.currentTarget) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grab.current = { y: event.clientY, mass, height: event.currentTarget.getBoundingClientRect().height };
  };
  const onPointerMove = (event: TargetedPointerEvent<HTMLDivElement>): void => {
    const held = grab.current;
    if (!held) return;
    const to = massAfterDrag(held.mass, (held.y - event.clientY) / held.height, event.shiftKey);
    lab.act((state) => move(state, side, outcome, to));
  };
  const letGo = (ending: typeof release) => (): void => {
    if (!grab.current) return;
    grab.current = undefined;
    lab.act(ending);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const to = massAfterKey(event.key, event.shiftKey, mass);
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey || !lab.alive.value) return;
    event.preventDefault();
    lab.act((state) => move(state, side, outcome, to));
  };
  const given = decimalOf(mass);
  return (
    <div
      class={`slider side-${side}`}
      role="slider"
      tabIndex={0}
      aria-label={`${side}, outcome ${pair.labels[outcome]!}`}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={Number(given)}
      aria-valuetext={given}
      aria-disabled={lab.alive.value ? undefined : 'true'}
      data-given={`${side}(${outcome + 1})`}
      data-attr-ok="aria-label"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={letGo(release)}
      onPointerCancel={letGo(cancel)}
      onKeyDown={onKeyDown}
      onBlur={() => lab.act(release)}
    >
      <span class="grip" style={{ bottom: percent(mass / whole) }} />
    </div>
  );
}
