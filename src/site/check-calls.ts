import { checkList, checkValue, type Unit } from '../formula/value.ts';
import type { Scope } from '../formula/notation.ts';
import type { Oracle } from '../formula/oracle.ts';
import type { PageAnswers } from './answers/answers.ts';
import type { Component, PageSource } from './page-source.ts';
import { languages, type LibraryCalls } from './schemas.ts';
import { listedNumbers, positionOf, recordedOutput } from './verification/libraries.ts';

/** A call that the page shows: its place in the record of calls, and what is shown of it. */
export interface CheckedCall {
  readonly index: number;
  readonly output: string;
  readonly version: string;
  readonly anchor?: string;
  /** Whether what it equals is one expression for all values of a list. */
  readonly eachOutcome: boolean;
}

interface Against {
  readonly calls: LibraryCalls;
  readonly scopeOf: (example: string | undefined) => Scope;
  readonly answers: PageAnswers;
  readonly oracle: Oracle;
}

/** Finds the recorded output of each `<LibraryCall>`, by the call's offset, and compares it with the formula that it says it equals. */
export function checkCalls(
  page: PageSource,
  against: Against,
  fail: (offset: number, message: string) => void,
): ReadonlyMap<number, CheckedCall> {
  const found = new Map<number, CheckedCall>();
  for (const passage of page.passages) {
    if (passage.kind !== 'component' || passage.name !== 'LibraryCall') continue;
    const checked = checkCall(passage, against, (message) => fail(passage.offset, message));
    if (checked) found.set(passage.offset, checked);
  }
  return found;
}

function checkCall(
  component: Component,
  against: Against,
  fail: (message: string) => void,
): CheckedCall | undefined {
  const { attributes, around } = component;
  const { library = '', call = '' } = attributes;
  if (!Object.hasOwn(languages, library)) {
    fail(`<LibraryCall library="${library}">: the libraries are ${Object.keys(languages).join(', ')}`);
    return undefined;
  }
  const index = positionOf(against.calls, attributes);
  if (index < 0) {
    fail(
      `<LibraryCall call="${call}">: no output of ${library} is recorded for this call; run npm run libraries -- --record`,
    );
    return undefined;
  }
  const { output, version, agrees } = recordedOutput(against.calls[index]!);
  if (!agrees)
    fail(
      `<LibraryCall call="${call}">: the versions ${version} of ${library} give different outputs; show a call on which they agree`,
    );
  const each = checkEquals(component, output, against, fail);
  return { index, output, version, eachOutcome: each, ...(around.part !== 'top' && { anchor: around.part }) };
}

/** Whether the call equals one expression for each outcome. */
function checkEquals(
  { attributes, around }: Component,
  output: string,
  { scopeOf, answers, oracle }: Against,
  fail: (message: string) => void,
): boolean {
  const { call = '', equals: of, in: unit } = attributes;
  const refuse = (message: string): boolean => {
    fail(message);
    return false;
  };
  if (unit !== undefined && unit !== 'nats' && unit !== 'bits')
    return refuse(
      `<LibraryCall in="${unit}">: the unit must be nats or bits; leave it out where there is none`,
    );
  if (of === undefined)
    return unit === undefined
      ? false
      : refuse(
          `<LibraryCall call="${call}">: it has in="${unit}" and no equals; a unit is that of the expression in equals, so add equals or leave out in`,
        );
  const list = listedNumbers(output);
  const numbers = (list ?? [output]).map((each) => Number(each.replace(/inf$/i, 'Infinity')));
  if (numbers.some(Number.isNaN))
    return refuse(
      `<LibraryCall call="${call}">: it returns ${output}, which equals nothing; leave out equals`,
    );
  const written = numbers.map(asWritten);
  const inUnit = unit !== undefined && { in: unit as Unit };
  const scope = scopeOf(around.example);
  const remember = <Answer>(text: object, answer: () => Answer): Answer =>
    answers.remember({ of: 'value', text, scope }, answer);
  const single = { of, written: written[0]!, ...inUnit };
  const several = { of, written, ...inUnit };
  const { eachOutcome, reports } = list
    ? remember(several, () => checkList(several, scope, oracle))
    : { eachOutcome: false, reports: [remember(single, () => checkValue(single, scope, oracle))] };
  for (const [k, { failures }] of reports.entries()) {
    const what = list ? `value ${k + 1} of ${of}` : of;
    for (const { message, must } of failures) {
      fail(
        must === undefined
          ? `<LibraryCall equals="${of}">: ${message}`
          : `<LibraryCall equals="${of}">: ${call} returns ${output}, and ${what} is ${must}${unit ? ` ${unit}` : ''}; write in equals what the call computes`,
      );
    }
  }
  return eachOutcome;
}

/** All six digits that are shown, with the zeros that the shortest form leaves out. */
function asWritten(number: number): string {
  const digits = Number.isFinite(number) ? (number === 0 ? '0' : number.toPrecision(6)) : String(number);
  return digits.replace('Infinity', '∞').replace('-', '−');
}
