import { formatCertified } from '../../src/core/certified/format-certified.ts';
import { certifiedKlDivergence } from '../../src/core/certified/divergences.ts';
import { certifiedEntropy } from '../../src/core/certified/information.ts';
import { expDoubleDouble, logDoubleDouble } from '../../src/core/elementary/double-double-functions.ts';
import { exp, expm1 } from '../../src/core/elementary/exp.ts';
import { log, log1p } from '../../src/core/elementary/log.ts';
import { pow } from '../../src/core/elementary/pow.ts';
import {
  crossEntropy,
  entropy,
  formatSignificant,
  jeffreysDivergence,
  jensenShannonDistance,
  jensenShannonDivergence,
  klDivergence,
  klTerms,
  totalVariationDistance,
  wassersteinDistance,
} from '../../src/core/index.ts';
import { seededRandom } from '../../src/core/random.ts';
import { double, hashOf, hashOfTexts, ofPairs, onLine, pair, restart, signed } from './golden-inputs.ts';
import { quantityHashes } from './golden-quantities.ts';

/**
 * The bits of over a million results of the core, as one hash a section. This module needs nothing but the language: the
 * same file runs in Node and in every browser, and the hashes must be those recorded.
 */

/** Recorded in Node 24. A change is a change of values that readers see: intended ones are committed with it. */
export const GOLDEN: Readonly<Record<string, string>> = {
  'log, all doubles': '01561b93f0ccb3fc/200000',
  'log near 1': '26a6172f52c5e3c8/100000',
  log1p: '68cfef71901df144/100000',
  exp: '4ca6ec70f7ac1c1c/150000',
  expm1: '36187dbcbb4279df/100000',
  pow: '31f2314baf27a9fa/100000',
  'log and exp in double-double': '86341fbd92c15a58/20000',
  entropy: 'a28606076131ca24/20000',
  'cross-entropy': '41256afce670859f/20000',
  KL: 'a3892826515a0b03/60000',
  Jeffreys: 'b1b3a1cdb2c77ded/20000',
  JSD: 'ca2770f9b1d5b4e7/40000',
  'root of JSD': '034e0392373a092d/20000',
  TV: 'a22d0248f1a503c6/20000',
  'terms of KL': '0d15b4392e46190a/20000',
  W1: 'bc17461255d9e83a/20000',
  uniforms: 'c3a169fa567bb00d/50000',
  normals: '6fe2bbbb11fa0a1c/100000',
  permutations: '73aaf48b6f0dde7e/20',
  'formatted doubles': '9a1befbf4fbec98f/15000',
  'certified KL and H': 'c597f81e1c369a55/4000',
  'squared Hellinger': '6a197f9983c0ea89/4000',
  Hellinger: 'cd0eeab5958c77eb/4000',
  'χ²': 'd4fe7a1d5e2368a9/4000',
  'Neyman χ²': '478326ccf3e58c90/4000',
  triangular: '7b45ece198b4204c/4000',
  Bhattacharyya: '82bcea5838e1c89e/4000',
  'Bhattacharyya coefficient': '312cbc71df4cbb19/4000',
  'resistor average': '43593d8de991c8c8/4000',
  Rényi: '93b49fb24e1c0945/10000',
  α: '91e5c2c36b72cba8/10000',
  Chernoff: '6e99ffb09b34d1c6/7500',
  'Chernoff coefficient': '26cad6e84dcf672b/7500',
  'Chernoff information': 'b29fb62aad2df07c/300',
  'Chernoff order': '324e97c9ba613931/300',
  'weighted JSD': '810656f1ee0e3103/4500',
  skew: '0943fbd51add6673/6000',
  'geometric JSD': '3f83f07dac74071a/4500',
  'JSD of many': 'cf0487329f62a180/2000',
  'f-divergences': 'e3bfbe7d2813af8e/10400',
  'optimal critics and their bounds': '24f0a1bfa7a67f59/5294',
  gradients: '36021b6ee155cbec/60346',
  'softmax and its logarithm': 'ba9158413340a43c/20000',
  'terms of H, H(P, Q), JSD and TV': 'be4255bce697e51a/22324',
  'information of joint pmfs': 'c018f145d5e6b7f1/8000',
  logGamma: '1d3700feb32b847f/10000',
  digamma: '790d00859a84e4be/10000',
  trigamma: '7b469764025d127a/10000',
  logBeta: '68f1fcee2ff3d138/10000',
  'Bernoulli distributions': 'c958834321c6c204/4000',
  'binomial distributions': 'f94ca81b78fa3af8/1200',
  'Poisson distributions': '02e0457f4969a968/1000',
  'geometric distributions': '01454cb0ef9bd2e9/4000',
  'exponential distributions': '0839f282701438fd/4000',
  'gamma distributions': 'f26186eb4c8179d8/4000',
  'beta distributions': '32af1bbfc6037997/4000',
  'uniform distributions': '4ff1f0aeed7d52ca/4000',
  'Laplace distributions': '7be3e4ede1853e8b/4000',
  'normal distributions': 'b13daabee0385545/4000',
  'categorical distributions': '2ec858c070b99d86/4000',
  'Dirichlet distributions': '0b73ad7846e95811/2000',
  'multivariate normal distributions': 'a080d307008917a3/2000',
  W_p: 'edda9b54ac06291e/6000',
  'costs of W_p': '6d2b29216c8b405b/4000',
  'couplings of quantiles': '7c5fc03ba2d9acd3/30141',
  'energy distance on the line': 'caa842ebadeb6b9f/1000',
  'energy distance in the plane': '6219f65363c1a1fd/500',
  MMD: '19b51f6401b1a10e/500',
  'sliced W_p': '0c55427b6671dd18/300',
  'Gaussian W2': 'af7b8d71243eed5a/500',
  'cost matrices': '66e12128f6d94929/3600',
  'optimal transport': '46676e114d89df80/16356',
  'Sinkhorn transport': '7e4546b2529a9371/2605',
  'Sinkhorn divergence': '14f193371a2f40c9/40',
  'information projections': 'a4c396f0d0a6a7a9/849',
  'moment projections': '05998465b6b859df/749',
  'KL of densities': 'fc001b9d282f5a7f/6',
  integrals: '25e6c43b7488f409/40',
  estimators: 'f120b763473ca78e/1400',
  'directions and orders of draws': '0f70841792e2a08b/600',
  'certified values to 29 digits': 'b994b023f9246dfd/53292',
};

