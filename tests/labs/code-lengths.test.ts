import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { huffmanCode } from '../../components/labs/code-lengths/huffman.ts';
import { huffman, ideal, model } from '../../components/labs/code-lengths/model.ts';
import { lab } from './settings/code-lengths.ts';

const counts = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 6 })
  .filter((all) => all.some((count) => count > 0));

const bitsOf = (all: readonly number[], lengths: readonly (number | undefined)[]): number =>
  all.reduce((sum, count, x) => sum + (count === 0 ? 0 : count * lengths[x]!), 0);

/** The least total over all lengths that Kraft’s inequality allows: those of all prefix codes. */
function leastBits(all: readonly number[]): number {
  const used = all.filter((count) => count > 0);
  if (used.length === 1) return 0;
  let least = Infinity;
  const lengths: number[] = [];
  const extend = (room: number, bits: number): void => {
    if (bits >= least) return;
    if (lengths.length === used.length) {
      least = bits;
      return;
    }
    for (let length = 1; length < used.length; length++) {
      const share = 2 ** -length;
      if (share > room) continue;
      lengths.push(length);
      extend(room - share, bits + used[lengths.length - 1]! * length);
      lengths.pop();
    }
  };
  extend(1, 0);
  return least;
}

describe('a Huffman code', () => {
  test('has a word for what occurs and for nothing else, and no word begins another', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const words = huffmanCode(all);
        expect(words.map((word) => word !== undefined)).toEqual(all.map((count) => count > 0));
        const used = words.filter((word) => word !== undefined);
        for (const [k, word] of used.entries())
          expect(used.some((other, m) => m !== k && other.startsWith(word))).toBe(false);
      }),
    );
  });

  test('needs as few bits as any prefix code', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const lengths = huffmanCode(all).map((word) => word?.length);
        expect(bitsOf(all, lengths)).toBe(leastBits(all));
      }),
    );
  });

  test('is decoded into the message that was sent', () => {
    fc.assert(
      fc.property(lab.settings, ({ message }) => {
        const letters = [...new Set(message)].sort();
        const words = huffmanCode(letters.map((letter) => message.split(letter).length - 1));
        let [wire, decoded] = [[...message].map((letter) => words[letters.indexOf(letter)]!).join(''), ''];
        while (wire !== '') {
          const x = words.findIndex((word) => word && wire.startsWith(word));
          decoded += letters[x]!;
          wire = wire.slice(words[x]!.length);
        }
        expect(decoded).toBe(letters.length === 1 ? '' : message);
      }),
    );
  });
});

test('Huffman’s words need at least the entropy and less than a bit more, those for another text at least as many', () => {
  fc.assert(
    fc.property(lab.settings, (setting) => {
      const entropy = ideal('entropy', setting).value;
      const own = huffman('P', setting)!.mean.value;
      const other = huffman('Q', setting)?.mean.value ?? Infinity;
      expect(own).toBeGreaterThanOrEqual(entropy - 1e-12);
      expect(own).toBeLessThan(entropy + 1);
      expect(other).toBeGreaterThanOrEqual(own);
    }),
  );
});

test('a letter that the text never has makes the divergence infinite, and the message cannot be sent', () => {
  const setting = { message: 'abracadabra', text: 'barbara' };
  expect(ideal('divergence', setting).value).toBe(Infinity);
  expect(huffman('Q', setting)).toBeUndefined();
  expect(model.givens(setting)['Q']).toEqual(['3/7', '2/7', '0', '0', '2/7']);
});
