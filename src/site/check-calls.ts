import { checkValue, type Unit } from '../formula/value.ts';
import type { Scope } from '../formula/notation.ts';
import type { Oracle } from '../formula/oracle.ts';
import type { PageAnswers } from './answers/answers.ts';
import type { Component, PageSource } from './page-source.ts';
import { languages, type LibraryCalls } from './schemas.ts';
import { positionOf, recordedOutput } from './verification/libraries.ts';

/** A call that the page shows: its place in the record of calls, and what is shown of it. */
export interface CheckedCall {
  readonly index: number;
  readonly output: string;
  readonly version: string;
  readonly anchor?: string;
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
  const { library = '', call = '', equals } = attributes;
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
  if (equals !== undefined) checkEquals(component, output, against, fail);
  return { index, output, version, ...(around.part !== 'top' && { anchor: around.part }) };
}

function checkEquals(
  { attributes, around }: Component,
  output: string,
  { scopeOf, answers, oracle }: Against,
  fail: (message: string) => void,
): void {
  const { call = '', equals: of = '', in: unit } = attributes;
  if (unit !== undefined && unit !== 'nats' && unit !== 'bits') {
    fail(`<LibraryCall in="${unit}">: the unit must be nats or bits; leave it out where there is none`);
    return;
  }
  const number = Number(output.replace('inf', 'Infinity'));
  if (Number.isNaN(number)) {
    fail(`<LibraryCall call="${call}">: it returns ${output}, which equals nothing; leave out equals`);
    return;
  }
  const written = asWritten(number);
  const value = unit === undefined ? { of, written } : { of, written, in: unit as Unit };
  const scope = scopeOf(around.example);
  const { failures } = answers.remember({ of: 'value', text: value, scope }, () =>
    checkValue(value, scope, oracle),
  );
  for (const { message, must } of failures) {
    fail(
      must === undefined
        ? `<LibraryCall equals="${of}">: ${message}`
        : `<LibraryCall equals="${of}">: ${call} returns ${output}, and ${of} is ${must}${unit ? ` ${unit}` : ''}; write in equals what the call computes`,
    );
  }
}

/** All six digits that are shown, with the zeros that the shortest form leaves out. */
function asWritten(number: number): string {
  const digits = Number.isFinite(number) ? (number === 0 ? '0' : number.toPrecision(6)) : String(number);
  return digits.replace('Infinity', '∞').replace('-', '−');
}
