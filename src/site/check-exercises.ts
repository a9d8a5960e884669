import type { Scope } from '../formula/check.ts';
import type { Oracle } from '../formula/oracle.ts';
import type { PageAnswers } from './answers/answers.ts';
import { examineExercise } from './examine-exercise.ts';
import type { ExerciseData } from './exercise-data.ts';
import { exerciseExample, type Component, type PageSource, type Passage } from './page-source.ts';
import { isStatement } from './vocabulary.ts';

type Fail = (offset: number, message: string) => void;

interface Checker {
  readonly source: string;
  readonly scopeOf: (example: string | undefined) => Scope;
  readonly answers: PageAnswers;
  readonly oracle: Oracle;
}

/** What is found about the exercises of a page, by the offset of the element that it is for. */
export interface CheckedExercises {
  /** An `<Exercise>`: what its script computes with. */
  readonly exercises: ReadonlyMap<number, ExerciseData>;
  /** A `<Hint>`, an `<Answer>` or a `<Given>`: how it is called, or what it shows. */
  readonly labels: ReadonlyMap<number, string>;
}

/** A page that states something has this many. */
const fewest = 4;
const ordinals = ['First', 'Second', 'Third', 'Fourth', 'Fifth'];

const isA =
  (...names: readonly string[]) =>
  (passage: Passage): passage is Component =>
    passage.kind === 'component' && names.includes(passage.name);

/** Checks the exercises of a page: their parts, their answers, and every instance of what is drawn. */
export function checkExercises(page: PageSource, checker: Checker, fail: Fail): CheckedExercises {
  const { passages, frontMatter } = page;
  const exercises = new Map<number, ExerciseData>();
  const labels = new Map<number, string>();
  const all = passages.filter(isA('Exercise'));
  const within = (outer: Component): Passage[] =>
    passages.filter(({ offset }) => offset > outer.offset && offset < outer.end);

  for (const [child, parent] of [
    ['Hint', 'Exercise'],
    ['Solution', 'Exercise'],
    ['Answer', 'Exercise'],
    ['Slip', 'Answer'],
  ] as const) {
    const kept = new Set(passages.filter(isA(parent)).flatMap(within));
    for (const stray of passages.filter(isA(child)))
      if (!kept.has(stray)) fail(stray.offset, `<${child}>: it stands inside an <${parent}>`);
  }
  for (const shown of passages.filter(isA('Given'))) {
    const of = shown.attributes['of'] ?? '';
    const value = checker.scopeOf(shown.around.example).givens?.[of];
    if (value === undefined) fail(shown.offset, `<Given of="${of}">: no such symbol among the givens here`);
    else labels.set(shown.offset, JSON.stringify(value));
  }
  for (const exercise of all) {
    const inside = within(exercise);
    const { id = '' } = exercise.attributes;
    const hints = inside.filter(isA('Hint'));
    hints.forEach(({ offset }, k) =>
      labels.set(offset, hints.length === 1 ? 'Hint' : `${ordinals[k] ?? 'Next'} hint`),
    );
    if (hints.length === 0) fail(exercise.offset, `<Exercise id="${id}">: it has no <Hint>`);
    const solutions = inside.filter(isA('Solution'));
    if (solutions.length !== 1)
      fail(
        exercise.offset,
        `<Exercise id="${id}">: it has ${solutions.length} solutions; write one <Solution>`,
      );
    inside
      .filter(isA('Answer'))
      .forEach((answer, k) => labels.set(answer.offset, `${id}-${String.fromCharCode(97 + k)}`));
    const drawn = frontMatter.draws[id];
    const scope = checker.scopeOf(exerciseExample(id));
    const named = exercise.attributes['given'];
    const fixed = named === undefined ? undefined : checker.scopeOf(named).givens;
    // What is wrong with its declaration is told where the givens are read.
    if (drawn && !scope.givens) continue;
    const text = checker.source.slice(exercise.offset, exercise.end);
    const solution = solutions[0] ? within(solutions[0]) : [];
    const { programs, pmfs, problems } = examineExercise(
      { text, offset: exercise.offset, inside, solution, draws: drawn, fixed },
      scope,
      checker,
    );
    for (const { at, message } of problems) fail(exercise.offset + at, message);
    if (programs.length > 0 || drawn) {
      exercises.set(exercise.offset, {
        ...(fixed && { fixed }),
        ...(drawn && { draws: drawn }),
        ...((scope.definitions ?? []).length > 0 && { definitions: scope.definitions! }),
        programs,
        ...(Object.keys(pmfs).length > 0 && { pmfs }),
      });
    }
  }
  checkCount(page, all.length, fail);
  return { exercises, labels };
}

function checkCount({ frontMatter, passages }: PageSource, count: number, fail: Fail): void {
  const states = passages.some(
    (passage) => passage.kind === 'component' && (passage.name === 'Definition' || isStatement(passage.name)),
  );
  const excused = frontMatter['without-exercises'] !== undefined;
  if (frontMatter.kind !== 'page' || (!states && !excused)) return;
  if (states && frontMatter.goals === undefined)
    fail(
      0,
      'front matter: goals: say in two to five lines what the reader will be able to do after this page',
    );
  if (excused && (count >= fewest || !states))
    fail(0, 'front matter: without-exercises: the page needs no such excuse; remove it');
  if (!excused && count < fewest)
    fail(
      0,
      `the page has ${count} exercises; one that states something has at least four, each with hint and solution`,
    );
}
