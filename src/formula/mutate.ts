import { checkStatement } from './check.ts';
import { pieces, segments, swapArguments } from './lexer.ts';
import type { Segment } from './lexer.ts';
import type { Scope } from './notation.ts';
import type { Oracle } from './oracle.ts';

/** A formula with one thing wrong in it. */
export interface Mutant {
  readonly tex: string;
  readonly offset: number;
  readonly description: string;
}

const FLIPS: Readonly<Record<string, string>> = {
  '=': '\\ne ',
  '\\ne': '=',
  '\\neq': '=',
  '<': '>',
  '>': '<',
  '\\lt': '>',
  '\\gt': '<',
  '\\le': '\\ge',
  '\\ge': '\\le',
  '\\leq': '\\geq',
  '\\geq': '\\leq',
  '\\leqslant': '\\geqslant',
  '\\geqslant': '\\leqslant',
  '\\ll': '\\not\\ll',
};

/**
 * The formula with each digit, sign, relation and order of arguments changed in turn. A change that leaves the formula
 * as true as it was is not made: P and Q exchanged throughout, or in a symmetric side. A formula that needs only a
 * witness (\ne, \not\le, in general not) is changed in its relation alone, since most other changes leave it true.
 */
export function* mutants(tex: string, scope: Scope, oracle: Oracle): Generator<Mutant> {
  const report = checkStatement(tex, scope, oracle);
  if (report.kind === 'stated' || report.kind === 'mention' || report.kind === 'hypothesis') return;
  const witness =
    report.witnesses.length > 0 ||
    pieces(tex).some(
      ({ kind, text, depth }) =>
        kind === 'relation' &&
        depth === 0 &&
        isNegation(text) &&
        !tex.includes('\\if') &&
        !tex.includes('\\implies'),
    );
  yield* relationMutants(tex, /%\s*in general not/.test(tex));
  if (witness) return;
  yield* digitMutants(tex);
  yield* signMutants(tex, scope, oracle);
  yield* swapMutants(tex, scope, oracle);
}

const isNegation = (text: string): boolean => text.startsWith('\\not') || text === '\\ne' || text === '\\neq';

function replace(tex: string, at: number, length: number, by: string, description: string): Mutant {
  return { tex: tex.slice(0, at) + by + tex.slice(at + length), offset: at, description };
}

function* digitMutants(tex: string): Generator<Mutant> {
  for (const { kind, text, at } of pieces(tex)) {
    if (kind !== 'digit') continue;
    const digit = Number(text);
    const others = new Set(
      [digit - 1, digit + 1, (digit + 5) % 10].filter((other) => other >= 0 && other <= 9),
    );
    for (const other of others)
      yield replace(tex, at, 1, String(other), `digit ${digit} changed to ${other}`);
  }
}

function* signMutants(tex: string, scope: Scope, oracle: Oracle): Generator<Mutant> {
  for (const { kind, text, at } of pieces(tex)) {
    if (kind !== 'sign') continue;
    const other = text === '+' ? '-' : '+';
    const side = segments(tex).find(({ from, to }) => from <= at && at < to);
    const before = side && tex.slice(side.from, side.to);
    const after = side && `${tex.slice(side.from, at)}${other}${tex.slice(at + 1, side.to)}`;
    // The sign of a zero, as in −log 1, may be either.
    if (side && holds(`${before} = ${after}`, scope, oracle)) continue;
    yield replace(tex, at, 1, other, `${text} changed to ${other}`);
  }
}

function holds(tex: string, scope: Scope, oracle: Oracle): boolean {
  const report = checkStatement(tex, scope, oracle);
  return report.kind === 'executed' && report.failures.length === 0;
}

function* relationMutants(tex: string, negatedByComment: boolean): Generator<Mutant> {
  if (negatedByComment) {
    const comment = /%\s*in general not/.exec(tex)!;
    yield replace(tex, comment.index, comment[0].length, '%', 'in general not dropped');
    return;
  }
  const all = pieces(tex);
  for (const { kind, text, at, depth } of all) {
    if (kind !== 'relation' || (depth > 0 && text === '=')) continue;
    const flipped = text.startsWith('\\not') ? text.slice(4).trim() : FLIPS[text];
    if (flipped !== undefined)
      yield replace(tex, at, text.length, `${flipped} `, `${text} changed to ${flipped.trim()}`);
  }
}

function* swapMutants(tex: string, scope: Scope, oracle: Oracle): Generator<Mutant> {
  const sides = segments(tex).filter(
    ({ from, to }) => swapArguments(tex.slice(from, to)) !== tex.slice(from, to),
  );
  const bound = ['P', 'Q', 'p', 'q'].some((name) => Object.hasOwn(scope.givens ?? {}, name));
  const part = ({ from, to }: Segment): string => tex.slice(from, to).trim();
  const symmetric = (side: Segment): boolean => {
    const text = part(side);
    return holds(`${text} = ${swapArguments(text)}`, scope, oracle);
  };
  for (const side of sides) {
    const rest = sides.filter((other) => other !== side);
    if (symmetric(side)) continue;
    const pair = rest.map(part).sort().join();
    const restIsSymmetric = pair === 'P,Q' || rest.every(symmetric);
    if (!bound && restIsSymmetric && !/%\s*where/.test(tex)) continue;
    yield {
      tex: swapArguments(tex, side),
      offset: side.from,
      description: `P and Q exchanged in ${part(side)}`,
    };
  }
}
