import { productError } from '../double-double.ts';
import { digammaStep, logGammaGapExcess, shapeExcess } from './log-gamma-excess.ts';
import { logExcess } from './log-excess.ts';

/** A positive number before and after a change, and the change itself, which is known better than the difference tells. */
export interface Change {
  readonly before: number;
  readonly after: number;
  readonly step: number;
}

/** The change of a sum of two. */
export function sumOfChanges(x: Change, y: Change): Change {
  return { before: x.before + y.before, after: x.after + y.after, step: x.step + y.step };
}

/**
 * Bregman divergence of log B, convex in (a, b) jointly: log B after − log B before − its derivatives there times the steps.
 * The relative entropy of two beta distributions, from P = after's side; see `betaKlDivergence`. Relative error at most
 * 90 u, u = 2⁻⁵³.
 *
 * log B(a, b) is the sum of log Γ at a and b less that at a + b. Where both are over 1, log Γ(x) = (x log x − x) + F(x):
 * the first part of the three together is (a + b) times a relative entropy of two coins, and F hardly cancels. Where b is
 * small, almost all would cancel; then a and b change one after the other:
 * D = D_g(a → a′), g(x) = log Γ(x) − log Γ(x + b), + the same for b → b′ with a′, − (ψ(a′ + b) − ψ(a + b))(b′ − b).
 */
export function logBetaExcess(first: Change, second: Change): number {
  if (first.step === 0 && second.step === 0) return 0;
  const [large, small] = first.before < second.before ? [second, first] : [first, second];
  return small.before > 1 ? bothLarge(large, small) : oneByOne(large, small);
}

function bothLarge(x: Change, y: Change): number {
  const total = sumOfChanges(x, y);
  const tilt = tiltOf(x, y);
  const growth = total.after / total.before;
  const coin =
    x.after * logExcess(tilt / x.after / total.before, (x.before / x.after) * growth) +
    y.after * logExcess(-tilt / y.after / total.before, (y.before / y.after) * growth);
  return (
    coin +
    (shapeExcess(y.before, y.after, y.step) +
      (shapeExcess(x.before, x.after, x.step) - shapeExcess(total.before, total.after, total.step)))
  );
}

/** x y′ − y x′: how far the change is from being proportional; from the steps where these are the smaller. */
function tiltOf(x: Change, y: Change): number {
  const stepOfX = x.step < 0 ? -x.step : x.step;
  const stepOfY = y.step < 0 ? -y.step : y.step;
  const far = x.before * stepOfY + y.before * stepOfX > x.before * y.after + y.before * x.after;
  const toX = far ? x.after : x.step;
  const toY = far ? y.after : y.step;
  const xy = x.before * toY;
  const yx = y.before * toX;
  return xy - yx + (productError(x.before, toY, xy) - productError(y.before, toX, yx));
}

function oneByOne(x: Change, y: Change): number {
  const cross = digammaStep(x.before + y.before, x.after + y.before, x.step) * y.step;
  return (
    logGammaGapExcess(x.before, x.after, x.step, y.before) +
    (logGammaGapExcess(y.before, y.after, y.step, x.after) - cross)
  );
}
