import { type Field, fieldOf } from '../../charts/contours.tsx';
import { height, type Surface } from './model.ts';

const points = 61;
const fields = new Map<Surface, Field>();

/** The surface over p from the left and q from the bottom; made once. */
export function surfaceField(surface: Surface): Field {
  const field = fields.get(surface) ?? fieldOf(points, points, (p, q) => height(surface, p, q));
  fields.set(surface, field);
  return field;
}
