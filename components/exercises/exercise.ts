import type { Givens } from '../../src/formula/environment.ts';
import { significantDigits } from '../../src/formula/shown.ts';
import { drawGivens, firstSeed, lastSeed } from '../../src/site/draws.ts';
import { massesOf, programKey, type ExerciseData, type Program } from '../../src/site/exercise-data.ts';
import { compute, shown, type Computed } from './compute.ts';
import { otherUnit, sentenceOf } from './feedback.ts';
import { judge } from './judge.ts';
import { judgeMasses } from './judge-masses.ts';
import { seedsIn, withSeeds } from './link.ts';

/** The exercises of a page at work. The page loads this when one of them is first used, and says what to do by events. */

interface Exercise {
  readonly section: HTMLElement;
  readonly data: ExerciseData;
  readonly programs: ReadonlyMap<string, Program>;
  /** How many digits each number of the text was written with. */
  readonly digits: ReadonlyMap<Element, number>;
  seed: number;
  givens: Givens;
}

const known = new WeakMap<Element, Exercise>();
const files = new Map<string, Promise<Record<string, ExerciseData>>>();

/** The data of an exercise: in the page while it is being written, in one file for all of a page when it is built. */
async function dataOf({ id, dataset }: HTMLElement): Promise<ExerciseData> {
  const carried = dataset['exercise']!;
  if (carried.startsWith('{')) return JSON.parse(carried) as ExerciseData;
  const file =
    files.get(carried) ??
    fetch(carried).then((response) => response.json() as Promise<Record<string, ExerciseData>>);
  files.set(carried, file);
  return (await file)[id]!;
}

async function exerciseAround(element: Element): Promise<Exercise> {
  const section = element.closest<HTMLElement>('.exercise')!;
  const data = await dataOf(section);
  const before = known.get(section);
  if (before) return before;
  const exercise: Exercise = {
    section,
    data,
    programs: new Map(data.programs.map((program) => [programKey(program.of, program.unit), program])),
    digits: new Map(numbersOf(section).map((element) => [element, significantDigits(element.textContent)])),
    seed: firstSeed,
    givens: JSON.parse(section.dataset['givens'] ?? '{}') as Givens,
  };
  known.set(section, exercise);
  return exercise;
}

const numbersOf = (section: Element): HTMLDataElement[] =>
  [...section.querySelectorAll<HTMLDataElement>('data[data-of]')].filter(
    (element) => !element.closest('.said'),
  );

function valueOf(
  { data, programs, givens }: Exercise,
  of: string,
  unit: string | undefined,
  values = givens,
) {
  const program = programs.get(programKey(of, unit)) ?? programs.get(programKey(of, undefined));
  return program && compute(program, values, data.definitions ?? []);
}

function numberText(value: Parameters<typeof shown>[0], digits: number, unit: string | undefined): string {
  return shown(value, digits) + (unit ? `\u00a0${unit}` : '');
}

/** Shows another instance: everything of the exercise that depends on it. */
function become(exercise: Exercise, seed: number): boolean {
  const { section, data, digits } = exercise;
  if (!data.draws) return false;
  const givens = drawGivens(data.draws, seed, data.fixed);
  const numbers = [...digits.keys()] as HTMLDataElement[];
  const values = numbers.map(({ dataset }) => valueOf(exercise, dataset['of']!, dataset['in'], givens));
  if (values.includes(undefined)) return false;
  exercise.seed = seed;
  exercise.givens = givens;
  section.dataset['givens'] = JSON.stringify(givens);
  for (const element of section.querySelectorAll<HTMLDataElement>('data[data-given]')) {
    const value = givens[element.dataset['given']!]!;
    element.textContent = typeof value === 'string' ? value : value.join(', ');
    element.value = element.textContent;
  }
  numbers.forEach((element, k) => {
    element.textContent = numberText(values[k]!, digits.get(element)!, element.dataset['in']);
    element.value = String(values[k]!.value);
  });
  for (const form of section.querySelectorAll<HTMLFormElement>('form.answer')) {
    form.reset();
    form.querySelector('input')!.removeAttribute('aria-invalid');
    say(form, '', '');
  }
  section.querySelector<HTMLInputElement>('.seed input')!.value = String(seed);
  return true;
}

/** The next seed from `from` on whose instance has all its numbers. */
function becomeFrom(exercise: Exercise, from: number): void {
  for (let seed = from; seed < from + 100; seed++) if (become(exercise, ((seed - 1) % lastSeed) + 1)) return;
}

/** The next seed whose instance is not the one that is shown: there may be few of them. */
function nextSeed({ data, givens, seed }: Exercise): number {
  const shownNow = JSON.stringify(givens);
  const next = Array.from({ length: 100 }, (_, k) => ((seed + k) % lastSeed) + 1);
  return (
    next.find((other) => JSON.stringify(drawGivens(data.draws!, other, data.fixed)) !== shownNow) ?? firstSeed
  );
}

