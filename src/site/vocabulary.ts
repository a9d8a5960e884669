/** The components that an author may write in `content/`, with their attributes. MDX files import nothing. */
export const vocabulary = {
  Value: { required: ['of'], optional: ['in'] },
  Example: { required: ['given'], optional: ['id', 'title', 'settles'] },
  Definition: { required: ['id', 'title'], optional: ['settles'] },
  Theorem: { required: ['id', 'title'], optional: ['cited', 'settles'] },
  Lemma: { required: ['id', 'title'], optional: ['cited', 'settles'] },
  Corollary: { required: ['id', 'title'], optional: ['cited', 'settles'] },
  Counterexample: { required: ['id', 'title', 'given', 'breaks'], optional: ['settles'] },
  Remark: { required: [], optional: ['id', 'title', 'settles'] },
  Proof: { required: ['of'], optional: ['title', 'by', 'uses'] },
  Exercise: { required: ['id', 'title'], optional: ['given'] },
  Given: { required: ['of'], optional: [] },
  Answer: { required: ['of'], optional: ['in', 'digits', 'label'] },
  Slip: { required: ['of'], optional: ['in'] },
  Hint: { required: [], optional: [] },
  Solution: { required: [], optional: [] },
  Pitfalls: { required: [], optional: [] },
  Claim: { required: ['id'], optional: [] },
  Cite: { required: ['of'], optional: ['at'] },
  Term: { required: ['of'], optional: [] },
  Formalised: { required: ['in', 'at'], optional: [] },
  /** A call of a library with its recorded output; `equals` is what it computes, in the site's notation. */
  LibraryCall: { required: ['library', 'call'], optional: ['equals', 'in'] },
  Ref: { required: ['to'], optional: [] },
  /** A live figure; `is` names its folder under components/labs/. */
  Lab: { required: ['is'], optional: ['preset', 'compact', 'name', 'caption'] },
  LabGallery: { required: [], optional: [] },
  Explorer: { required: [], optional: [] },
  ClaimList: { required: [], optional: [] },
  Glossary: { required: [], optional: [] },
  PropertyTable: { required: ['of'], optional: [] },
  NotationTable: { required: [], optional: [] },
  SourceList: { required: [], optional: [] },
  /** A part of what was executed for the build. */
  VerificationRecord: { required: ['of'], optional: [] },
} as const satisfies Record<string, { required: readonly string[]; optional: readonly string[] }>;

export type ComponentName = keyof typeof vocabulary;

export const isComponentName = (name: string): name is ComponentName => Object.hasOwn(vocabulary, name);

/** What must be proved, and what a reader can try to break. */
export const isStatement = (name: string): boolean => ['Theorem', 'Lemma', 'Corollary'].includes(name);

/** What a proof can rest on. */
export const isUsable = (name: string): boolean => name === 'Definition' || isStatement(name);

/** What stands on given data. */
export const hasGivens = (name: string): boolean => ['Example', 'Counterexample', 'Exercise'].includes(name);
