import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { useMemo } from 'preact/hooks';
import { percent } from '../../charts/scale.ts';
import type { Grid } from './grid.ts';
import type { Lab } from './lab.ts';

/** A place in a plot, as shares of its width from the left and of its height from the top. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

interface Props<Setting> {
  readonly lab: Lab<Setting>;
  readonly id: string;
  /** What it is and what the arrow keys do: 'point P, moved by the arrow keys'. */
  readonly label: string;
  readonly at: Place;
  /** 'across' and 'up' take one pair of arrow keys, 'both' all four. */
  readonly along: 'across' | 'up' | 'both';
  /** The letter or sign that is drawn in it. */
  readonly sign?: string;
  readonly tone?: 'P' | 'Q' | 'R' | 'M' | 'plan' | 'plain';
  /** The setting after a drag to `place`, from the setting in which the drag began. */
  readonly drag: (from: Setting, place: Place) => Setting;
  /** The setting after a key: so many steps to the right and up; ten for the page keys, the hundredth with Shift. */
  readonly nudge: (setting: Setting, right: number, up: number) => Setting;
}

const arrows: Readonly<Record<string, readonly [right: number, up: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  PageUp: [0, 10],
  PageDown: [0, -10],
};

/** A value so many steps on; the hundredth of a step is the finest that the grid has. */
export const nudged = (grid: Grid, value: number, steps: number): number =>
  Math.min(grid.most, Math.max(grid.least, value + (Math.round(steps * grid.step) || Math.sign(steps))));

/** The plot that a handle stands in: the nearest ancestor that is placed. */
const plotOf = (element: HTMLElement): DOMRect => (element.offsetParent ?? element).getBoundingClientRect();

function handlersOf<Setting>(props: { readonly current: Props<Setting> }) {
  let grab: { readonly box: DOMRect; readonly dx: number; readonly dy: number } | undefined;
  const end = (how: 'release' | 'cancel') => (): void => {
    if (grab) props.current.lab[how]();
    grab = undefined;
  };
  return {
    onPointerDown: (event: TargetedPointerEvent<HTMLDivElement>): void => {
      const { lab, at } = props.current;
      if (event.button !== 0 || !lab.alive.value) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const box = plotOf(event.currentTarget);
      // A drag is relative: taking hold of a handle never moves it.
      grab = {
        box,
        dx: at.x - (event.clientX - box.left) / box.width,
        dy: at.y - (event.clientY - box.top) / box.height,
      };
    },
    onPointerMove: (event: TargetedPointerEvent<HTMLDivElement>): void => {
      if (!grab) return;
      const { lab, id, drag } = props.current;
      const { box, dx, dy } = grab;
      const x = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width + dx));
      const y = Math.min(1, Math.max(0, (event.clientY - box.top) / box.height + dy));
      lab.hold(id, (from) => drag(from, { x, y }));
    },
    onPointerUp: end('release'),
    onPointerCancel: end('cancel'),
    onKeyDown: (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
      const { lab, id, along, nudge } = props.current;
      const move = arrows[event.key];
      if (!move || event.ctrlKey || event.metaKey || event.altKey || !lab.alive.value) return;
      const [right, up] = move;
      const size = event.shiftKey ? 0.01 : 1;
      // A handle on one axis takes either pair of arrows for it.
      const [dx, dy] = along === 'across' ? [right + up, 0] : along === 'up' ? [0, right + up] : [right, up];
      event.preventDefault();
      lab.hold(id, (_, now) => nudge(now, dx * size, dy * size));
    },
    onBlur: (): void => props.current.lab.release(),
  };
}

/** A point of a plot that can be dragged, and moved by the arrow keys. It stands in a box that is positioned. */
export function Handle<Setting>(given: Props<Setting>) {
  const props = useMemo(() => ({ current: given }), []);
  props.current = given;
  const handlers = useMemo(() => handlersOf(props), []);
  const { lab, label, at, along, tone = 'plain', sign } = given;
  return (
    <div
      class={`handle along-${along} tone-${tone}`}
      style={{ left: percent(at.x), top: percent(at.y) }}
      role="button"
      aria-roledescription="handle"
      tabIndex={0}
      aria-label={label}
      aria-disabled={lab.alive.value ? undefined : 'true'}
      {...handlers}
    >
      {/* Drawn by the style sheet: it is a mark of the figure, not the name of the handle. */}
      <span data-sign={sign} />
    </div>
  );
}
