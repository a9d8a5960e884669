import { describe, expect, test } from 'vitest';
import { costMatrix } from '../../src/core/index.ts';

describe('cost matrices', () => {
  test('the three norms and their powers', () => {
    const [x, y] = [[[0, 0]], [[3, -4], [0, 0], [1e-170, 1e-170]]]; // prettier-ignore
    expect([...costMatrix(x!, y!)].slice(0, 2)).toEqual([5, 0]);
    expect(costMatrix(x!, y!)[2]! / 1e-170).toBeCloseTo(Math.SQRT2, 15);
    expect([...costMatrix(x!, y!, { exponent: 2 })].slice(0, 2)).toEqual([25, 0]);
    expect([...costMatrix(x!, y!, { metric: 'manhattan' })]).toEqual([7, 0, 2e-170]);
    expect([...costMatrix(x!, y!, { metric: 'chebyshev', exponent: 3 })].slice(0, 2)).toEqual([64, 0]);
    expect([...costMatrix(x!, y!, { metric: 'manhattan', exponent: 0.5 })].slice(0, 2)).toEqual([
      Math.sqrt(7),
      0,
    ]);
    expect([...costMatrix(x!, y!, { metric: 'manhattan', exponent: 2 })].slice(0, 2)).toEqual([49, 0]);
  });

  test('a subnormal distance is right', () => {
    expect(costMatrix([[0, 0]], [[3 * 2 ** -1060, 4 * 2 ** -1060]])[0]).toBe(5 * 2 ** -1060);
  });
});
