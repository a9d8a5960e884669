import { drawnRibbons } from './drawing.tsx';
import { heightsOf } from './layout.ts';
import { model } from './model.ts';
import { Ribbons } from './ribbons.tsx';
import { Bars } from './rows.tsx';

const heights = heightsOf.two;

/** The gallery’s picture. */
export const Picture = () => (
  <svg class="bench transport-plan chart">
    <Ribbons ribbons={drawnRibbons(model.first)} />
    <Bars side="P" masses={model.first.P} heights={heights} />
    <Bars side="Q" masses={model.first.Q} heights={heights} />
  </svg>
);
