import { percent } from '../../charts/scale.ts';
import { model, ordered, reading } from './model.ts';

/** The gallery’s picture. */
export function Picture() {
  const names = ordered(model.first, true);
  const most = reading(names[0]!, model.first).value;
  return (
    <svg class="chart">
      {names.map((name, k) => (
        <rect
          key={name}
          class="bar even"
          x="6%"
          width={percent((0.88 * reading(name, model.first).value) / most)}
          y={percent(0.06 + (0.88 * k) / names.length)}
          height={percent(0.5 / names.length)}
        />
      ))}
    </svg>
  );
}
