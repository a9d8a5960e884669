import type { Reading } from '../reading.ts';
import type { Codec } from './codec.ts';

/** What the core and the oracle compute a lab's numbers from: exact decimals by the symbols of the notation. */
export type Givens = Readonly<Record<string, string | readonly string[]>>;

/** A lab without its looks. Pure: the same setting gives the same numbers, in Node and in every browser. */
export interface LabModel<Setting> {
  /** The name of the lab's folder, of its page, and of its state in the URL. */
  readonly name: string;
  /** The setting that the figure starts with and that Reset returns to. It already shows something. */
  readonly first: Setting;
  /** How a link carries a setting: at most 120 characters. */
  readonly codec: Codec<Setting>;
  readonly givens: (setting: Setting) => Givens;
  /** Every number that the lab shows of a setting, its givens aside; with givens of its own where it is not of the lab's. */
  readonly readings: (setting: Setting) => readonly (Reading & { readonly givens?: Givens })[];
}

/** What a lab needs to be alive. Its readings are for those who check them: a lab may fetch what they are computed with. */
export type LivingModel<Setting> = Omit<LabModel<Setting>, 'readings'>;

/** What the gallery, the lab's own page and its embed say of it. Each lab has it in its `about.ts`. */
export interface About {
  readonly title: string;
  /** What moving one thing shows, in a sentence: the caption. */
  readonly truth: string;
  /** The page whose text the lab belongs to. */
  readonly home: string;
}
