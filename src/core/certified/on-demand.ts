/**
 * What a lab loads when a double leaves a shown digit open, as one module to be imported dynamically: few readers need it, and
 * a page with labs has no bytes to spare. `index.ts` exports the same to everyone else.
 */
export { formatCertified } from './format-certified.ts';
export { inBits } from './refined.ts';
export {
  certifiedCrossEntropy,
  certifiedCrossEntropyTerms,
  certifiedEntropy,
  certifiedEntropyTerms,
} from './information.ts';
export {
  certifiedJeffreysDivergence,
  certifiedJensenShannonDistance,
  certifiedJensenShannonDivergence,
  certifiedJensenShannonTerms,
  certifiedKlDivergence,
  certifiedKlTerms,
  certifiedTotalVariationDistance,
  certifiedTotalVariationTerms,
} from './divergences.ts';
export { certifiedWassersteinDistance, certifiedWassersteinTerms } from './wasserstein.ts';