/** The hash of each section, computed here. */
export function goldenHashes(): Record<string, string> {
  restart();
  const random = seededRandom(7);
  return {
    'log, all doubles': hashOf(200_000, () => log(double(-1022, 1023))),
    'log near 1': hashOf(100_000, () => log(1 + signed(double(-52, -2)))),
    log1p: hashOf(100_000, () => log1p(signed(double(-60, -1)))),
    exp: hashOf(150_000, () => exp(signed(double(-30, 9)))),
    expm1: hashOf(100_000, () => expm1(signed(double(-50, 5)))),
    pow: hashOf(100_000, () => pow(double(-20, 20), signed(double(-10, 4)))),
    'log and exp in double-double': hashOf(20_000, (i) =>
      i % 2
        ? logDoubleDouble({ hi: double(-900, 900), lo: 0 }).lo
        : expDoubleDouble({ hi: signed(double(-9, 8)), lo: 0 }).lo,
    ),
    entropy: ofPairs(20_000, entropy),
    'cross-entropy': ofPairs(20_000, crossEntropy),
    KL: ofPairs(60_000, klDivergence),
    Jeffreys: ofPairs(20_000, jeffreysDivergence),
    JSD: ofPairs(40_000, jensenShannonDivergence),
    'root of JSD': ofPairs(20_000, jensenShannonDistance),
    TV: ofPairs(20_000, totalVariationDistance),
    'terms of KL': ofPairs(20_000, (p, q) => klTerms(p, q)[1]!),
    W1: ofPairs(20_000, (p, q) => wassersteinDistance(onLine(p), onLine(q))),
    uniforms: hashOf(50_000, () => random.uniform()),
    normals: hashOf(100_000, () => random.normal()),
    permutations: hashOf(20, () => random.permutation(1000).reduce((sum, x, i) => sum + x * i, 0)),
    'formatted doubles': hashOfTexts(15_000, (i) => formatSignificant(signed(double(-60, 60)), 1 + (i % 17))),
    'certified KL and H': hashOfTexts(4_000, (i) => {
      const [p, q] = pair(i);
      const number = i % 2 ? certifiedKlDivergence(p, q) : certifiedEntropy(p);
      return formatCertified(number, 10 + (i % 15)).text;
    }),
    ...quantityHashes(),
  };
}
