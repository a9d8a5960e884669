import { heights, type Ribbon } from './layout.ts';

/** How finely paths are written: in shares of the box, as integers of so many parts. */
const parts = 10_000;
const at = (x: number, y: number): string => `${Math.round(x * parts)} ${Math.round(y * parts)}`;

function path({ from, to, width }: Ribbon): string {
  const [top, middle, bottom] = [heights.P, (heights.P + heights.Q) / 2, heights.Q];
  const down = `M${at(from, top)}C${at(from, middle)} ${at(to, middle)} ${at(to, bottom)}`;
  const up = `L${at(to + width, bottom)}C${at(to + width, middle)} ${at(from + width, middle)} ${at(from + width, top)}`;
  return `${down}${up}Z`;
}

/** Each ribbon as wide as the mass that it carries. */
export const Ribbons = ({ ribbons }: { readonly ribbons: readonly Ribbon[] }) => (
  <svg class="cut" width="100%" height="100%" viewBox={`0 0 ${parts} ${parts}`} preserveAspectRatio="none">
    {ribbons.map((ribbon) => (
      <path key={`${ribbon.x} ${ribbon.y}`} class="ribbon" d={path(ribbon)} />
    ))}
  </svg>
);
