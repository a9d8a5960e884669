import type fc from 'fast-check';
import type { LabModel } from '../../components/labs/frame/contract.ts';

/** What the tests that are the same for every lab need: `settings/<name>.ts` exports one as `lab`. */
export interface LabCase<Setting> {
  readonly model: LabModel<Setting>;
  /** Settings that a reader can reach, the edges among them. */
  readonly settings: fc.Arbitrary<Setting>;
  /** What a reader can do beyond setting a parameter: each takes a setting to another one, with numbers from 0 to 1 to choose by. */
  readonly actions?: readonly ((setting: Setting, random: () => number) => Setting)[];
  /** How many settings are recomputed at fifty digits, where that takes integrals; otherwise forty. */
  readonly runs?: number;
}
