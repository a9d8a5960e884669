import { percent } from '../../charts/scale.ts';
import { claimOf } from './claims.ts';
import { stacksOf } from './drawing.tsx';
import { denominatorOf, model } from './model.ts';

const { first } = model;
const tones = { P: 'solid', Q: 'dashed', R: 'even' } as const;
const { uses } = claimOf(first.property, first.P.length);
const lengths = stacksOf(first).map((stack) => stack.first + stack.second);
const most = Math.max(...lengths);

/** The gallery’s picture. */
export const Picture = () => (
  <svg class="bench chart">
    {lengths.map((length, k) => (
      <rect
        key={k}
        class="bar even"
        x="8%"
        width={percent((0.84 * length) / most)}
        y={percent(0.08 + 0.16 * k)}
        height="11%"
      />
    ))}
    {uses.map((of, k) =>
      first[of].map((mass, x) => (
        <rect
          key={of + x}
          class={`bar ${tones[of]}`}
          x={percent(0.08 + 0.3 * k + 0.12 * x)}
          width="9%"
          y={percent(0.94 - (0.48 * mass) / denominatorOf(first))}
          height={percent((0.48 * mass) / denominatorOf(first))}
        />
      )),
    )}
  </svg>
);
