import { readFileSync } from 'node:fs';

const read = (file: string): string =>
  readFileSync(new URL(`../../src/core/${file}`, import.meta.url), 'utf8');

/** The file of each export of src/core/index.ts that is not only a type. */
function files(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, names, file] of read('index.ts').matchAll(/export \{([^}]*)\} from '\.\/([^']*)'/g)) {
    for (const name of names!.split(',').map((part) => part.trim())) {
      if (name !== '' && !name.startsWith('type ')) found.set(name, file!);
    }
  }
  return found;
}

const fileOf = files();

/**
 * What the comment of an export says about its error, '' where it says nothing. `method` names a method of what a maker of
 * members of a family returns.
 */
export function statedBound(name: string, method?: string): string {
  const text = read(fileOf.get(name)!);
  const head =
    method === undefined
      ? new RegExp(String.raw`\*/\s*export (?:function|const) ${name}\b`)
      : new RegExp(String.raw`\*/\s*${method}\(`);
  const at = text.search(head);
  if (at < 0) return '';
  const comment = text.slice(text.lastIndexOf('/**', at) + 3, at).replace(/\n\s*\*/g, ' ');
  const [prose] = comment.split(/ @(?:throws|see)/);
  const sentences = prose!.replace(/\s+/g, ' ').split(/(?<=[.;:]) /);
  const stated = sentences
    .filter((sentence) => BOUND.test(sentence) && !REASON.test(sentence))
    .map((sentence) => sentence.trim().replace(/[.;:/]+$/, ''))
    .join('; ')
    .replace(/, u = 2⁻⁵³| \(u = 2⁻⁵³\)/g, '');
  // The signature, up to its end.
  const returned = /\): (?:Bounded|Certified)\b/.test(text.slice(at, text.indexOf('\n', at + 3) + 1));
  return [stated, returned ? 'returned beside the value' : ''].filter((part) => part !== '').join('; ');
}

/** Says how large an error is, or whose it shares. */
const BOUND =
  /\b[Ee]rrors?\b.*(?:\d|`|above)|\d (?:d )?u\b|(?:Otherwise|nats,) as `|computed to \d|^`\w+` of|that of `|bits of `|to the last bit|within some \d|right to \d/;
/** Says why, or what a search found. */
const REASON =
  /^(?:every|each) summed|^A difference has|found by search|[Ss]ymmetric,? to the last bit(?!.*error)|standard error/;
