import { percent } from '../../charts/scale.ts';
import { coded, model } from './model.ts';

/** The gallery’s picture: the message in both codes, a box for each word, as long as it has bits. */
export function Picture() {
  const { letters, words } = coded(model.first);
  const lengths = (of: 'P' | 'Q') =>
    [...model.first.message].map((letter) => words[of][letters.indexOf(letter)]?.length ?? 0);
  const most = Math.max(...(['P', 'Q'] as const).map((of) => lengths(of).reduce((a, b) => a + b, 0)));
  return (
    <svg class="bench chart">
      {(['P', 'Q'] as const).flatMap((of, row) => {
        let start = 0;
        return lengths(of).map((length, k) => {
          const x = start;
          start += length;
          return (
            <rect
              key={`${of}${k}`}
              class={`bar ${of === 'P' ? 'solid' : 'dashed'}`}
              x={percent(0.05 + (0.9 * x) / most)}
              width={percent((0.9 * length) / most - 0.008)}
              y={percent(0.22 + 0.34 * row)}
              height="20%"
            />
          );
        });
      })}
    </svg>
  );
}
