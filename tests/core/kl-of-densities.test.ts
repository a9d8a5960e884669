import { describe, expect, test } from 'vitest';
import { DomainError, klOfDensities, normal, type Density } from '../../src/core/index.ts';
import type { QuadratureOptions } from '../../src/core/index.ts';
import { familyAttacks, hardAttacks, line, type Attack } from './density-attacks.ts';

/** How wide the bound is beside the value, or undefined where the value is refused; the error must be within the bound. */
function widthOf(attack: Attack, options: QuadratureOptions = {}): number | undefined {
  const { text, p, q, interval, exact } = attack;
  try {
    const { value, errorBound } = klOfDensities(p, q, { evaluations: 30_000, ...interval, ...options });
    // The closed forms are right to some 100 u of their summands.
    const error = Math.abs(value - exact) - 3e-14 * (exact + (text.startsWith('[') ? 0 : 1));
    expect(value, text).toBeGreaterThanOrEqual(0);
    expect(error, `${text}: ${value} ± ${errorBound}, not ${exact}`).toBeLessThanOrEqual(errorBound);
    return errorBound / (exact + 1e-4);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

const isRefused = (width: number | undefined): boolean => width === undefined;
const isWide = (width: number | undefined): boolean => width !== undefined && width > 1e-6;
const withoutBreaks = ({ logPdf }: Density): Density => ({ logPdf });

describe('the bound holds on pairs of a family, most of which are known to six digits', () => {
  for (const [family, attack] of Object.entries(familyAttacks)) {
    test(`${family}: 120 pairs, of which few are refused`, () => {
      const widths = Array.from({ length: 120 }, () => widthOf(attack()));
      expect(widths.filter(isRefused).length).toBeLessThanOrEqual(10);
      expect(widths.filter(isWide).length).toBeLessThanOrEqual(6);
    });

    test(`${family}: 40 pairs that do not say where their mass is`, () => {
      const widths = Array.from({ length: 40 }, () => {
        const { p, q, ...rest } = attack();
        return widthOf({ ...rest, p: withoutBreaks(p), q: withoutBreaks(q) });
      });
      expect(widths.some((width) => !isRefused(width))).toBe(true);
    });
  }
});

describe('the bound holds, or the value is refused, where quadrature is hard', () => {
  const options: readonly QuadratureOptions[] = [
    {},
    { relativeError: 1e-3 },
    { absoluteError: 1e-2 },
    { evaluations: 300 },
    { evaluations: 3000 },
  ];
  for (const [name, attack] of Object.entries(hardAttacks)) {
    test(`${name}: 60 pairs, with all of the patience or little`, () => {
      const widths = Array.from({ length: 60 }, (_, i) => widthOf(attack(), options[i % options.length]));
      expect(widths.filter((width) => !isRefused(width)).length).toBeGreaterThan(0);
    });
  }
});

test('a heavy tail that makes the divergence infinite is refused', () => {
  const cauchy: Density = { logPdf: (x) => -Math.log(Math.PI * (1 + x * x)) };
  const bell = normal({ mean: 0, standardDeviation: 1 });
  expect(() => klOfDensities(cauchy, bell, line)).toThrow(/it may be infinite/);
  const { value, errorBound } = klOfDensities(bell, cauchy, line);
  // mpmath, 30 digits.
  expect(Math.abs(value - 0.25924453248886226)).toBeLessThanOrEqual(errorBound + 1e-15);
  expect(errorBound).toBeLessThan(1e-8);
});
