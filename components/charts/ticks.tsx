import { percent } from './scale.ts';

export interface Tick {
  readonly value: number;
  readonly label: string;
  /** Where it stands on the axis, as a share of it from its zero: from the bottom, or from the left. */
  readonly at: number;
}

interface Props {
  readonly ticks: readonly Tick[];
  /** For a horizontal axis. */
  readonly across?: boolean;
}

/** The labels of an axis, each at its place. */
export const Ticks = ({ ticks, across = false }: Props) => (
  <div class={across ? 'ticks across' : 'ticks'} aria-hidden="true">
    {ticks.map(({ value, label, at }) => (
      <span key={label} data-sym="" data-tick={value} style={{ [across ? 'left' : 'bottom']: percent(at) }}>
        {label}
      </span>
    ))}
  </div>
);
