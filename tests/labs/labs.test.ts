import { readdirSync } from 'node:fs';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certifiedCore } from '../../components/labs/certified-core.ts';
import { readingText } from '../../components/labs/reading.ts';
import * as onDemand from '../../src/core/certified/on-demand.ts';
import { labNames } from '../../src/site/labs.ts';
import { seeded } from '../../src/formula/families.ts';
import { oracleValue } from '../formula/oracle-value.ts';
import { roundTo } from '../oracle/round.ts';
import type { LabCase } from './lab-case.ts';

const folder = new URL('./settings/', import.meta.url);
const cases = new Map<string, LabCase<unknown>>();
for (const file of readdirSync(folder)) {
  const { lab } = (await import(new URL(file, folder).href)) as { lab: LabCase<unknown> };
  cases.set(lab.model.name, lab);
}

/** Its model is older than the contract, and has tests of its own. */
const otherwise = ['pair-editor'];

test('every lab has its settings for the tests that are the same for all', () => {
  expect([...cases.keys(), ...otherwise].sort()).toEqual(labNames());
});

describe.each([...cases])('the lab %s', (_name, { model, settings, actions = [], runs = 40 }) => {
  const { codec, readings, givens } = model;
  const text = (setting: unknown): string => codec.write(setting);

  test('comes back from its link exactly as it was', () => {
    fc.assert(
      fc.property(settings, (setting) => {
        expect(codec.read(text(setting))).toEqual(setting);
        expect(`${model.name}=${encodeURIComponent(text(setting))}`.length).toBeLessThanOrEqual(120);
      }),
    );
  });

  test('survives any link, and stays what it is where there is none', () => {
    expect(codec.read(text(model.first))).toEqual(model.first);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^1(~[0-9a-z.-]*){0,6}$/)), (link) => {
        const setting = codec.read(link);
        if (setting === undefined) return;
        expect(codec.read(text(setting))).toEqual(setting);
        expect(readings(setting).every(({ value }) => !Number.isNaN(value))).toBe(true);
      }),
    );
  });

  test('shows a number in every state that actions lead to', () => {
    fc.assert(
      fc.property(settings, fc.array(fc.nat(), { maxLength: 12 }), fc.integer(), (start, choices, seed) => {
        const random = seeded(seed);
        let setting = start;
        for (const choice of actions.length > 0 ? choices : []) {
          setting = actions[choice % actions.length]!(setting, random);
        }
        for (const { of, value } of readings(setting)) {
          expect(Number.isNaN(value), `${of} of ${text(setting)}`).toBe(false);
        }
        expect(codec.read(text(setting))).toEqual(setting);
      }),
    );
  });

  test('shows what its expressions are worth at fifty digits, within the bounds that it states', () => {
    certifiedCore.value = onDemand;
    fc.assert(
      fc.property(settings, (setting) => {
        for (const reading of readings(setting)) {
          const { of, value, unit, relativeErrorBound, absoluteErrorBound, givens: own } = reading;
          const exact = oracleValue(of, own ?? givens(setting), unit);
          const error = new Decimal(value).minus(exact).abs();
          const bound = new Decimal(exact).abs().times(relativeErrorBound).plus(absoluteErrorBound);
          const within = exact === String(value) || error.lte(bound);
          expect(within, `${of} is ${exact}, and ${value} is shown, in ${text(setting)}`).toBe(true);
          const [shown] = readingText(reading).text.split('\u00a0');
          if (!shown!.startsWith('<'))
            expect(shown, `${of} in ${text(setting)}`).toBe(roundTo(exact, shown!));
        }
      }),
      { numRuns: runs },
    );
  });
});
