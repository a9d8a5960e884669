import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { useMemo } from 'preact/hooks';
import { percent } from '../../charts/scale.ts';
import type { Lab } from './lab.ts';
import { decimalOf, whole } from '../masses.ts';
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

/** The handlers of one bar, made once: a drag is relative, so taking hold of a bar never moves it. */
function handlersOf({ lab, side, outcome }: Props) {
  let grab: Grab | undefined;
  const to = (mass: number): void => lab.act((state) => move(state, side, outcome, mass));
  const letGo = (ending: typeof release) => (): void => {
    if (grab) lab.act(ending);
    grab = undefined;
  };
  return {
    onPointerDown: (event: TargetedPointerEvent<HTMLDivElement>): void => {
      if (event.button !== 0 || !lab.alive.value) return;
      // A finger scrolls the page unless it lands on the handle.
      if (event.pointerType === 'touch' && event.target === event.currentTarget) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const { height } = event.currentTarget.getBoundingClientRect();
      grab = { y: event.clientY, mass: lab.mass(side, outcome), height };
    },
    onPointerMove: (event: TargetedPointerEvent<HTMLDivElement>): void => {
      if (grab) to(massAfterDrag(grab.mass, (grab.y - event.clientY) / grab.height, event.shiftKey));
    },
    onPointerUp: letGo(release),
    onPointerCancel: letGo(cancel),
    onKeyDown: (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
      const mass = massAfterKey(event.key, event.shiftKey, lab.mass(side, outcome));
      if (mass === undefined || event.ctrlKey || event.metaKey || event.altKey || !lab.alive.value) return;
      event.preventDefault();
      to(mass);
    },
    onBlur: (): void => lab.act(release),
  };
}

/** One bar’s handle. */
export function Slider({ lab, side, outcome }: Props) {
  const handlers = useMemo(() => handlersOf({ lab, side, outcome }), [lab, side, outcome]);
  const mass = lab.mass(side, outcome);
  const given = decimalOf(mass);
  return (
    <div
      class={`slider side-${side}`}
      role="slider"
      tabIndex={0}
      aria-label={`${side}, outcome ${lab.label(outcome)}`}
      aria-orientation="vertical"
      aria-valuemax={1}
      aria-valuenow={Number(given)}
      aria-valuetext={given}
      aria-disabled={lab.alive.value ? undefined : 'true'}
      data-given={`${side}(${outcome + 1})`}
      {...handlers}
    >
      <span class="lift" style={`transform:translateY(-${percent(mass / whole)})`}>
        <span class="grip scripted" />
      </span>
      <i class="letter bar-name" aria-hidden="true">
        {side}
      </i>
    </div>
  );
}
