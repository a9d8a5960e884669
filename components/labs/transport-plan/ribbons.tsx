import type { Ribbon } from './layout.ts';

/** How finely paths are written: in shares of the box, as integers of so many parts. */
const parts = 10_000;
const at = (x: number, y: number): string => `${Math.round(x * parts)} ${Math.round(y * parts)}`;

/** An edge from stop to stop, upright at each. */
const edge = (stops: Ribbon['stops'], shift: number): string =>
  stops
    .slice(1)
    .map(({ x, y }, k) => {
      const from = stops[k]!;
      const middle = (from.y + y) / 2;
      return `C${at(from.x + shift, middle)} ${at(x + shift, middle)} ${at(x + shift, y)}`;
    })
    .join('');

function path({ stops, width }: Ribbon): string {
  const [first, last] = [stops[0]!, stops.at(-1)!];
  return `M${at(first.x, first.y)}${edge(stops, 0)}L${at(last.x + width, last.y)}${edge([...stops].reverse(), width)}Z`;
}

/** Each ribbon as wide as the mass that it carries. */
export const Ribbons = ({ ribbons }: { readonly ribbons: readonly Ribbon[] }) => (
  <svg class="cut" width="100%" height="100%" viewBox={`0 0 ${parts} ${parts}`} preserveAspectRatio="none">
    {ribbons.map((ribbon) => (
      <path key={Object.values(ribbon.passage).slice(0, 3).join(' ')} class="ribbon" d={path(ribbon)} />
    ))}
  </svg>
);
