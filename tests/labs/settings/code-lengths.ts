import fc from 'fast-check';
import {
  lettersOf,
  model,
  mostLetters,
  presets,
  type Setting,
} from '../../../components/labs/code-lengths/model.ts';
import type { LabCase } from '../lab-case.ts';

const from = (alphabet: string, most: number) =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: most })
    .map((letters) => letters.join(''));

/** One letter, a few, and more than a reader would think of. */
const text = fc.oneof(
  from('a', mostLetters),
  from('ab', 8),
  from('abcd', mostLetters),
  from('abcdefghijklmnopqrstuvwxyz', mostLetters),
);

const characters = [...'aAbBzZ eé0-'];

export const lab: LabCase<Setting> = {
  model,
  settings: fc.oneof(
    fc.record({ message: text, text }),
    fc.constantFrom<Setting>(...presets.map(({ setting }) => setting)),
  ),
  // A reader types a character, or takes the last one away.
  actions: (['message', 'text'] as const).flatMap((of) => [
    (setting: Setting, random: () => number) => {
      const typed = characters[Math.floor(random() * characters.length)]!;
      return { ...setting, [of]: lettersOf(setting[of] + typed) };
    },
    (setting: Setting) => ({ ...setting, [of]: lettersOf(setting[of].slice(0, -1)) || setting[of] }),
  ]),
};
