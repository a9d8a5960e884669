import { Curve, type Point } from '../../charts/curve.tsx';
import { along } from '../../charts/plot.tsx';
import { percent } from '../../charts/scale.ts';
import { places, samples, type Size } from './kinds.ts';
import type { Estimates } from './run.ts';
import { log10, type Scale, sizeAxis } from './scales.ts';

/** How far to either side of their size the estimates are spread, so that they can be told apart. */
const halfWidth = 0.16;
const parts = 10_000;

export const acrossOf = (size: Size): number => along(sizeAxis, log10(Number(size)));

const valueOf = (estimate: number | null): number => (estimate === null ? Infinity : estimate / 10 ** places);

function placeOf(size: Size, sample: number, estimate: number | null, { up, heightOf }: Scale): Point {
  const aside = (2 * sample + 1) / samples - 1;
  return {
    x: along(sizeAxis, log10(Number(size)) + halfWidth * aside),
    y: along(up, heightOf(valueOf(estimate))),
  };
}

interface Props {
  readonly size: Size;
  readonly estimates: Estimates;
  readonly scale: Scale;
}

/** A dot for each estimate, the first one's larger, and how far they are spread around their mean. */
export function Strip({ size, estimates, scale }: Props) {
  const dots = estimates.map((estimate, sample) => placeOf(size, sample, estimate, scale));
  const path = dots.map(({ x, y }) => `M${Math.round(x * parts)} ${Math.round((1 - y) * parts)}h0`).join('');
  const spread = spreadOf(estimates);
  const x = percent(acrossOf(size));
  const level = (value: number): string => percent(1 - along(scale.up, scale.heightOf(value)));
  return (
    <>
      <svg
        class="cut"
        width="100%"
        height="100%"
        viewBox={`0 0 ${parts} ${parts}`}
        preserveAspectRatio="none"
      >
        <path class="dots" d={path} />
      </svg>
      <circle class="dot first-sample" cx={percent(dots[0]!.x)} cy={percent(1 - dots[0]!.y)} r="3" />
      {spread && <line class="spread" x1={x} x2={x} y1={level(spread.from)} y2={level(spread.to)} />}
    </>
  );
}

/** One standard deviation to either side of the mean, of what is finite. */
function spreadOf(estimates: Estimates): { readonly from: number; readonly to: number } | undefined {
  const values = estimates.filter((value) => value !== null).map(valueOf);
  if (values.length < 2) return undefined;
  const mean = meanOf(estimates)!;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const deviation = Math.sqrt(squares / (values.length - 1));
  return { from: mean - deviation, to: mean + deviation };
}

export function meanOf(estimates: Estimates): number | undefined {
  const values = estimates.filter((value) => value !== null);
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / (values.length * 10 ** places);
}

/** The means of what is finite, from size to size. */
export const Means = ({
  of,
  sizes,
  scale,
  tone,
}: {
  readonly of: readonly Estimates[];
  readonly sizes: readonly Size[];
  readonly scale: Scale;
  readonly tone: string;
}) => (
  <Curve
    tone={tone}
    points={of.flatMap((estimates, k) => {
      const mean = meanOf(estimates);
      if (mean === undefined) return [];
      return [{ x: acrossOf(sizes[k]!), y: along(scale.up, scale.heightOf(mean)) }];
    })}
  />
);
