import { percent } from './scale.ts';

export interface Tick {
  readonly value: number;
  readonly label: string;
  /** Height on the axis as a share of it, from the bottom. */
  readonly at: number;
}

/** The labels of a vertical axis, each at its height. */
export const Ticks = ({ ticks }: { readonly ticks: readonly Tick[] }) => (
  <div class="ticks" aria-hidden="true">
    {ticks.map(({ value, label, at }) => (
      <span key={label} data-sym="" data-tick={value} style={{ bottom: percent(at) }}>
        {label}
      </span>
    ))}
  </div>
);
