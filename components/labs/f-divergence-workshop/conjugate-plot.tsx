import { Fragment } from 'preact';
import { useMemo } from 'preact/hooks';
import { Curve } from '../../charts/curve.tsx';
import { along, Plot, valueAt } from '../../charts/plot.tsx';
import { percent } from '../../charts/scale.ts';
import { Handle } from '../frame/handle.tsx';
import type { Lab } from '../frame/lab.ts';
import { inNumbers, type Outcome, outcomesOf, scoreDragged, scoreNudged, withScore } from './critic.ts';
import { conjugatePoints } from './curves.ts';
import { keyOf } from './kinds.ts';
import type { Setting } from './model.ts';
import { At, clamped, inside, ordinals, prices, scores, touching } from './places.tsx';

interface Best {
  readonly place: number;
  /** The outcomes that have it. */
  readonly of: readonly number[];
}

/** Where on the axis the best scores are, those at one place together. */
function bestPlaces(outcomes: readonly (Outcome | undefined)[]): readonly Best[] {
  const places = new Map<number, number[]>();
  for (const [x, outcome] of outcomes.entries()) {
    if (!outcome) continue;
    const place = clamped(along(scores, inNumbers(outcome.best)));
    places.set(place, [...(places.get(place) ?? []), x]);
  }
  return [...places].map(([place, of]) => ({ place, of }));
}

/** The conjugate, with a score for each outcome. */
export function Conjugate({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  const key = keyOf(setting);
  const curve = useMemo(() => conjugatePoints(setting, scores, prices), [key]);
  const outcomes = outcomesOf(setting);
  const bests = bestPlaces(outcomes);
  return (
    <Plot
      x={scores}
      y={prices}
      title="The conjugate of f, and the critic’s score of each outcome on it"
      over={
        <>
          <span class="mark-at best-scores">best:</span>
          {outcomes.map((outcome, x) => {
            if (!outcome) return undefined;
            const { score, price } = touching(outcome, x);
            const at = inside(scores, prices, { x: score, y: price });
            return (
              <Fragment key={x}>
                <Handle
                  lab={lab}
                  id={`drag-T${x + 1}`}
                  label={`score of the ${ordinals[x]!} outcome: the arrow keys make it smaller and larger`}
                  at={{ x: at.x, y: 1 - at.y }}
                  along="across"
                  tone="plan"
                  drag={(from, place) => withScore(from, x, scoreDragged(from, x, valueAt(scores, place.x)))}
                  nudge={(now, steps) => withScore(now, x, scoreNudged(now, x, steps))}
                />
                {/* A digit in the style sheet would be a number that nothing answers for. */}
                <At at={at} tone="score">
                  {x + 1}
                </At>
              </Fragment>
            );
          })}
          {bests.map(({ place, of }) => (
            <At key={place} at={{ x: place, y: 0.06 }} tone="best-score">
              {of.map((x) => x + 1).join(', ')}
            </At>
          ))}
        </>
      }
    >
      <Curve tone="generator" points={curve} />
      {bests.map(({ place }) => (
        <line key={place} class="best" x1={percent(place)} x2={percent(place)} y1="94%" y2="100%" />
      ))}
    </Plot>
  );
}
