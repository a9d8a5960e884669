/** The instances of a page's exercises in its address: `?draw=by-hand.7~bits.3`. What is not named there is as it stands in the page. */

const key = 'draw';

export function seedsIn(search: string): ReadonlyMap<string, number> {
  const seeds = new Map<string, number>();
  for (const part of (new URLSearchParams(search).get(key) ?? '').split('~')) {
    const [, id, seed] = /^([a-z][a-z0-9-]*)\.([1-9]\d{0,5})$/.exec(part) ?? [];
    if (id !== undefined) seeds.set(id, Number(seed));
  }
  return seeds;
}

/** The query with these seeds; its other keys stay as they were written. */
export function withSeeds(search: string, seeds: ReadonlyMap<string, number>): string {
  const others = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && part.split('=')[0] !== key);
  const own = seeds.size > 0 ? [`${key}=${[...seeds].map(([id, seed]) => `${id}.${seed}`).join('~')}`] : [];
  const query = [...others, ...own].join('&');
  return query === '' ? '' : `?${query}`;
}
