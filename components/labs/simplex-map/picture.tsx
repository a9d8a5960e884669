import { ofFirst, Sides, viewBox } from './drawing.tsx';

/** The gallery’s picture. */
export const Picture = () => (
  <svg class="bench chart simplex-map" viewBox={viewBox}>
    <Sides />
    {ofFirst()}
  </svg>
);
