import {
  type Certified,
  crossEntropy,
  crossEntropyTerms,
  earthMoversDistance,
  entropy,
  entropyTerms,
  fromWeights,
  jensenShannonDistance,
  jensenShannonDivergence,
  jensenShannonTerms,
  klDivergence,
  klTerms,
  type Pmf,
  pointsOnLine,
  totalVariationDistance,
  totalVariationTerms,
  wassersteinTerms,
} from '../../../src/core/index.ts';
import type { Tone } from '../../charts/signed-bars.tsx';
import type { CertifiedCore } from '../certified-core.ts';
import { coreBounds, inBits, type Reading } from '../reading.ts';
import type { Pair, Setting, Unit } from './model.ts';

interface Definition {
  readonly of: string;
  /** How the quantity reads aloud. */
  readonly words: string;
  readonly logarithmic: boolean;
  /** Whose colour a term takes: that of the pmf with more mass there, or always the same. */
  readonly tone: 'excess' | Tone;
  readonly signed?: true;
  readonly value: (p: Pmf, q: Pmf) => number;
  readonly certify: (core: CertifiedCore, p: Pmf, q: Pmf) => Certified;
  /** One outcome's share, numbered from one as in the notation; the distance √JSD has none. */
  readonly termOf?: (outcome: number) => string;
  readonly terms?: (p: Pmf, q: Pmf) => ArrayLike<number>;
  readonly certifyTerms?: (core: CertifiedCore, p: Pmf, q: Pmf) => readonly Certified[];
}

/** The first `last` outcomes of a pmf added up, as the notation writes it: P(1)+P(2). */
const cumulative = (symbol: string, last: number): string =>
  Array.from({ length: last }, (_, x) => `${symbol}(${x + 1})`).join('+');

/** The outcomes as points 0, 1, 2, … of a line. */
const onLine = (p: Pmf) =>
  pointsOnLine(
    Array.from(p, (_, x) => x),
    p,
  );

const definitions = {
  kl: {
    of: '\\KL{P}{Q}',
    words: 'KL divergence of P from Q',
    logarithmic: true,
    tone: 'excess',
    signed: true,
    value: klDivergence,
    certify: (core, p, q) => core.klDivergence(p, q),
    termOf: (x) => `P(${x}) \\log \\frac{P(${x})}{Q(${x})}`,
    terms: klTerms,
    certifyTerms: (core, p, q) => core.klTerms(p, q),
  },
  lk: {
    of: '\\KL{Q}{P}',
    words: 'KL divergence of Q from P',
    logarithmic: true,
    tone: 'excess',
    signed: true,
    value: (p, q) => klDivergence(q, p),
    certify: (core, p, q) => core.klDivergence(q, p),
    termOf: (x) => `Q(${x}) \\log \\frac{Q(${x})}{P(${x})}`,
    terms: (p, q) => klTerms(q, p),
    certifyTerms: (core, p, q) => core.klTerms(q, p),
  },
  jsd: {
    of: '\\JSD{P}{Q}',
    words: 'Jensen–Shannon divergence of P and Q',
    logarithmic: true,
    tone: 'excess',
    value: jensenShannonDivergence,
    certify: (core, p, q) => core.jensenShannonDivergence(p, q),
    termOf: (x) =>
      `\\tfrac12 P(${x})\\log\\frac{2 P(${x})}{P(${x})+Q(${x})} + \\tfrac12 Q(${x})\\log\\frac{2 Q(${x})}{P(${x})+Q(${x})}`,
    terms: jensenShannonTerms,
    certifyTerms: (core, p, q) => core.jensenShannonTerms(p, q),
  },
  root: {
    of: '\\JSDist{P}{Q}',
    words: 'Jensen–Shannon distance of P and Q, the root of the divergence in nats',
    logarithmic: false,
    tone: 'even',
    value: jensenShannonDistance,
    certify: (core, p, q) => core.jensenShannonDistance(p, q),
  },
  ce: {
    of: '\\CE{P}{Q}',
    words: 'cross-entropy of P and Q',
    logarithmic: true,
    tone: 'solid',
    value: crossEntropy,
    certify: (core, p, q) => core.crossEntropy(p, q),
    termOf: (x) => `-P(${x}) \\log Q(${x})`,
    terms: crossEntropyTerms,
    certifyTerms: (core, p, q) => core.crossEntropyTerms(p, q),
  },
  ec: {
    of: '\\CE{Q}{P}',
    words: 'cross-entropy of Q and P',
    logarithmic: true,
    tone: 'dashed',
    value: (p, q) => crossEntropy(q, p),
    certify: (core, p, q) => core.crossEntropy(q, p),
    termOf: (x) => `-Q(${x}) \\log P(${x})`,
    terms: (p, q) => crossEntropyTerms(q, p),
    certifyTerms: (core, p, q) => core.crossEntropyTerms(q, p),
  },
  hp: {
    of: '\\H{P}',
    words: 'entropy of P',
    logarithmic: true,
    tone: 'solid',
    value: (p) => entropy(p),
    certify: (core, p) => core.entropy(p),
    termOf: (x) => `-P(${x}) \\log P(${x})`,
    terms: (p) => entropyTerms(p),
    certifyTerms: (core, p) => core.entropyTerms(p),
  },
  hq: {
    of: '\\H{Q}',
    words: 'entropy of Q',
    logarithmic: true,
    tone: 'dashed',
    value: (_, q) => entropy(q),
    certify: (core, _, q) => core.entropy(q),
    termOf: (x) => `-Q(${x}) \\log Q(${x})`,
    terms: (_, q) => entropyTerms(q),
    certifyTerms: (core, _, q) => core.entropyTerms(q),
  },
  tv: {
    of: '\\TV{P}{Q}',
    words: 'total variation distance of P and Q',
    logarithmic: false,
    tone: 'excess',
    value: totalVariationDistance,
    certify: (core, p, q) => core.totalVariationDistance(p, q),
    termOf: (x) => `\\tfrac12 |P(${x})-Q(${x})|`,
    terms: totalVariationTerms,
    certifyTerms: (core, p, q) => core.totalVariationTerms(p, q),
  },
  w: {
    of: '\\W{1}{P}{Q}',
    words: 'Wasserstein distance of P and Q, outcomes one step apart',
    logarithmic: false,
    tone: 'plan',
    value: (p, q) => earthMoversDistance(onLine(p), onLine(q)),
    certify: (core, p, q) => core.wassersteinDistance(onLine(p), onLine(q)),
    termOf: (x) => `|${cumulative('P', x)}-${cumulative('Q', x).replaceAll('+', '-')}|`,
    terms: (p, q) => wassersteinTerms(onLine(p), onLine(q)).map((gap) => gap.cost),
    certifyTerms: (core, p, q) => core.wassersteinTerms(onLine(p), onLine(q)),
  },
} as const satisfies Record<string, Definition>;

