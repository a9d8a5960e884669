/** How a quantity is written, typeset and read. */
export interface QuantitySyntax {
  /** How it looks; #1, #2, … are what stands in its braces. */
  readonly typeset: string;
  /** What stands in its braces, in order: numbers such as an order come first. `pmfs` is a list P, Q, R in one pair of braces, `joint` a pmf on pairs. */
  readonly takes: readonly ('number' | 'weights' | 'generator' | 'pmf' | 'pmfs' | 'joint')[];
  /** One of it as it is written. */
  readonly example: string;
  /** Whether it is an amount of information, in nats or bits. */
  readonly information?: true;
  /** Whether its last two arguments may be exchanged. */
  readonly symmetric?: true;
  /** Whether it is of pmfs only; the others are of densities too, with an integral in place of the sum. */
  readonly onlyPmfs?: true;
  /** Whether it is of second order near P = Q, so that rounded masses move it by about its root. */
  readonly flat?: true;
}

const pair = ['pmf', 'pmf'] as const;
const ordered = ['number', 'pmf', 'pmf'] as const;
const regularised = ['number', 'number', 'pmf', 'pmf'] as const;
const divergence = { information: true, flat: true } as const;
const symmetric = { symmetric: true } as const;

/** The quantities of the site, one a row: nothing else has to be told that there is another one but the two evaluators. */
export const QUANTITY_TABLE = {
  KL: { typeset: 'D_{\\mathrm{KL}}(#1\\,\\|\\,#2)', takes: pair, example: '\\KL{P}{Q}', ...divergence },
  JSD: {
    typeset: '\\operatorname{JSD}(#1, #2)',
    takes: pair,
    example: '\\JSD{P}{Q}',
    ...divergence,
    ...symmetric,
  },
  JSDist: {
    typeset: '\\sqrt{\\operatorname{JSD}(#1, #2)}',
    takes: pair,
    example: '\\JSDist{P}{Q}',
    ...symmetric,
  },
  /** The weight is that of P. */
  JSDw: {
    typeset: '\\operatorname{JSD}_{#1}(#2, #3)',
    takes: ordered,
    example: '\\JSDw{\\lambda}{P}{Q}',
    ...divergence,
  },
  JSDn: {
    onlyPmfs: true,
    typeset: '\\operatorname{JSD}_{#1}(#2)',
    takes: ['weights', 'pmfs'],
    example: '\\JSDn{(0.5, 0.3, 0.2)}{P, Q, R}',
    ...divergence,
  },
  /** P against the geometric mean; the weight is that of P. */
  GJS: {
    onlyPmfs: true,
    typeset: '\\operatorname{JSD}^{\\mathrm{G}}_{#1}(#2, #3)',
    takes: ordered,
    example: '\\GJS{\\lambda}{P}{Q}',
    ...divergence,
  },
  Jeffreys: { typeset: 'J(#1, #2)', takes: pair, example: '\\Jeffreys{P}{Q}', ...divergence, ...symmetric },
  Resistor: {
    onlyPmfs: true,
    typeset: 'R(#1, #2)',
    takes: pair,
    example: '\\Resistor{P}{Q}',
    ...divergence,
    ...symmetric,
  },
  /** P against a mixture with so much of Q. */
  Skew: {
    typeset: 's_{#1}(#2\\,\\|\\,#3)',
    takes: ordered,
    example: '\\Skew{\\lambda}{P}{Q}',
    ...divergence,
  },
  H: { typeset: '\\mathrm{H}(#1)', takes: ['pmf'], example: '\\H{P}', information: true },
  CE: { typeset: '\\mathrm{H}(#1, #2)', takes: pair, example: '\\CE{P}{Q}', information: true },
  MI: {
    onlyPmfs: true,
    typeset: '\\mathrm{I}(#1)',
    takes: ['joint'],
    example: '\\MI{J}',
    information: true,
    flat: true,
  },
  Perplexity: { typeset: '\\operatorname{PP}(#1)', takes: ['pmf'], example: '\\Perplexity{P}' },
  TV: { typeset: '\\operatorname{TV}(#1, #2)', takes: pair, example: '\\TV{P}{Q}', ...symmetric },
  Hellinger: { typeset: 'd_{\\mathrm{H}}(#1, #2)', takes: pair, example: '\\Hellinger{P}{Q}', ...symmetric },
  HellingerSq: {
    typeset: 'd_{\\mathrm{H}}^2(#1, #2)',
    takes: pair,
    example: '\\HellingerSq{P}{Q}',
    flat: true,
    ...symmetric,
  },
  BC: { typeset: '\\operatorname{BC}(#1, #2)', takes: pair, example: '\\BC{P}{Q}', ...symmetric },
  Bhattacharyya: {
    typeset: 'B(#1, #2)',
    takes: pair,
    example: '\\Bhattacharyya{P}{Q}',
    ...divergence,
    ...symmetric,
  },
  /** −log Σ P^α Q^(1−α). */
  Chernoff: {
    typeset: 'C_{#1}(#2, #3)',
    takes: ordered,
    example: '\\Chernoff{\\lambda}{P}{Q}',
    ...divergence,
  },
  /** The greatest of these over α. */
  ChernoffInfo: {
    onlyPmfs: true,
    typeset: 'C(#1, #2)',
    takes: pair,
    example: '\\ChernoffInfo{P}{Q}',
    ...divergence,
    ...symmetric,
  },
  Renyi: {
    typeset: 'D_{#1}(#2\\,\\|\\,#3)',
    takes: ordered,
    example: '\\Renyi{\\alpha}{P}{Q}',
    ...divergence,
  },
  RenyiH: {
    onlyPmfs: true,
    typeset: '\\mathrm{H}_{#1}(#2)',
    takes: ['number', 'pmf'],
    example: '\\RenyiH{\\alpha}{P}',
    information: true,
  },
  /** Amari’s, in the form of Cressie and Read. */
  AlphaDiv: {
    typeset: 'D^{(#1)}(#2\\,\\|\\,#3)',
    takes: ordered,
    example: '\\AlphaDiv{\\alpha}{P}{Q}',
    flat: true,
  },
  ChiSq: { typeset: '\\chi^2(#1\\,\\|\\,#2)', takes: pair, example: '\\ChiSq{P}{Q}', flat: true },
  Neyman: {
    typeset: '\\chi^2_{\\mathrm{N}}(#1\\,\\|\\,#2)',
    takes: pair,
    example: '\\Neyman{P}{Q}',
    flat: true,
  },
  Triangular: {
    typeset: '\\Delta(#1, #2)',
    takes: pair,
    example: '\\Triangular{P}{Q}',
    flat: true,
    ...symmetric,
  },
  /** The generator is a convex f with f(1) = 0. */
  FDiv: {
    typeset: 'D_{#1}(#2\\,\\|\\,#3)',
    takes: ['generator', 'pmf', 'pmf'],
    example: '\\FDiv{f}{P}{Q}',
    flat: true,
  },
  /** On the positions 1, …, n, if nothing else is said of them. */
  W: { typeset: 'W_{#1}(#2, #3)', takes: ordered, example: '\\W{1}{P}{Q}', ...symmetric },
  Energy: {
    onlyPmfs: true,
    typeset: '\\operatorname{ED}(#1, #2)',
    takes: pair,
    example: '\\Energy{P}{Q}',
    ...symmetric,
  },
  /** With a Gaussian kernel of this width. */
  MMD: {
    onlyPmfs: true,
    typeset: '\\operatorname{MMD}_{#1}(#2, #3)',
    takes: ordered,
    example: '\\MMD{\\sigma}{P}{Q}',
    ...symmetric,
  },
  /** ⟨π, c⟩ + ε D(π ‖ P ⊗ Q) at its least, with the cost |x − y|^p of the order p; ε comes second. */
  EOT: {
    onlyPmfs: true,
    typeset: '\\operatorname{OT}_{#1,\\,#2}(#3, #4)',
    takes: regularised,
    example: '\\EOT{2}{\\varepsilon}{P}{Q}',
    ...symmetric,
  },
  /** ⟨π, c⟩ alone, of the plan that EOT chooses. */
  PlanCost: {
    onlyPmfs: true,
    typeset: 'C_{#1,\\,#2}(#3, #4)',
    takes: regularised,
    example: '\\PlanCost{2}{\\varepsilon}{P}{Q}',
    ...symmetric,
  },
  /** EOT without its bias. */
  Sinkhorn: {
    onlyPmfs: true,
    typeset: 'S_{#1,\\,#2}(#3, #4)',
    takes: regularised,
    example: '\\Sinkhorn{2}{\\varepsilon}{P}{Q}',
    ...symmetric,
  },
} as const satisfies Readonly<Record<string, QuantitySyntax>>;

export type QuantityName = keyof typeof QUANTITY_TABLE;

export const isQuantity = (name: string): name is QuantityName => Object.hasOwn(QUANTITY_TABLE, name);
export const syntaxOf = (name: QuantityName): QuantitySyntax => QUANTITY_TABLE[name];
