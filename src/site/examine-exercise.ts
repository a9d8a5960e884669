import { checkStatement, checkValue, type Scope } from '../formula/check.ts';
import type { Givens } from '../formula/environment.ts';
import { lookUp } from '../formula/notation.ts';
import type { Oracle } from '../formula/oracle.ts';
import { significantDigits } from '../formula/shown.ts';
import type { Unit } from '../formula/value.ts';
import { digest, type PageAnswers } from './answers/answers.ts';
import { drawGivens, firstSeed, type Draws } from './draws.ts';
import { massesOf, programKey, type Program } from './exercise-data.ts';
import { exerciseProgram } from './exercise-program.ts';
import type { Component, Passage } from './page-source.ts';

/** An exercise as it stands in its page. */
export interface ExerciseSource {
  readonly text: string;
  readonly offset: number;
  readonly inside: readonly Passage[];
  readonly solution: readonly Passage[];
  readonly draws: Draws | undefined;
  readonly fixed: Givens | undefined;
}

interface Examiner {
  readonly answers: PageAnswers;
  readonly oracle: Oracle;
}

interface Examined {
  /** Those of the answers, of the slips, and of the numbers that follow the instance. */
  readonly programs: readonly Program[];
  /** How many masses each pmf among them has. */
  readonly pmfs: Readonly<Record<string, number>>;
  /** What is wrong, and where in the exercise. */
  readonly problems: readonly { readonly at: number; readonly message: string }[];
}

type Fail = (passage: Passage, message: string) => void;

/** Instances, the first included, on which everything in an exercise with drawn givens must hold. */
const tried = 12;

const isA =
  (...names: readonly string[]) =>
  (passage: Passage): passage is Component =>
    passage.kind === 'component' && names.includes(passage.name);

const known = new WeakMap<Oracle, Map<string, Examined>>();

/** Tries every instance of an exercise, and makes the programs of its numbers. An exercise that has not changed is not examined again. */
export function examineExercise(exercise: ExerciseSource, scope: Scope, examiner: Examiner): Examined {
  const before = known.get(examiner.oracle) ?? new Map<string, Examined>();
  known.set(examiner.oracle, before);
  const { text, offset, inside, solution, draws, fixed } = exercise;
  const key = digest(JSON.stringify([text, draws, fixed, scope]));
  const found = before.get(key);
  if (found) return found;
  const problems: { at: number; message: string }[] = [];
  const fail: Fail = (passage, message) => problems.push({ at: passage.offset - offset, message });
  const further = furtherInstances(draws, scope, fixed);
  checkInstances(further, inside, examiner, fail);
  const examined = { ...programsOf(inside, solution, [scope, ...further], fail), problems };
  before.set(key, examined);
  return examined;
}

const furtherInstances = (
  draws: Draws | undefined,
  scope: Scope,
  fixed: Givens | undefined,
): readonly Scope[] =>
  Array.from({ length: draws ? tried - 1 : 0 }, (_, k) => ({
    ...scope,
    givens: drawGivens(draws!, firstSeed + 1 + k, fixed),
  }));

const written = (givens: Givens): string =>
  Object.entries<string | readonly string[]>(givens)
    .map(([symbol, value]) => `${symbol} = ${typeof value === 'string' ? value : `(${value.join(', ')})`}`)
    .join(', ');

/** Everything in the exercise that is computed, or is said about what is drawn, holds on further instances too. */
function checkInstances(
  instances: readonly Scope[],
  inside: readonly Passage[],
  examiner: Examiner,
  fail: Fail,
): void {
  for (const [k, there] of instances.entries()) {
    for (const passage of inside) {
      const problem = problemOf(passage, there, examiner);
      if (problem === undefined) continue;
      fail(
        passage,
        `this does not hold for instance ${firstSeed + 1 + k}, ${written(there.givens ?? {})}: ${problem}; what changes with the instance is a <Given> or a <Value>`,
      );
      return;
    }
  }
}

function problemOf(passage: Passage, scope: Scope, { answers, oracle }: Examiner): string | undefined {
  if (passage.kind === 'formula') {
    const statement = answers.remember({ of: 'statement', text: passage.tex, scope }, () =>
      checkStatement(passage.tex, scope, oracle),
    );
    return statement.failures[0]?.message;
  }
  if (!isA('Value')(passage)) return undefined;
  const { of = '', in: unit } = passage.attributes;
  const ask = (digits: string) => {
    const value = { of, written: digits, ...(unit !== undefined && { in: unit as Unit }) };
    return answers.remember({ of: 'value', text: value, scope }, () => checkValue(value, scope, oracle));
  };
  // Asked with any digits, it says the right ones; with those, nothing may be wrong.
  return ask(ask('0.1234').must).failures[0]?.message;
}

