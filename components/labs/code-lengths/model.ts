import {
  type Certified,
  crossEntropy,
  entropy,
  fromWeights,
  klDivergence,
  type Pmf,
} from '../../../src/core/index.ts';
import type { CertifiedCore } from '../certified-core.ts';
import { type Codec, fields } from '../frame/codec.ts';
import type { LabModel } from '../frame/contract.ts';
import { coreBounds, inBits, type Reading } from '../reading.ts';
import { huffmanCode } from './huffman.ts';

/** What is sent, and the text that the other code was made for: small letters. */
export interface Setting {
  readonly message: string;
  readonly text: string;
}

export const mostLetters = 40;

/** What of a reader's writing is sent: its letters, as many as there is room for. */
export const lettersOf = (written: string): string =>
  written
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, mostLetters);

const letters: Codec<string> = {
  write: (text) => text,
  read: (text) => (text !== '' && lettersOf(text) === text ? text : undefined),
};

const first: Setting = { message: 'abracadabra', text: 'cardboard' };

/** A setting with all that is shown of it: the letters in the order of the alphabet, how often each occurs, and the two codes. */
export interface Coded {
  readonly letters: readonly string[];
  readonly length: number;
  readonly counts: Readonly<Record<'P' | 'Q', readonly number[]>>;
  readonly pmfs: Readonly<Record<'P' | 'Q', Pmf>>;
  readonly words: Readonly<Record<'P' | 'Q', readonly (string | undefined)[]>>;
}

const known = new WeakMap<Setting, Coded>();

export function coded(setting: Setting): Coded {
  const made = known.get(setting) ?? code(setting);
  known.set(setting, made);
  return made;
}

function code({ message, text }: Setting): Coded {
  const letters = [...new Set(message + text)].sort();
  const countsIn = (written: string): readonly number[] =>
    letters.map((letter) => written.split(letter).length - 1);
  const counts = { P: countsIn(message), Q: countsIn(text) };
  return {
    letters,
    length: message.length,
    counts,
    pmfs: { P: fromWeights(counts.P), Q: fromWeights(counts.Q) },
    words: { P: huffmanCode(counts.P), Q: huffmanCode(counts.Q) },
  };
}

const u = 2 ** -53;
const rounded = { relativeErrorBound: 2 * u, absoluteErrorBound: 0 } as const;

const definitions = {
  entropy: {
    of: '\\H{P}',
    value: (p: Pmf) => entropy(p),
    certify: (core: CertifiedCore, p: Pmf): Certified => core.entropy(p),
  },
  'cross-entropy': {
    of: '\\CE{P}{Q}',
    value: crossEntropy,
    certify: (core: CertifiedCore, p: Pmf, q: Pmf): Certified => core.crossEntropy(p, q),
  },
  divergence: {
    of: '\\KL{P}{Q}',
    value: klDivergence,
    certify: (core: CertifiedCore, p: Pmf, q: Pmf): Certified => core.klDivergence(p, q),
  },
} as const;

export type IdealName = keyof typeof definitions;
export const idealNames = Object.keys(definitions) as readonly IdealName[];

/** What ideal code words need on average, a letter. */
export function ideal(name: IdealName, setting: Setting): Reading {
  const { of, value, certify } = definitions[name];
  const { P, Q } = coded(setting).pmfs;
  return inBits({
    of,
    unit: 'nats',
    value: value(P, Q),
    ...coreBounds,
    certify: (core) => certify(core, P, Q),
  });
}

/** What ideal code words need for the whole message. */
export function idealTotal(name: IdealName, setting: Setting): Reading {
  const { of, unit, value, relativeErrorBound, absoluteErrorBound } = ideal(name, setting);
  const { length } = coded(setting);
  return {
    of: `N ${of}`,
    unit,
    value: length * value,
    relativeErrorBound: relativeErrorBound + u,
    absoluteErrorBound: length * absoluteErrorBound,
  };
}

