import { percent } from '../../charts/scale.ts';
import { demands } from './candidates.ts';
import { candidateNames, candidateOf, meets } from './model.ts';

/** The gallery’s picture: who meets what. */
export function Picture() {
  return (
    <svg class="chart">
      {candidateNames.flatMap((name, row) =>
        demands.map((demand, column) => (
          <circle
            key={`${name}-${demand}`}
            cx={percent((column + 0.75) / (demands.length + 0.5))}
            cy={percent((row + 0.75) / (candidateNames.length + 0.5))}
            r="4"
            stroke="var(--muted)"
            stroke-width="1.5"
            fill={meets(candidateOf(name), demand) ? 'var(--muted)' : 'none'}
          />
        )),
      )}
    </svg>
  );
}
