/** Names a place in the record, as RFC 6901 does: ['pages', '/notation/', 'executed'] is `/pages/~1notation~1/executed`. */
export const pointer = (...keys: readonly (string | number)[]): string =>
  keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What stands at a place of the record, as it is shown: of a list, how much is in it. Undefined where nothing can be shown. */
export function shownAt(record: unknown, place: string): string | undefined {
  let part: unknown = record;
  for (const key of place.split('/').slice(1)) {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, name)) return undefined;
    part = (part as Record<string, unknown>)[name];
  }
  if (Array.isArray(part)) return String(part.length);
  return typeof part === 'string' || typeof part === 'number' ? String(part) : undefined;
}
