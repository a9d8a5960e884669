import { evaluateCore } from '../../src/formula/evaluate-core.ts';
import type { Environment } from '../../src/formula/environment.ts';
import type { Expression } from '../../src/formula/expression.ts';
import type { Chain, Proposition, Relation, Side } from '../../src/formula/proposition.ts';
import { typeOf } from '../../src/formula/type-of.ts';

/** What doubles can say for certain about a proposition on one instance. */
export interface Judged {
  /** Undefined where the sides are nearer to each other than rounding errors, or have no value. */
  readonly holds: boolean | undefined;
  /** The inequality that is nearest to failing, or the equality whose sides are furthest apart. */
  readonly closest?: Closest;
}

export interface Closest {
  readonly chain: Chain;
  /** The index of the relation in the chain. */
  readonly at: number;
  /** Right minus left, in the direction in which the relation wants it not negative; minus the gap of an equality. */
  readonly slack: number;
  /** Whether the slack stands out from the rounding errors. */
  readonly clear: boolean;
}

/** Rounding errors are a few units of scale · 2⁻⁵³; this leaves a factor of some thousands. */
const tolerance = 1e-12;

type Approximate = ReturnType<typeof evaluateCore>;
const exactly = (value: number): Approximate => ({ value, scale: 0 });
const log2: Expression = { kind: 'logarithm', of: { kind: 'number', text: '2', at: 0 }, at: 0 };

/** What is written or given as a decimal stands for itself: nothing has been rounded that could turn a comparison. */
function isGiven(expression: Expression, { values }: Environment): boolean {
  if (expression.kind === 'mass') return isGiven(expression.of, { values } as Environment);
  return (
    expression.kind === 'number' || (expression.kind === 'symbol' && Object.hasOwn(values, expression.name))
  );
}

/** A side as numbers: one, or one for each outcome. */
function valuesOf(side: Side, environment: Environment): readonly Approximate[] {
  const { expression, unit } = side;
  if (typeOf(expression) !== 'vector') {
    if (unit === 'bits')
      return [
        evaluateCore({ kind: 'multiply', left: expression, right: log2, at: expression.at }, environment),
      ];
    const value = evaluateCore(expression, environment);
    return [isGiven(expression, environment) ? exactly(value.value) : value];
  }
  const given = expression.kind === 'symbol' ? environment.values[expression.name] : undefined;
  if (given !== undefined && typeof given !== 'string') return given.map((mass) => exactly(Number(mass)));
  return Array.from({ length: environment.outcomes }, (_, x) => {
    const outcome: Expression = { kind: 'number', text: String(x + 1), at: expression.at };
    return evaluateCore({ kind: 'mass', of: expression, outcome, at: expression.at }, environment);
  });
}

/** Whether a double is the very number: ∞, a zero that nothing cancelled into, a given decimal. */
const isExact = ({ value, scale }: Approximate): boolean =>
  !Number.isFinite(value) || scale <= Number.MIN_VALUE;

/** The sign of b − a where it is certain, and the difference. */
function compare(a: Approximate, b: Approximate): { sign: number | undefined; difference: number } {
  if (Number.isNaN(a.value) || Number.isNaN(b.value)) return { sign: undefined, difference: NaN };
  if (a.value === b.value) return { sign: isExact(a) && isExact(b) ? 0 : undefined, difference: 0 };
  const difference = b.value - a.value;
  if (Math.abs(difference) <= tolerance * (a.scale + b.scale)) return { sign: undefined, difference };
  return { sign: Math.sign(difference), difference };
}

const wanted: Partial<Record<Relation['sign'], readonly number[]>> = {
  '=': [0],
  '≤': [0, 1],
  '≥': [0, -1],
  '<': [1],
  '>': [-1],
};

const both = (a: boolean | undefined, b: boolean | undefined): boolean | undefined =>
  a === false || b === false ? false : a === true && b === true ? true : undefined;

function nearer(a: Closest | undefined, b: Closest | undefined): Closest | undefined {
  if (!a || !b) return a ?? b;
  return b.slack < a.slack ? b : a;
}

function judgeRelation(chain: Chain, at: number, environment: Environment): Judged {
  const relation = chain.relations[at]!;
  const [left, right] = [chain.sides[at]!, chain.sides[at + 1]!];
  const turned = (holds: boolean | undefined): boolean | undefined =>
    holds === undefined ? undefined : holds !== relation.negated;
  if (relation.sign === '≈') return { holds: true };
  if (relation.sign === '∈') {
    if (!right.interval) return { holds: true };
    const { low, high, lowIncluded, highIncluded } = right.interval;
    const value = evaluateCore(left.expression, environment);
    const inside = (end: Expression, included: boolean, direction: number): boolean | undefined => {
      const { sign } = compare(evaluateCore(end, environment), value);
      return sign === undefined ? undefined : sign === direction || (sign === 0 && included);
    };
    return { holds: turned(both(inside(low, lowIncluded, 1), inside(high, highIncluded, -1))) };
  }
  const a = valuesOf(left, environment);
  const b = valuesOf(right, environment);
  if (relation.sign === '≪')
    return { holds: turned(a.every(({ value }, x) => value === 0 || b[x]?.value !== 0)) };
  const compared = a.map((value, x) => compare(value, b[x] ?? { value: NaN, scale: NaN }));
  const signs = wanted[relation.sign]!;
  // A sign that rounding hides is still known not to be far: ≤ holds then, as far as doubles can tell.
  const holds = compared
    .map(({ sign }) => (sign === undefined ? undefined : signs.includes(sign)))
    .reduce<boolean | undefined>(both, true);
  const differences = compared.map(({ difference }) => difference);
  const slack =
    signs.includes(0) && signs.length === 1
      ? -Math.max(...differences.map(Math.abs))
      : signs.includes(1)
        ? differences[0]!
        : -differences[0]!;
  // Two infinite sides are equal, and say nothing about how near the relation came to failing.
  const infinite = [a[0]!, b[0]!].every(({ value }) => !Number.isFinite(value));
  const watched = !relation.negated && !Number.isNaN(slack) && a.length === 1 && !infinite;
  const clear = compared.every(({ sign }) => sign !== undefined);
  return { holds: turned(holds), ...(watched && { closest: { chain, at, slack, clear } }) };
}

/** Tries a proposition on one instance. A proposition is called false only where rounding cannot have made it so. */
export function judge(proposition: Proposition, environment: Environment): Judged {
  const all = (parts: readonly Judged[]): Judged => {
    const closest = parts.map((part) => part.closest).reduce(nearer, undefined);
    return { holds: parts.map((part) => part.holds).reduce(both, true), ...(closest && { closest }) };
  };
  switch (proposition.kind) {
    case 'chain':
      return all(proposition.relations.map((_, at) => judgeRelation(proposition, at, environment)));
    case 'and':
      return all(proposition.parts.map((part) => judge(part, environment)));
    case 'implies': {
      const condition = judge(proposition.left, environment).holds;
      if (condition === false) return { holds: true };
      const conclusion = judge(proposition.right, environment);
      return condition ? conclusion : { holds: conclusion.holds || undefined };
    }
    case 'iff': {
      const left = judge(proposition.left, environment).holds;
      const right = judge(proposition.right, environment).holds;
      return { holds: left === undefined || right === undefined ? undefined : left === right };
    }
  }
}
