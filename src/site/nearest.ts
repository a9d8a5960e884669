/** How many letters must be put in, taken out or changed to turn one word into the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, k) => k);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, wanted] of [...other].entries())
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === wanted ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}

/** The names that were most likely meant, nearest first. */
export function nearest(written: string, names: readonly string[], most = 3): string[] {
  return names
    .map((name) => ({
      name,
      far: Math.min(distance(written, name), distance(written, shortName(name)) + 0.5),
    }))
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}

/** `kl/nonneg` → `nonneg`. */
const shortName = (name: string): string => name.slice(name.indexOf('/') + 1);
