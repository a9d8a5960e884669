import type { Levels } from './drawn.ts';

/** The generators, by two letters each, as links write them. */
export const kinds = ['kl', 'rk', 'je', 'js', 'tv', 'he', 'ch', 'ne', 'tr', 'al', 'dr'] as const;
export type Kind = (typeof kinds)[number];
export type NamedKind = Exclude<Kind, 'al' | 'dr'>;

/** Which function it is: an order, in tenths, belongs to the α family, levels to the drawn one. */
export interface Generated {
  readonly kind: Kind;
  readonly order: number;
  readonly levels: Levels;
}

/** The function itself, so that what is drawn of it is made once. */
export const keyOf = ({ kind, order, levels }: Generated): string =>
  kind === 'al' ? `al${order}` : kind === 'dr' ? `dr${levels.join()}` : kind;

/** Two divergences at once, by two letters as links write them: one across, one up. */
export const sidesOf = {
  tk: ['tv', 'kl'],
  th: ['tv', 'he'],
  tj: ['tv', 'js'],
  td: ['tv', 'tr'],
  tc: ['tv', 'ch'],
  te: ['tv', 'je'],
  hk: ['he', 'kl'],
  hc: ['he', 'ch'],
  ck: ['ch', 'kl'],
  dj: ['tr', 'js'],
} as const satisfies Readonly<Record<string, readonly [across: NamedKind, up: NamedKind]>>;
export type JointName = keyof typeof sidesOf;
export const joints = Object.keys(sidesOf) as readonly JointName[];
