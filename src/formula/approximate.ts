import { brief, roundDecimal, roundTieDown } from './decimals.ts';
import type { Environment } from './environment.ts';
import type { Expression } from './expression.ts';
import type { Chain, Side } from './proposition.ts';
import { coreDigits } from './core-digits.ts';
import type { Bound, Exact, Oracle } from './oracle.ts';
import type { CheckedDecimal, Failure } from './report.ts';

/** A decimal as the author wrote it: 1.2928, −0.2079 or 5.833 \times 10^{-13}. */
interface Written {
  readonly negative: boolean;
  readonly text: string;
  readonly power: number;
  readonly at: number;
  /** Whether the sign belongs to it, and not to a sum. */
  readonly signed: boolean;
}

/** A term of a sum, with the sign that the sum gives it. */
interface Term {
  readonly expression: Expression;
  readonly negative: boolean;
  readonly signed: boolean;
  readonly at: number;
}

/** The terms of a sum: of a written one, or of one over outcomes that can be counted. */
export function terms(expression: Expression, negative = false): Term[] {
  switch (expression.kind) {
    case 'add':
      return [...terms(expression.left, negative), ...terms(expression.right, negative)];
    case 'subtract':
      return [...terms(expression.left, negative), ...terms(expression.right, !negative)];
    case 'negate': {
      const inside = terms(expression.of, !negative);
      return inside.length === 1 ? [{ ...inside[0]!, signed: true, at: expression.at }] : inside;
    }
    default:
      return [{ expression, negative, signed: false, at: expression.at }];
  }
}

function readWritten({ expression, negative, signed, at }: Term): Written | undefined {
  if (expression.kind === 'number') return { negative, signed, text: expression.text, power: 0, at };
  if (
    expression.kind !== 'multiply' ||
    expression.left.kind !== 'number' ||
    expression.right.kind !== 'power'
  )
    return undefined;
  const { base, exponent } = expression.right;
  if (base.kind !== 'number' || base.text !== '10') return undefined;
  const minus = exponent.kind === 'negate';
  const size = exponent.kind === 'negate' ? exponent.of : exponent;
  if (size.kind !== 'number' || !/^\d{1,3}$/.test(size.text)) return undefined;
  return {
    negative,
    signed,
    text: expression.left.text,
    power: minus ? -Number(size.text) : Number(size.text),
    at,
  };
}

/** The decimals of a side that is nothing but decimals, or undefined. */
export function writtenDecimals(side: Side): readonly Written[] | undefined {
  const read = terms(side.expression).map(readWritten);
  return read.includes(undefined) ? undefined : (read as Written[]);
}

export const log2 = (at: number): Expression => ({
  kind: 'logarithm',
  of: { kind: 'number', text: '2', at },
  at,
});

/** A side in nats. */
export function inNats(side: Side): Expression {
  if (side.unit !== 'bits') return side.expression;
  return { kind: 'multiply', left: side.expression, right: log2(side.at), at: side.at };
}

/** The side that a side of decimals stands for: the nearest along = and ≈ that is no decimal, or a more precise one. */
function reference(chain: Chain, k: number, outcomes: number): Side | undefined {
  const linked = (j: number): boolean => {
    const relation = chain.relations[j];
    return relation !== undefined && !relation.negated && (relation.sign === '=' || relation.sign === '≈');
  };
  const found: Side[] = [];
  for (let j = k; linked(j - 1); j--) found.push(chain.sides[j - 1]!);
  for (let j = k; linked(j); j++) found.push(chain.sides[j + 1]!);
  found.sort((a, b) => Math.abs(chain.sides.indexOf(a) - k) - Math.abs(chain.sides.indexOf(b) - k));
  const mine = writtenDecimals(chain.sides[k]!)!;
  const exact = found.filter((side) => !writtenDecimals(side));
  if (mine.length > 1) return exact.find((side) => termsOf(side.expression, outcomes).length === mine.length);
  const places = (decimals: readonly Written[]): number =>
    Math.max(...decimals.map(({ text, power }) => (text.split('.')[1]?.length ?? 0) - power));
  return exact[0] ?? found.find((side) => places(writtenDecimals(side)!) > places(mine));
}

/** The terms of a sum, each with the outcome that it belongs to where the sum runs over all outcomes. */
function termsOf(
  expression: Expression,
  outcomes: number,
): { expression: Expression; negative: boolean; bound: Bound }[] {
  if (expression.kind === 'fold' && expression.over === 'sum' && !expression.from && !expression.where) {
    return Array.from({ length: outcomes }, (_, k) => {
      return { expression: expression.body, negative: false, bound: { [expression.variable]: k + 1 } };
    });
  }
  return terms(expression).map((term) => ({ ...term, bound: {} }));
}

