/** What becomes of the generator's images. Of the first three the script does not see that anything did. */
export const kinds = ['same', 'turned', 'sorted', 'one'] as const;
export type Kind = (typeof kinds)[number];
