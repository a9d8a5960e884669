import type { QuantityName } from '../../components/labs/pair-editor/quantities.ts';

interface Tie {
  readonly why: string;
  readonly name: QuantityName;
  readonly of: string;
  readonly P: readonly number[];
  readonly Q: readonly number[];
  /** What the double's error bound leaves. */
  readonly open: string;
  readonly settled: string;
  readonly certainty: 'settled' | 'undecided';
}

const even = [250_000, 250_000, 250_000, 250_000];

/**
 * Pairs in millionths of which a number is so near to a tie of four digits, or to an end of positional notation, that its double
 * cannot tell the sides. The entropies were found by sorting −Σ p log p of all splits of two outcomes, and meeting in the middle.
 */
export const ties: readonly Tie[] = [
  {
    why: 'an entropy 1.8e-16 below a tie',
    name: 'hp',
    of: '\\H{P}',
    P: [107_155, 207_842, 174_284, 510_719],
    Q: even,
    open: '1.2135',
    settled: '1.213',
    certainty: 'settled',
  },
  {
    why: 'an entropy 1.1e-15 above a tie',
    name: 'hp',
    of: '\\H{P}',
    P: [68_297, 236_702, 214_177, 480_824],
    Q: even,
    open: '1.2065',
    settled: '1.207',
    certainty: 'settled',
  },
  {
    why: 'a total variation that is a tie',
    name: 'tv',
    of: '\\TV{P}{Q}',
    P: [623_450, 376_550],
    Q: [500_000, 500_000],
    open: '0.12345',
    settled: '0.12345',
    certainty: 'undecided',
  },
  {
    why: 'a total variation at the lower end of positional notation',
    name: 'tv',
    of: '\\TV{P}{Q}',
    P: [500_100, 499_900],
    Q: [500_000, 500_000],
    open: '0.0001000',
    settled: '0.0001000',
    certainty: 'settled',
  },
];
