import { describe, expect, test } from 'vitest';

/** A closed form or a case on the boundary. */
export interface KnownValue {
  readonly name: string;
  readonly value: () => number;
  readonly expected: number;
  readonly source: string;
  /** Relative tolerance; unless given that of two roundings of the closed form, some 4 ulp. */
  readonly within?: number;
}

export function expectKnownValues(of: string, rows: readonly KnownValue[]): void {
  describe(`closed forms and boundary cases of ${of}`, () => {
    for (const { name, value, expected, source, within = 8 * 2 ** -53 } of rows) {
      test(`${name} (${source})`, () => {
        const actual = value();
        if (within === 0) expect(actual).toBe(expected);
        else expect(Math.abs(actual / expected - 1)).toBeLessThanOrEqual(within);
      });
    }
  });
}
