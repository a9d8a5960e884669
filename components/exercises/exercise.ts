import type { Givens } from '../../src/formula/expression.ts';
import { significantDigits } from '../../src/formula/shown.ts';
import { drawGivens, firstSeed, lastSeed } from '../../src/site/draws.ts';
import { programKey, type ExerciseData, type Program } from '../../src/site/exercise-data.ts';
import { compute, shown } from './compute.ts';
import { judge, type Mistake, type Verdict } from './judge.ts';
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

const words: Readonly<Record<Exclude<Verdict['kind'], 'right' | 'slip' | 'other unit'>, string>> = {
  empty: 'Write your answer into the field.',
  unreadable:
    'This is not a number that can be read. Write a decimal such as 0.25, a fraction such as 1/4, or ∞.',
  comma: 'Write a point before the decimals, not a comma.',
  sign: 'The size is right, the sign is not.',
  coarse: 'Right as far as it goes; give more digits.',
  near: 'Nearly: only the last digits are off. Round at the very end.',
  large: 'Not right: this is too large.',
  small: 'Not right: this is too small.',
};

const otherUnit = (unit: string | undefined): string => (unit === 'nats' ? 'bits' : 'nats');

function say(form: HTMLFormElement, verdict: string, content: string | DocumentFragment): void {
  const place = form.querySelector<HTMLElement>('.said')!;
  place.dataset['verdict'] = verdict;
  place.replaceChildren(content);
}

function check(exercise: Exercise, form: HTMLFormElement): void {
  const field = form.querySelector('input')!;
  const { answer: of = '', in: unit } = form.dataset;
  const right = valueOf(exercise, of, unit)!;
  const digits = exercise.programs.get(programKey(of, unit))!.digits!;
  const slips = [...form.querySelectorAll<HTMLElement>('.slip')];
  const mistakes = slips.map((slip): Mistake => {
    const of = slip.dataset['slip']!;
    const own = slip.dataset['in'] ?? unit;
    return { value: valueOf(exercise, of, own)?.value ?? NaN, unit: (own ?? '') as Program['unit'] };
  });
  const verdict = judge(
    field.value,
    { value: right.value, unit: (unit ?? '') as Program['unit'], digits },
    mistakes,
  );
  field.setAttribute('aria-invalid', String(verdict.kind !== 'right'));
  const said = document.createDocumentFragment();
  if (verdict.kind === 'right') {
    const number = document.createElement('data');
    number.className = 'q';
    number.dataset['of'] = of;
    if (unit) number.dataset['in'] = unit;
    number.value = String(right.value);
    number.textContent = numberText(right, digits, unit);
    said.append('Right: ', number, '.');
  } else if (verdict.kind === 'slip') {
    const slip = slips[verdict.slip]!.cloneNode(true) as HTMLElement;
    said.append(...slip.childNodes, verdict.inOtherUnit ? ` And it is in ${otherUnit(unit)}.` : '');
  } else {
    const sentence = document.createElement('span');
    sentence.dataset['sym'] = '';
    sentence.textContent =
      verdict.kind === 'other unit'
        ? `This is the value in ${otherUnit(unit)}; ${unit!} are asked for.`
        : words[verdict.kind];
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
