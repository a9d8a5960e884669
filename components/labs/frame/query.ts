import type { Codec } from './codec.ts';

/** The setting that a query holds under a key; 'unreadable' where there is something that cannot be read. */
export function fromQuery<Setting>(
  search: string,
  key: string,
  codec: Codec<Setting>,
): Setting | 'none' | 'unreadable' {
  const text = new URLSearchParams(search).get(key);
  return text === null ? 'none' : (codec.read(text) ?? 'unreadable');
}

/** The query with `key` set to a text, or taken out; the other keys stay as they were written. */
export function intoQuery(search: string, key: string, text: string | undefined): string {
  const others = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && part.split('=')[0] !== key);
  const query = [...others, ...(text === undefined ? [] : [`${key}=${encodeURIComponent(text)}`])].join('&');
  return query === '' ? '' : `?${query}`;
}