/** Σ P(x) ℓ(x) of a code, as an expression with its word lengths in it; undefined where the message has a letter without a word. */
function meanLength(of: 'P' | 'Q', setting: Setting): { of: string; bits: number } | undefined {
  const { counts, words } = coded(setting);
  const sent = counts.P.flatMap((count, x) => (count > 0 ? [{ count, x, word: words[of][x] }] : []));
  if (sent.some(({ word }) => word === undefined)) return undefined;
  const terms = sent.filter(({ word }) => word !== '').map(({ x, word }) => `${word!.length} P(${x + 1})`);
  return {
    of: terms.length === 0 ? '(0 \\log 2)' : `(${terms.join(' + ')}) \\log 2`,
    bits: sent.reduce((sum, { count, word }) => sum + count * word!.length, 0),
  };
}

/** What the words of the Huffman code made for P, or for Q, need for the whole message, and for a letter on average. */
export function huffman(of: 'P' | 'Q', setting: Setting): Record<'total' | 'mean', Reading> | undefined {
  const mean = meanLength(of, setting);
  if (!mean) return undefined;
  const { length } = coded(setting);
  return {
    total: {
      of: `N ${mean.of}`,
      unit: 'bits',
      value: mean.bits,
      relativeErrorBound: 0,
      absoluteErrorBound: 0,
    },
    mean: { of: mean.of, unit: 'bits', value: mean.bits / length, ...rounded },
  };
}

/** How often a letter occurs, and the length of its ideal word. */
export function letterReadings(
  of: 'P' | 'Q',
  x: number,
  setting: Setting,
): Record<'mass' | 'length', Reading> {
  const { counts, pmfs } = coded(setting);
  const total = counts[of].reduce((a, b) => a + b, 0);
  const sure = fromWeights(counts[of].map((_, other) => (other === x ? 1 : 0)));
  return {
    mass: { of: `${of}(${x + 1})`, unit: '', value: counts[of][x]! / total, ...rounded },
    length: inBits({
      of: `-\\log ${of}(${x + 1})`,
      unit: 'nats',
      // The surprisal of a letter is the cross-entropy of being sure of it.
      value: crossEntropy(sure, pmfs[of]),
      ...coreBounds,
      certify: (core) => core.crossEntropy(sure, pmfs[of]),
    }),
  };
}

export const presets = [
  { shows: 'a code made for another text', setting: first },
  { shows: 'a letter without a word', setting: { message: 'abracadabra', text: 'barbara' } },
  { shows: 'all letters alike', setting: { message: 'abracadabra', text: 'abcdr' } },
  { shows: 'the right code', setting: { message: 'abracadabra', text: 'abracadabra' } },
  { shows: 'Huffman is ideal', setting: { message: 'aaaabbcd', text: 'abcd' } },
  { shows: 'Huffman loses most of a bit', setting: { message: 'aaaaaaaaaaaaaaaaaaab', text: 'ab' } },
] as const satisfies readonly { readonly shows: string; readonly setting: Setting }[];

export const model: LabModel<Setting> = {
  name: 'code-lengths',
  first,
  codec: fields('1', first, { message: letters, text: letters }),
  givens: (setting) => {
    const { counts, length } = coded(setting);
    const shares = (of: readonly number[]): readonly string[] => {
      const total = of.reduce((a, b) => a + b, 0);
      return of.map((count) => (count === 0 ? '0' : `${count}/${total}`));
    };
    return { N: String(length), P: shares(counts.P), Q: shares(counts.Q) };
  },
  readings: (setting) => [
    ...idealNames.flatMap((name) => [ideal(name, setting), idealTotal(name, setting)]),
    ...(['P', 'Q'] as const).flatMap((of) => [
      ...Object.values(huffman(of, setting) ?? {}),
      ...coded(setting).letters.flatMap((_, x) => Object.values(letterReadings(of, x, setting))),
    ]),
  ],
};
