import type { Expression } from './expression.ts';
import type { ValueType } from './symbol-types.ts';

export function typeOf(expression: Expression): ValueType {
  switch (expression.kind) {
    case 'symbol':
      return expression.type;
    case 'tuple':
    case 'array':
    case 'conditional':
    case 'softmax':
      return 'vector';
    case 'family':
      return 'density';
    case 'curve':
      return 'curve';
    case 'negate':
      return typeOf(expression.of);
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide': {
      const sides = [typeOf(expression.left), typeOf(expression.right)];
      return (['vector', 'density'] as const).find((type) => sides.includes(type)) ?? 'real';
    }
    default:
      return 'real';
  }
}
