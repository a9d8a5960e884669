/** The distributions with a name: on the line, or on 0, 1, 2, …. */
export interface FamilySyntax {
  /** As it is written. */
  readonly tex: string;
  readonly parameters: readonly string[];
  readonly discrete?: true;
}

export const FAMILY_TABLE = {
  normal: { tex: '\\mathcal{N}', parameters: ['a mean', 'a variance'] },
  uniform: { tex: '\\mathcal{U}', parameters: ['a lower end', 'an upper end'] },
  exponential: { tex: '\\mathrm{Exp}', parameters: ['a rate'] },
  Laplace: { tex: '\\mathrm{Laplace}', parameters: ['a location', 'a scale'] },
  gamma: { tex: '\\mathrm{Gamma}', parameters: ['a shape', 'a scale'] },
  beta: { tex: '\\mathrm{Beta}', parameters: ['a first shape', 'a second shape'] },
  Bernoulli: { tex: '\\mathrm{Bernoulli}', parameters: ['a probability'], discrete: true },
  binomial: { tex: '\\mathrm{Bin}', parameters: ['a number of trials', 'a probability'], discrete: true },
  geometric: { tex: '\\mathrm{Geom}', parameters: ['a probability'], discrete: true },
  Poisson: { tex: '\\mathrm{Poisson}', parameters: ['a mean'], discrete: true },
} as const satisfies Readonly<Record<string, FamilySyntax>>;

export type FamilyName = keyof typeof FAMILY_TABLE;

export const familySyntax = (family: FamilyName): FamilySyntax => FAMILY_TABLE[family];

/** The family that a command such as \mathcal{N} stands for. */
export const familyNamed = (tex: string): FamilyName | undefined =>
  (Object.keys(FAMILY_TABLE) as FamilyName[]).find((family) => FAMILY_TABLE[family].tex === tex);
