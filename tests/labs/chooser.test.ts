import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { demands } from '../../components/labs/chooser/candidates.ts';
import {
  answer,
  candidateNames,
  candidateOf,
  demandsOf,
  failures,
  meets,
  model,
  presets,
} from '../../components/labs/chooser/model.ts';
import { pmf } from '../../src/core/index.ts';

const near = [pmf([1, 0, 0]), pmf([0, 1, 0])] as const;
const far = [pmf([1, 0, 0]), pmf([0, 0, 1])] as const;
const leaving = [
  [pmf([0.3, 0.3, 0.4]), pmf([0.5, 0, 0.5])],
  [pmf([0.5, 0, 0.5]), pmf([0.3, 0.3, 0.4])],
  [pmf([0.5, 0.5, 0]), pmf([0, 0.5, 0.5])],
] as const;

describe.each(candidateNames)('of %s the chooser says', (name) => {
  const candidate = candidateOf(name);

  test('where it is finite, as its values are', () => {
    expect(meets(candidate, 'differing')).toBe(leaving.every(([p, q]) => candidate.value(p, q) < Infinity));
    expect(meets(candidate, 'disjoint')).toBe(candidate.value(...near) < Infinity);
  });

  test('whether it sees places and has a slope there, as its values do', () => {
    const changes = candidate.value(...near) !== candidate.value(...far);
    expect(meets(candidate, 'places')).toBe(changes);
    expect(meets(candidate, 'gradient')).toBe(changes && candidate.value(...far) < Infinity);
  });

  test('what an existing place of the site shows', () => {
    for (const at of [candidate.home, ...demands.map((demand) => answer(name, demand).at)]) {
      const [path, id] = at.split('/#');
      const page = readFileSync(`content${path!}.mdx`, 'utf8');
      expect(page.includes(`id="${id!}"`) || page.includes(`{#${id!}}`), at).toBe(true);
    }
  });
});

test('nothing asked, nothing fails; all asked, something fails of each', () => {
  const all = { supports: 'disjoint', hand: 'samples', gradient: 'yes' } as const;
  const most = { ...all, metric: 'yes', bounded: 'yes', places: 'yes' } as const;
  expect(demandsOf(model.first)).toEqual([]);
  for (const name of candidateNames) {
    expect(failures(name, model.first)).toEqual([]);
    expect(failures(name, most)).not.toEqual([]);
  }
});

test('the presets leave something to choose', () => {
  for (const { shows, setting } of presets) {
    expect(
      candidateNames.some((name) => failures(name, setting).length === 0),
      shows,
    ).toBe(true);
  }
});