function writeAddress({ section, seed }: Exercise): void {
  const seeds = new Map(seedsIn(location.search));
  if (seed === firstSeed) seeds.delete(section.id);
  else seeds.set(section.id, seed);
  history.replaceState(
    history.state,
    '',
    location.pathname + withSeeds(location.search, seeds) + location.hash,
  );
}

function another(exercise: Exercise, form: HTMLFormElement): void {
  const typed = Number(form.querySelector<HTMLInputElement>('.seed input')!.value);
  const possible = Number.isInteger(typed) && typed >= 1 && typed <= lastSeed;
  becomeFrom(exercise, possible && typed !== exercise.seed ? typed : nextSeed(exercise));
  writeAddress(exercise);
  note(form, `Instance ${exercise.seed}.`);
}

function copyLink({ section, seed }: Exercise, form: HTMLFormElement): void {
  const query = withSeeds('', new Map([[section.id, seed]]));
  navigator.clipboard.writeText(`${location.origin}${location.pathname}${query}#${section.id}`).then(
    () => note(form, `The link to instance ${seed} is copied.`),
    () => note(form, 'The link could not be copied; it stands in the address bar.'),
  );
}

const note = (form: HTMLFormElement, text: string): void => {
  form.querySelector('.note')!.textContent = text;
};

function say(form: HTMLFormElement, verdict: string, content: string | DocumentFragment): void {
  const place = form.querySelector<HTMLElement>('.said')!;
  place.dataset['verdict'] = verdict;
  place.replaceChildren(content);
}

/** A computed number of the answer, with what it takes to compute it again. */
function numberElement(of: string, unit: string | undefined, value: Computed, digits: number): HTMLElement {
  const number = document.createElement('data');
  number.className = 'q';
  number.dataset['of'] = of;
  if (unit) number.dataset['in'] = unit;
  number.value = String(value.value);
  number.textContent = numberText(value, digits, unit);
  return number;
}

function check(exercise: Exercise, form: HTMLFormElement): void {
  const field = form.querySelector('input')!;
  const { answer: of = '', in: unit } = form.dataset;
  const pmfs = exercise.data.pmfs ?? {};
  const parts = (name: string): readonly string[] => {
    const count = pmfs[name];
    return count === undefined ? [name] : massesOf(name, count);
  };
  const right = parts(of).map((part) => {
    const computed = valueOf(exercise, part, unit)!;
    const { digits = 4 } = exercise.programs.get(programKey(part, unit))!;
    const asked = { value: computed.value, unit: (unit ?? '') as Program['unit'], digits };
    return { part, computed, asked };
  });
  const slips = [...form.querySelectorAll<HTMLElement>('.slip')];
  const mistakes = slips.map((slip) => {
    const own = slip.dataset['in'] ?? unit;
    const values = parts(slip.dataset['slip']!).map((part) => valueOf(exercise, part, own)?.value ?? NaN);
    return { values, unit: (own ?? '') as Program['unit'] };
  });
  const verdict =
    right.length > 1
      ? judgeMasses(
          field.value,
          right.map(({ asked }) => asked),
          mistakes.map(({ values }) => values),
        )
      : judge(
          field.value,
          right[0]!.asked,
          mistakes.map(({ values, unit: own }) => ({ value: values[0]!, unit: own })),
        );
  field.setAttribute('aria-invalid', String(verdict.kind !== 'right'));
  const said = document.createDocumentFragment();
  if (verdict.kind === 'right') {
    const numbers = right.map(({ part, computed, asked }) =>
      numberElement(part, unit, computed, asked.digits),
    );
    said.append('Right: ', ...numbers.flatMap((number, k) => (k === 0 ? [number] : [', ', number])), '.');
  } else if (verdict.kind === 'slip') {
    const slip = slips[verdict.slip]!.cloneNode(true) as HTMLElement;
    said.append(...slip.childNodes, verdict.inOtherUnit ? ` And it is in ${otherUnit(unit)}.` : '');
  } else {
    const sentence = document.createElement('span');
    sentence.dataset['sym'] = '';
    sentence.textContent = sentenceOf(verdict, unit);
    said.append(sentence);
  }
  say(form, verdict.kind === 'right' ? 'right' : 'wrong', said);
}

const tasks: Readonly<Record<string, (exercise: Exercise, form: HTMLFormElement) => void>> = {
  check,
  another,
  'copy-link': copyLink,
};

for (const [name, task] of Object.entries(tasks)) {
  document.addEventListener(`exercise-${name}`, async ({ target }) => {
    const form = target as HTMLFormElement;
    task(await exerciseAround(form), form);
  });
}

// What was said is about what was typed before.
document.addEventListener('input', ({ target }) => {
  const form = (target as Element).closest<HTMLFormElement>('.exercise form.answer');
  if (!form) return;
  say(form, '', '');
  form.querySelector('input')!.removeAttribute('aria-invalid');
});

for (const [id, seed] of seedsIn(location.search)) {
  const section = document.getElementById(id);
  if (section?.matches('.exercise[data-exercise]'))
    void exerciseAround(section).then((exercise) => becomeFrom(exercise, seed));
}