/** A pmf, whose masses are asked for, or one number. */
interface Asked {
  readonly of: string;
  readonly unit: Unit | undefined;
  readonly parts: readonly string[];
}

/** A pmf is asked for by its masses, each of them a number. */
function partsOf(of: string, scope: Scope): readonly string[] {
  const type = lookUp(scope, of);
  if (type !== 'pmf' && type !== 'function') return [of];
  const { outcomes } = exerciseProgram(`${of}(1)`, undefined, scope).program;
  return massesOf(of, typeof outcomes === 'number' ? outcomes : (scope.givens?.[outcomes]?.length ?? 1));
}

function programsOf(
  inside: readonly Passage[],
  solution: readonly Passage[],
  instances: readonly Scope[],
  fail: Fail,
): Pick<Examined, 'programs' | 'pmfs'> {
  const scope = instances[0]!;
  const programs = new Map<string, Program>();
  const pmfs: Record<string, number> = {};
  const add = (program: Program): void => {
    const key = programKey(program.of, program.unit);
    programs.set(key, { ...programs.get(key), ...program });
  };
  let answer: Asked | undefined;
  for (const part of inside.filter(isA('Answer', 'Slip', 'Value'))) {
    const { of = '', in: named } = part.attributes;
    const unit = named as Unit | undefined;
    try {
      const parts = part.name === 'Value' ? [of] : partsOf(of, scope);
      if (parts.length > 1) pmfs[of] = parts.length;
      if (part.name === 'Slip') {
        for (const each of parts) add(slipProgram(each, unit ?? answer?.unit, scope).program);
        checkSlip(part, parts, answer, instances, fail);
      } else if (part.name === 'Answer') {
        answer = { of, unit, parts };
        for (const each of parts) {
          const digits = digitsOf(part, each, solution, fail);
          add({ ...exerciseProgram(each, unit, scope).program, digits });
        }
      } else add(exerciseProgram(of, unit, scope).program);
    } catch (error) {
      fail(part, `<${part.name} of="${of}">: ${(error as Error).message}`);
    }
  }
  return { programs: [...programs.values()], pmfs };
}

function checkSlip(
  slip: Component,
  parts: readonly string[],
  answer: Asked | undefined,
  instances: readonly Scope[],
  fail: Fail,
): void {
  const problem = (what: string): void => fail(slip, `<Slip of="${slip.attributes['of'] ?? ''}">: ${what}`);
  if (slip.text.trim() === '') problem('say inside of it what went wrong');
  if (!answer) return;
  if (answer.parts.length !== parts.length) return problem(`it is no answer to ${answer.of}`);
  const alike = instances.filter((there) =>
    parts.every((part, k) => isAlike(part, answer.parts[k]!, answer.unit, there)),
  );
  if (2 * alike.length > instances.length)
    problem('it is worth what the answer is, so nobody can be told apart by it');
}

/** Whether a slip leads to the answer, or so near that nobody could tell. */
function isAlike(slip: string, answer: string, unit: Unit | undefined, there: Scope): boolean {
  const wrong = slipProgram(slip, unit, there).value;
  const right = exerciseProgram(answer, unit, there).value;
  return wrong === right || Math.abs(wrong / right - 1) <= 1e-3;
}

/** A slip may have no unit although the answer has one. */
function slipProgram(of: string, unit: Unit | undefined, scope: Scope) {
  try {
    return exerciseProgram(of, unit, scope);
  } catch {
    return exerciseProgram(of, undefined, scope);
  }
}

/** How many digits an answer has, or a mass of it: as many as the solution gives. */
function digitsOf(answer: Component, of: string, solution: readonly Passage[], fail: Fail): number {
  const { of: asked = '', in: unit, digits } = answer.attributes;
  const shown = solution
    .filter(isA('Value'))
    .find((value) => value.attributes['of'] === of && value.attributes['in'] === unit);
  if (!shown) {
    const must = `<Value of="${of}"${unit === undefined ? '' : ` in="${unit}"`}>…</Value>`;
    fail(answer, `<Answer of="${asked}">: the solution does not give it; write ${must} there`);
    return 4;
  }
  const given = significantDigits(shown.text);
  if (digits !== undefined && Number(digits) !== given)
    fail(answer, `<Answer of="${asked}" digits="${digits}">: the solution gives it with ${given} digits`);
  return given;
}
