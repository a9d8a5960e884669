/** How many bits the word of each outcome has in a code of the least mean length; undefined where the count is 0. */
function wordLengths(counts: readonly number[]): readonly (number | undefined)[] {
  interface Tree {
    readonly count: number;
    readonly outcomes: readonly number[];
  }
  const lengths = counts.map((count) => (count > 0 ? 0 : undefined));
  const trees: Tree[] = counts.flatMap((count, outcome) =>
    count > 0 ? [{ count, outcomes: [outcome] }] : [],
  );
  while (trees.length > 1) {
    trees.sort((a, b) => a.count - b.count || a.outcomes[0]! - b.outcomes[0]!);
    const [rarest, next] = trees.splice(0, 2);
    const outcomes = [...rarest!.outcomes, ...next!.outcomes];
    for (const outcome of outcomes) lengths[outcome]! += 1;
    trees.push({ count: rarest!.count + next!.count, outcomes });
  }
  return lengths;
}

/**
 * The words of a Huffman code for outcomes that occur so many times: no word begins another, and none of the codes that read so has
 * a smaller mean length. Words of one length follow each other (the canonical code). What never occurs has no word; what alone
 * occurs has the empty one.
 *
 * @see cover-thomas-2006, section 5.6
 */
export function huffmanCode(counts: readonly number[]): readonly (string | undefined)[] {
  const lengths = wordLengths(counts);
  const words: (string | undefined)[] = counts.map(() => undefined);
  const order = counts
    .map((_, outcome) => outcome)
    .filter((outcome) => lengths[outcome] !== undefined)
    .sort((a, b) => lengths[a]! - lengths[b]! || a - b);
  let next = 0n;
  let before = 0;
  for (const outcome of order) {
    const length = lengths[outcome]!;
    next <<= BigInt(length - before);
    words[outcome] = length === 0 ? '' : next.toString(2).padStart(length, '0');
    next += 1n;
    before = length;
  }
  return words;
}
