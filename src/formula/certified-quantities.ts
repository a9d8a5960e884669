import * as core from '../core/index.ts';
import { argument } from './core-quantities.ts';
import { onLine } from './core-values.ts';
import type { Environment } from './environment.ts';
import type { Expression } from './expression.ts';
import type { Bound } from './oracle.ts';

/**
 * An expression as a certified number of the core: a quantity of pmfs whose masses are known exactly, in nats, or divided by log 2.
 * Undefined for anything else, and where the core refuses the pmfs.
 */
export function certifiedQuantity(
  expression: Expression,
  environment: Environment,
  bound: Bound = {},
): core.Certified | undefined {
  if (expression.kind === 'divide' && isLog2(expression.right)) {
    const nats = certifiedQuantity(expression.left, environment, bound);
    return nats && core.inBits(nats);
  }
  if (expression.kind !== 'quantity' || expression.densities) return undefined;
  const frame = { environment, bound: new Map(Object.entries(bound)), exact: true };
  try {
    const pmfs = expression.pmfs.map((pmf) => argument(pmf)(frame));
    if (!pmfs.every(({ exact }) => exact)) return undefined;
    const [p, q = p] = pmfs.map(({ pmf }) => pmf);
    return p && q && certified(expression, p, q);
  } catch (error) {
    if (error instanceof core.DomainError) return undefined;
    throw error;
  }
}

function certified(
  { name, parameters: [order], positions }: Extract<Expression, { kind: 'quantity' }>,
  p: core.Pmf,
  q: core.Pmf,
): core.Certified | undefined {
  switch (name) {
    case 'KL':
      return core.certifiedKlDivergence(p, q);
    case 'JSD':
      return core.certifiedJensenShannonDivergence(p, q);
    case 'JSDist':
      return core.certifiedJensenShannonDistance(p, q);
    case 'Jeffreys':
      return core.certifiedJeffreysDivergence(p, q);
    case 'H':
      return core.certifiedEntropy(p);
    case 'CE':
      return core.certifiedCrossEntropy(p, q);
    case 'TV':
      return core.certifiedTotalVariationDistance(p, q);
    case 'W':
      return order?.kind === 'number' && order.text === '1' && !positions
        ? core.certifiedWassersteinDistance(onLine(p), onLine(q))
        : undefined;
    default:
      return undefined;
  }
}

const isLog2 = (expression: Expression): boolean =>
  expression.kind === 'logarithm' &&
  expression.base === undefined &&
  expression.of.kind === 'number' &&
  expression.of.text === '2';