export function besideApprox(chain: Chain, k: number): boolean {
  return chain.relations[k - 1]?.sign === '≈' || chain.relations[k]?.sign === '≈';
}

/** What is needed to check the decimals of one chain. */
export interface Setting {
  readonly tex: string;
  readonly oracle: Oracle;
  readonly environment: Environment;
  readonly bound: Bound;
}

/** Checks that every decimal beside ≈ is the correctly rounded value of what it stands for. */
export function checkDecimals(
  chain: Chain,
  k: number,
  setting: Setting,
): { decimals: CheckedDecimal[]; failures: Failure[] } {
  const side = chain.sides[k]!;
  const written = writtenDecimals(side)!;
  const of = reference(chain, k, setting.environment.outcomes);
  if (!of) {
    const message =
      written.length > 1
        ? `a sum of ${written.length} decimals beside \\approx needs a sum of ${written.length} terms in the same chain`
        : 'a decimal beside \\approx needs an expression or a longer decimal in the same chain';
    return { decimals: [], failures: [{ message, offset: side.at }] };
  }
  const unit = side.unit ?? of.unit ?? 'nats';
  const convert = (expression: Expression): Expression => {
    const nats = of.unit === 'bits' ? inNats({ ...of, expression }) : expression;
    return unit === 'bits' ? { kind: 'divide', left: nats, right: log2(side.at), at: of.at } : nats;
  };
  const whole = { expression: of.expression, negative: false, bound: {} };
  const targets = written.length === 1 ? [whole] : termsOf(of.expression, setting.environment.outcomes);
  const checked = written.map((decimal, j) => {
    const target = convert(targets[j]!.expression);
    const expression: Expression = targets[j]!.negative
      ? { kind: 'negate', of: target, at: target.at }
      : target;
    const bound = { ...setting.bound, ...targets[j]!.bound };
    return checkDecimal(decimal, expression, unit === 'bits' ? ' bits' : '', { ...setting, bound });
  });
  return {
    decimals: checked.flatMap((each) => each.decimals),
    failures: checked.flatMap((each) => each.failures),
  };
}

function checkDecimal(
  decimal: Written,
  expression: Expression,
  unit: string,
  setting: Setting,
): { decimals: CheckedDecimal[]; failures: Failure[] } {
  const exact: Exact = setting.oracle.evaluate(expression, setting.environment, setting.bound);
  const offset = decimal.at;
  if (exact.kind !== 'number')
    return {
      decimals: [],
      failures: [
        {
          message:
            exact.kind === 'undefined' ? `the value is undefined (${exact.why})` : 'a pmf has no decimal',
          offset,
        },
      ],
    };
  if (exact.digits.endsWith('Infinity'))
    return {
      decimals: [],
      failures: [{ message: `the value is ${brief(exact.digits)}; write = \\infty`, offset }],
    };
  const places = decimal.text.split('.')[1]?.length ?? 0;
  const rounded = roundDecimal(exact.digits, places, decimal.power);
  const down = rounded.tie ? roundTieDown(exact.digits, places, decimal.power) : rounded.text;
  const shown = `${decimal.negative && Number(decimal.text) !== 0 ? '-' : ''}${decimal.text}`;
  const source = setting.tex.slice(offset, setting.tex.indexOf(decimal.text, offset) + decimal.text.length);
  const right = shown === rounded.text || shown === down;
  const must = right ? shown : rounded.text;
  const fixable = decimal.signed || !decimal.negative === !must.startsWith('-');
  const replacement = decimal.signed ? must : must.replace(/^-/, '');
  const decimals = fixable
    ? [{ written: source, must: right ? source : replacement, offset, value: exact.digits }]
    : [];
  const failures: Failure[] = [];
  if (!right) {
    const power = decimal.power === 0 ? '' : ` \\times 10^{${decimal.power}}`;
    const message = `${decimal.negative ? '-' : ''}${decimal.text}${power}${unit}: the value is ${brief(exact.digits)}, so write ${must}${power}`;
    failures.push({ message, offset, ...(fixable ? { written: source, must: replacement } : {}) });
  }
  const core = coreDigits(expression, setting.environment, setting.bound);
  const ours = core.ends.map((end) => (/\d/.test(end) ? roundDecimal(end, places, decimal.power).text : end));
  if (!ours.some((text) => text === rounded.text || text === down)) {
    failures.push({
      message: `the core gives ${core.value}, which rounds to ${ours[0]!}; the true value rounds to ${rounded.text}`,
      offset,
    });
  }
  return { decimals, failures };
}
