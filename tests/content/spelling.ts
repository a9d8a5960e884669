/** British spelling of everything that readers read in `content/`, by cspell's dictionary and the words that content/words.yaml adds to it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'astro/zod';
import { decodeTrie } from 'cspell-trie-lib';
import { parse } from 'yaml';
import { place } from '../../src/site/check-page.ts';
import { readPage } from '../../src/site/page-source.ts';

const WORDS = 'content/words.yaml';

/** Words that the dictionary does not know, by the reason why they are right. */
const allowed = z.array(z.strictObject({ reason: z.string().min(10), words: z.array(z.string()).min(1) }));

/** The YAML files with sentences in them, and the keys that hold these. */
const records: Readonly<Record<string, readonly string[]>> = {
  'content/claims.yaml': ['claim', 'correction'],
  'content/glossary.yaml': ['term', 'short', 'means'],
  'content/formalisations.yaml': ['says'],
  'content/planned.yaml': ['*'],
  'content/navigation.yaml': ['title'],
  'content/site.yaml': ['name', 'tagline'],
};
/** Attributes of components that readers see. */
const shown = ['title', 'breaks', 'label', 'caption'];

const dictionary = (() => {
  const folder = dirname(createRequire(import.meta.url).resolve('@cspell/dict-en-gb-mit'));
  return decodeTrie(gunzipSync(readFileSync(join(folder, 'en_GB.trie.gz'))));
})();

/** A word of a text, and where it stands there. */
interface Word {
  readonly word: string;
  readonly at: number;
}

/** The words of a text, formulas between dollar signs left out. */
export function wordsIn(text: string): Word[] {
  const plain = text.replace(/\$[^$]*\$/g, (formula) => ' '.repeat(formula.length));
  return [...plain.matchAll(/\p{L}+(?:['’-]\p{L}+)*/gu)].map(({ 0: word, index }) => ({ word, at: index }));
}

/** A checker that knows these words besides its dictionary. */
export class Speller {
  readonly #added: ReadonlyMap<string, string>;

  constructor(words: readonly string[]) {
    this.#added = new Map(words.map((word) => [word.toLowerCase(), word]));
  }

  /** Whether a word is spelled as the dictionary or the list has it; of a compound, each part. */
  knows(written: string): boolean {
    const word = written.replace(/’/g, "'").replace(/'s?$/, '');
    if (word.length === 1 || this.#isAdded(word)) return true;
    if (isInDictionary(word)) return !isAmerican(word);
    return word.includes('-') && word.split('-').every((part) => this.knows(part));
  }

  #isAdded(word: string): boolean {
    const lower = word.toLowerCase();
    // What is listed with capitals is a name, and keeps them.
    const listed = this.#added.get(lower);
    return listed !== undefined && (listed === lower || listed === word || word === word.toUpperCase());
  }
}

const isInDictionary = (word: string): boolean =>
  [word, word.toLowerCase(), word[0]!.toUpperCase() + word.slice(1).toLowerCase()].some((form) =>
    dictionary.has(form),
  );

/** Spellings that the dictionary has beside those of this site: ‘normalize’, ‘center’. */
function isAmerican(word: string): boolean {
  const lower = word.toLowerCase();
  const british = lower
    .replace(/iz(?=(?:e[drs]?|ing|ations?|ers?)$)/, 'is')
    .replace(/^center(?=s|ed|ing|$)/, 'centre');
  return (
    lower.length > 5 && british !== lower && isInDictionary(british.replace(/^centre(?:ed|ing)$/, 'centre'))
  );
}

const message = (word: string): string => {
  const meant = dictionary.suggest(word, { numSuggestions: 3, timeout: 200 }).join(', ');
  return `${word} is not in the British dictionary${meant ? `, which has ${meant}` : ''}; correct it, or add it to ${WORDS} with its reason`;
};

/** The misspelt words of a page, with their places. */
export function misspeltInPage(source: string, file: string, speller: Speller): string[] {
  const { frontMatter, passages } = readPage(source);
  const texts: (readonly [text: string, offset: number])[] = [
    ...[frontMatter.title, frontMatter.description, ...(frontMatter.goals ?? [])].map(
      (text) => [text, Math.max(0, source.indexOf(text))] as const,
    ),
    ...passages.flatMap((passage) => {
      if (passage.kind === 'text' && passage.where !== 'code')
        return [[passage.text, passage.offset] as const];
      if (passage.kind !== 'component') return [];
      return shown.flatMap((name) => {
        const text = passage.attributes[name];
        return text === undefined ? [] : [[text, source.indexOf(text, passage.offset)] as const];
      });
    }),
  ];
  return texts.flatMap(([text, offset]) =>
    wordsIn(text)
      .filter(({ word }) => !speller.knows(word))
      .map(({ word, at }) => {
        const { line, column } = place(source, offset + at);
        return `${file}:${line}:${column}: ${message(word)}`;
      }),
  );
}

function strings(value: unknown, keys: readonly string[], key = ''): string[] {
  if (typeof value === 'string') return keys.includes(key) || keys.includes('*') ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => strings(inner, keys, name));
}

export const misspeltInRecords = (speller: Speller): string[] =>
  Object.entries(records).flatMap(([file, keys]) =>
    strings(parse(readFileSync(file, 'utf8')), keys).flatMap((text) =>
      wordsIn(text)
        .filter(({ word }) => !speller.knows(word))
        .map(({ word }) => `${file}: “${text.slice(0, 60)}”: ${message(word)}`),
    ),
  );

/** The words of content/words.yaml, and what is wrong with the list itself. */
export function readWords(yaml = readFileSync(WORDS, 'utf8')): { words: string[]; problems: string[] } {
  const words = allowed.parse(parse(yaml)).flatMap((group) => group.words);
  const seen = new Set<string>();
  const problems = words.flatMap((word) => {
    const twice = seen.has(word.toLowerCase());
    seen.add(word.toLowerCase());
    if (twice) return [`${WORDS}: ${word} stands there twice`];
    return isInDictionary(word) ? [`${WORDS}: ${word} is in the dictionary; remove it`] : [];
  });
  return { words, problems };
}

/** Every misspelt word of these pages, and, where they are all pages, of the records and of the list of words. */
export function misspelt(files: readonly string[], whole: boolean): string[] {
  const { words, problems } = readWords();
  const speller = new Speller(words);
  const found = files.flatMap((file) => {
    try {
      return misspeltInPage(readFileSync(file, 'utf8'), file, speller);
    } catch {
      // A page that cannot be read has failed already.
      return [];
    }
  });
  if (!whole) return found;
  const inRecords = misspeltInRecords(speller);
  return [...found, ...inRecords, ...problems];
}
