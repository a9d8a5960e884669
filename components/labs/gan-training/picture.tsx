import { inThousandths, mixtures } from './data.ts';
import { Dots } from './drawing.tsx';

const { centres, spread } = mixtures.ring;
/** Where the modes are, and beside each what a generator might make. */
const P = inThousandths(Float64Array.from(centres.flat()));
const Q = inThousandths(Float64Array.from(centres.flatMap(([x, y]) => [0.8 * x + spread, 0.8 * y + spread])));

/** The gallery’s picture. */
export const Picture = () => (
  <svg class="bench chart">
    <Dots tone="of-P" sample={P} />
    <Dots tone="of-Q" sample={Q} />
  </svg>
);
