/** The components that an author may write in `content/`, with their attributes. MDX files import nothing. */
export const vocabulary = {
  Value: { required: ['of'], optional: ['in'] },
  Example: { required: ['given'], optional: ['id', 'title'] },
  Definition: { required: ['id', 'title'], optional: [] },
  Theorem: { required: ['id', 'title'], optional: [] },
  Proof: { required: ['of'], optional: ['title', 'by'] },
  Pitfalls: { required: [], optional: [] },
  Claim: { required: ['id'], optional: [] },
  Cite: { required: ['of'], optional: ['at'] },
  PairEditor: { required: [], optional: ['preset', 'compact'] },
  Explorer: { required: [], optional: [] },
  NotationTable: { required: [], optional: [] },
  SourceList: { required: [], optional: [] },
} as const satisfies Record<string, { required: readonly string[]; optional: readonly string[] }>;

export type ComponentName = keyof typeof vocabulary;

export const isComponentName = (name: string): name is ComponentName => Object.hasOwn(vocabulary, name);
