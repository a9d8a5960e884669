/**
 * What a lab loads when a double leaves a shown digit open, as one module to be imported dynamically: few readers need it, and
 * a page with labs has no bytes to spare. Each quantity has the name of its fast function. `index.ts` exports the same to everyone else.
 */
export { formatCertified } from './format-certified.ts';
export { inBits, plus } from './refined.ts';
export {
  certifiedCrossEntropy as crossEntropy,
  certifiedCrossEntropyTerms as crossEntropyTerms,
  certifiedEntropy as entropy,
  certifiedEntropyTerms as entropyTerms,
} from './information.ts';
export {
  certifiedJeffreysDivergence as jeffreysDivergence,
  certifiedJensenShannonDistance as jensenShannonDistance,
  certifiedJensenShannonDivergence as jensenShannonDivergence,
  certifiedJensenShannonTerms as jensenShannonTerms,
  certifiedKlDivergence as klDivergence,
  certifiedKlTerms as klTerms,
  certifiedTotalVariationDistance as totalVariationDistance,
  certifiedTotalVariationTerms as totalVariationTerms,
} from './divergences.ts';
export {
  certifiedWassersteinDistance as wassersteinDistance,
  certifiedWassersteinTerms as wassersteinTerms,
} from './wasserstein.ts';