export type QuantityName = keyof typeof definitions;

export const quantityNames = Object.keys(definitions) as readonly QuantityName[];
export const isQuantityName = (text: string): text is QuantityName => Object.hasOwn(definitions, text);
export const wordsOf = (name: QuantityName): string => definitions[name].words;
export const hasTerms = (name: QuantityName): boolean => 'terms' in definitions[name];

export const isSigned = (name: QuantityName): boolean => 'signed' in definitions[name];

/** The colour of each term. */
export function tonesOf(name: QuantityName, { P, Q }: Pair): readonly Tone[] {
  const { tone }: Definition = definitions[name];
  if (tone !== 'excess') return P.map(() => tone);
  return P.map((mass, x) => (mass === Q[x] ? 'even' : mass > Q[x]! ? 'solid' : 'dashed'));
}

const pmfs = new WeakMap<Pair, { readonly p: Pmf; readonly q: Pmf }>();

/** The pair as the core takes it, made once. */
function pmfsOf(pair: Pair) {
  const made = pmfs.get(pair) ?? { p: fromWeights(pair.P), q: fromWeights(pair.Q) };
  pmfs.set(pair, made);
  return made;
}

function reading(
  of: string,
  value: number,
  certify: NonNullable<Reading['certify']>,
  logarithmic: boolean,
  unit: Unit,
): Reading {
  const plain = { of, value, certify, ...coreBounds, unit: logarithmic ? 'nats' : '' } as const;
  return logarithmic && unit === 'bits' ? inBits(plain) : plain;
}

/** The value of a quantity for a pair. */
export function quantity(name: QuantityName, pair: Pair, unit: Unit): Reading {
  const { of, value, certify, logarithmic }: Definition = definitions[name];
  const { p, q } = pmfsOf(pair);
  return reading(of, value(p, q), (core) => certify(core, p, q), logarithmic, unit);
}

/** What each outcome contributes to a quantity; for W₁, what each gap between neighbouring outcomes does. */
export function termsOf(name: QuantityName, pair: Pair, unit: Unit): readonly Reading[] {
  const { terms, certifyTerms, termOf, logarithmic }: Definition = definitions[name];
  if (!terms || !certifyTerms || !termOf) return [];
  const { p, q } = pmfsOf(pair);
  return Array.from(terms(p, q)).map((value, x) =>
    reading(termOf(x + 1), value, (core) => certifyTerms(core, p, q)[x]!, logarithmic, unit),
  );
}

export type Shown = Readonly<Record<QuantityName, Reading>>;

/** Every quantity of the pair. */
export const shown = ({ pair, unit }: Pick<Setting, 'pair' | 'unit'>): Shown =>
  Object.fromEntries(quantityNames.map((name) => [name, quantity(name, pair, unit)])) as Shown;
