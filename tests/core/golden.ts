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
  entropy: '8f9c54840978bf4c/20000',
  'cross-entropy': '73ad6d6c144a2d44/20000',
  KL: '2c5d0cd10aabf472/60000',
  Jeffreys: '8307596ffb870d76/20000',
  JSD: 'ee692e25ca7a21f9/40000',
  'root of JSD': 'b5d7432898c7178c/20000',
  TV: 'e65384e3fc532481/20000',
  'terms of KL': '0d15b4392e46190a/20000',
  W1: 'bc17461255d9e83a/20000',
  uniforms: 'c3a169fa567bb00d/50000',
  normals: '6fe2bbbb11fa0a1c/100000',
  permutations: '73aaf48b6f0dde7e/20',
  'formatted doubles': '57344d658bc64e83/15000',
  'certified KL and H': 'c597f81e1c369a55/4000',
  'squared Hellinger': 'a91652675f9c2acb/4000',
  Hellinger: '88d3997e5a1bc490/4000',
  'χ²': '641d09696bdb1cd0/4000',
  'Neyman χ²': 'a8f887fe09d2fe78/4000',
  triangular: '6217e2f481b56830/4000',
  Bhattacharyya: 'c77c175e9d398960/4000',
  'Bhattacharyya coefficient': '7d7b287e375506ac/4000',
  'resistor average': '7edf31f336b08fc9/4000',
  Rényi: '5d38cc193fcb2a16/10000',
  α: '5446887f1715b0cd/10000',
  Chernoff: 'bed43a8dd534a6d4/7500',
  'Chernoff coefficient': 'b3203adfe6290c18/7500',
  'Chernoff information': '7ad7254c7f036c8c/300',
  'Chernoff order': '324e97c9ba613931/300',
  'weighted JSD': 'e8e9fef281fd84b5/4500',
  skew: 'bb47427c9a520239/6000',
  'geometric JSD': '750483d7d2f30291/4500',
  'JSD of many': 'e83de7ab64bf5232/2000',
  'f-divergences': 'ba8d99df4a409861/10400',
  'optimal critics and their bounds': '24f0a1bfa7a67f59/5294',
  gradients: '4f1e24d551abc444/60346',
  'softmax and its logarithm': 'ba9158413340a43c/20000',
  'terms of H, H(P, Q), JSD and TV': 'd249d61e256c8c89/22324',
  'information of joint pmfs': 'fd6cab86027b6c9f/8000',
  logGamma: '1d3700feb32b847f/10000',
  digamma: '790d00859a84e4be/10000',
  trigamma: '7b469764025d127a/10000',
  logBeta: '68f1fcee2ff3d138/10000',
  'Bernoulli distributions': '309534d85313b35b/4000',
  'binomial distributions': 'a11169595ce5c821/1200',
  'Poisson distributions': '02e0457f4969a968/1000',
  'geometric distributions': '562f58a81e22a538/4000',
  'exponential distributions': '0839f282701438fd/4000',
  'gamma distributions': 'f26186eb4c8179d8/4000',
  'beta distributions': '32af1bbfc6037997/4000',
  'uniform distributions': '4ff1f0aeed7d52ca/4000',
  'Laplace distributions': '7be3e4ede1853e8b/4000',
  'normal distributions': 'b13daabee0385545/4000',
  'categorical distributions': 'c34ca1d923ce34ee/4000',
  'Dirichlet distributions': '0b73ad7846e95811/2000',
  'multivariate normal distributions': 'a080d307008917a3/2000',
  W_p: 'edda9b54ac06291e/6000',
  'costs of W_p': '6d2b29216c8b405b/4000',
  'couplings of quantiles': 'c4e2e7d741c86bea/30141',
  'energy distance on the line': 'caa842ebadeb6b9f/1000',
  'energy distance in the plane': '6219f65363c1a1fd/500',
  MMD: '19b51f6401b1a10e/500',
  'sliced W_p': '0c55427b6671dd18/300',
  'Gaussian W2': '73a5263c8588ec31/500',
  'cost matrices': '66e12128f6d94929/3600',
  'optimal transport': '46676e114d89df80/16356',
  'Sinkhorn transport': '010e1ae5e33ac5ea/2605',
  'Sinkhorn divergence': '8b62d0ca13596891/40',
  'information projections': 'a4c396f0d0a6a7a9/849',
  'moment projections': '3eccfd6b9abced76/749',
  'KL of densities': 'a6e654115cc07e58/6',
  integrals: '25e6c43b7488f409/40',
  estimators: '15b5ed6259e4eabd/1400',
  'directions and orders of draws': '0f70841792e2a08b/600',
  'certified values to 29 digits': '61449b0ea2e279e3/53292',
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
