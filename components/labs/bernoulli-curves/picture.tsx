import { Curve } from '../../charts/curve.tsx';
import { ceiling, curveOf, lineOf, model, shownIn } from './model.ts';

/** The gallery’s picture. */
export function Picture() {
  const setting = { ...model.first, view: 'directions' } as const;
  return (
    <svg class="bench chart">
      {shownIn[setting.view].map((name) => (
        <Curve
          key={name}
          tone={lineOf(name).tone}
          points={curveOf(name, setting).map(({ q, value }) => ({ x: q, y: value / ceiling(setting) }))}
        />
      ))}
    </svg>
  );
}
