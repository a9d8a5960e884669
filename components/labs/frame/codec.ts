import { share, whole } from '../masses.ts';

/**
 * How a part of a setting is written in a link, in the characters A–Z a–z 0–9 . - ! * ( ), and read back. What `read` takes
 * is what `write` can have written, or undefined: a link that was cut or edited never becomes a wrong state.
 */
export interface Codec<Value> {
  readonly write: (value: Value) => string;
  readonly read: (text: string) => Value | undefined;
}

/** An integer of an interval. */
export const integer = (least: number, greatest: number): Codec<number> => ({
  write: String,
  read: (text) => {
    const value = Number(text);
    const canonical = /^-?\d{1,15}$/.test(text) && String(value) === text;
    return canonical && value >= least && value <= greatest ? value : undefined;
  },
});

/** One of a few words. */
export const word = <const Word extends string>(words: readonly Word[]): Codec<Word> => ({
  write: (value) => value,
  read: (text) => words.find((known) => known === text),
});

export const flag: Codec<boolean> = {
  write: (value) => (value ? 'y' : 'n'),
  read: (text) => (text === 'y' ? true : text === 'n' ? false : undefined),
};

/** Values of one kind, joined by full stops. */
export const list = <Value>(of: Codec<Value>, fewest: number, most: number): Codec<readonly Value[]> => ({
  write: (values) => values.map((value) => of.write(value)).join('.'),
  read: (text) => {
    const values = text === '' ? [] : text.split('.').map((part) => of.read(part));
    if (values.length < fewest || values.length > most) return undefined;
    return values.every((value) => value !== undefined) ? values : undefined;
  },
});

export const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** A pmf whose masses are integers in millionths, written as integers in lowest terms: `1.2.7`. */
export const masses = (fewest: number, most: number): Codec<readonly number[]> => ({
  write: (values) => {
    const common = values.reduce(gcd);
    return values.map((mass) => mass / common).join('.');
  },
  read: (text) => {
    if (!/^\d{1,7}(\.\d{1,7})*$/.test(text)) return undefined;
    const weights = text.split('.').map(Number);
    const sum = weights.reduce((a, b) => a + b, 0);
    if (weights.length < fewest || weights.length > most) return undefined;
    if (sum === 0 || whole % sum !== 0 || weights.reduce(gcd) !== 1) return undefined;
    return share(whole, weights);
  },
});

type Codecs<Setting> = { readonly [Key in keyof Setting]: Codec<Setting[Key]> };

/** version ~ field ~ field …: fields that have their first value are empty, and left out at the end. */
export function fields<Setting extends object>(
  version: string,
  first: Setting,
  codecs: Codecs<Setting>,
): Codec<Setting> {
  const keys = Object.keys(codecs) as (keyof Setting)[];
  const usual = (key: keyof Setting): string => codecs[key].write(first[key]);
  return {
    write: (setting) => {
      const texts = keys.map((key) => {
        const text = codecs[key].write(setting[key]);
        return text === usual(key) ? '' : text;
      });
      while (texts.at(-1) === '') texts.pop();
      return [version, ...texts].join('~');
    },
    read: (text) => {
      const [written, ...texts] = text.split('~');
      if (written !== version || texts.length > keys.length) return undefined;
      const setting: Partial<Setting> = {};
      for (const [k, key] of keys.entries()) {
        const part = texts[k] ?? '';
        const value = part === '' ? first[key] : codecs[key].read(part);
        if (value === undefined) return undefined;
        setting[key] = value;
      }
      return setting as Setting;
    },
  };
}
