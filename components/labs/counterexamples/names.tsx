import type { ComponentChildren } from 'preact';
import { Fraction, Letter } from '../notation.tsx';
import type { Property, Question, Verdict } from './claims.ts';
import type { DivergenceName } from './divergences.ts';

export type Shown = ComponentChildren;

const call = (name: Shown, p: Shown, q: Shown, between = ', '): Shown => (
  <>
    {name}({p}
    {between}
    {q})
  </>
);
const bars = ' ‖ ';
const D = <Letter of="D" />;
const d = <Letter of="d" />;
const indexed = (name: Shown, below: Shown): Shown => (
  <>
    {name}
    <sub>{below}</sub>
  </>
);
const squared = (name: Shown): Shown => (
  <>
    {name}
    <sup>2</sup>
  </>
);
const chi = squared(<Letter of="χ" />);

/** Typeset by hand between two arguments. */
export const typeset: Readonly<Record<DivergenceName, (p: Shown, q: Shown) => Shown>> = {
  kl: (p, q) => call(D, p, q, bars),
  reverse: (p, q) => call(D, q, p, bars),
  jeffreys: (p, q) => call(<Letter of="J" />, p, q),
  jsd: (p, q) => call('JSD', p, q),
  jsdist: (p, q) => <>√{call('JSD', p, q)}</>,
  tv: (p, q) => call('TV', p, q),
  hellinger: (p, q) => call(indexed(d, 'H'), p, q),
  hellingerSq: (p, q) => call(squared(indexed(d, 'H')), p, q),
  triangular: (p, q) => call('Δ', p, q),
  chiSq: (p, q) => call(chi, p, q, bars),
  neyman: (p, q) => call(indexed(chi, 'N'), p, q, bars),
  bhattacharyya: (p, q) => call(<Letter of="B" />, p, q),
  renyi0: (p, q) => call(indexed(D, '0'), p, q, bars),
  renyiHalf: (p, q) => call(indexed(D, '½'), p, q, bars),
  renyi2: (p, q) => call(indexed(D, '2'), p, q, bars),
  geometric: (p, q) =>
    call(
      <>
        JSD<sup>G</sup>
      </>,
      p,
      q,
    ),
  wasserstein: (p, q) => call(indexed(<Letter of="W" />, '1'), p, q),
};

export const chosenNames: Readonly<Record<DivergenceName, string>> = {
  kl: 'KL',
  reverse: 'KL, exchanged',
  jeffreys: 'Jeffreys',
  jsd: 'JSD',
  jsdist: '√JSD',
  tv: 'TV',
  hellinger: 'Hellinger',
  hellingerSq: 'Hellinger²',
  triangular: 'triangular',
  chiSq: 'χ² Pearson',
  neyman: 'χ² Neyman',
  bhattacharyya: 'Bhattacharyya',
  renyi0: 'Rényi 0',
  renyiHalf: 'Rényi ½',
  renyi2: 'Rényi 2',
  geometric: 'geometric JSD',
  wasserstein: 'Wasserstein',
};

export const propertyNames: Readonly<Record<Property, string>> = {
  symmetry: 'symmetry',
  triangle: 'triangle inequality',
  root: 'triangle inequality of the root',
  bound: 'a bound',
  finite: 'finiteness',
  definite: 'zero only if equal',
  convex: 'joint convexity',
  merging: 'merging never raises it',
  draws: 'two draws count twice',
};

const P = <Letter of="P" />;
const Q = <Letter of="Q" />;
const R = <Letter of="R" />;
const half = <Fraction over="1" under="2" />;

/** Each side of a claim as it is written: the left one, and the parts of the right one. */
export function sidesOf({ property, divergence, constant }: Question): {
  readonly left: Shown;
  readonly right: readonly Shown[];
} {
  const name = typeset[divergence];
  const rooted = (shown: Shown): Shown => <>√({shown})</>;
  switch (property) {
    case 'symmetry':
      return { left: name(P, Q), right: [name(Q, P)] };
    case 'triangle':
      return { left: name(P, R), right: [name(P, Q), name(Q, R)] };
    case 'root':
      return { left: rooted(name(P, R)), right: [rooted(name(P, Q)), rooted(name(Q, R))] };
    case 'bound':
      return { left: name(P, Q), right: [constant] };
    case 'finite':
      return { left: name(P, Q), right: ['∞'] };
    case 'definite':
      return { left: name(P, Q), right: ['0'] };
    case 'convex': {
      const mixed = (of: Shown): Shown => (
        <>
          {half}({of} + {R})
        </>
      );
      return {
        left: name(mixed(P), mixed(Q)),
        right: [
          <>
            {half}
            {name(P, Q)}
          </>,
        ],
      };
    }
    case 'merging':
      return { left: name(<>{P}′</>, <>{Q}′</>), right: [name(P, Q)] };
    case 'draws':
      return {
        left: name(
          <>
            {P} ⊗ {P}
          </>,
          <>
            {Q} ⊗ {Q}
          </>,
        ),
        right: [<>2{name(P, Q)}</>],
      };
  }
}

/** The sign between both sides of a claim, as it is claimed. */
export const signs: Readonly<Record<Property, string>> = {
  symmetry: '=',
  triangle: '≤',
  root: '≤',
  bound: '≤',
  finite: '<',
  definite: '>',
  convex: '≤',
  merging: '≤',
  draws: '=',
};

/** The claim in words, for whoever hears it. */
export const claimWords: Readonly<Record<Property, string>> = {
  symmetry: 'From P to Q it is the same as from Q to P.',
  triangle: 'From P to R it is at most as much as from P to Q and from Q to R together.',
  root: 'The root from P to R is at most as much as the roots from P to Q and from Q to R together.',
  bound: 'It is at most the constant.',
  finite: 'It is finite.',
  definite: 'It is more than zero where P and Q differ.',
  convex: 'Mixed in equal parts with the same R, P and Q have at most half of their divergence.',
  merging: 'Where the last outcome becomes part of the first one, it does not grow.',
  draws: 'Of two independent draws it is twice that of one.',
};

/** What the letters leave out. */
export const remarks: Readonly<Partial<Record<Property, string>>> = {
  bound: 'Infinity is above every constant; the search prefers a finite value that is.',
  definite: 'Asked of every P and Q that differ.',
  convex: 'Joint convexity, for a pair of P and Q and a pair of equals.',
  merging: 'In P′ and Q′ the last outcome has become part of the first one.',
  draws: 'On the left side both outcomes of two independent draws are seen.',
};

export const verdictWords: Readonly<Record<Verdict, string>> = {
  broken: 'broken',
  kept: 'kept',
  even: 'kept: equal, as far as the error bounds of the core tell',
  outside: 'not asked: P and Q are equal',
};
