import { differentiate, numberNamed } from './differentiate.ts';
import type { Curve, Expression } from './expression.ts';
import type { SymbolType } from './symbol-types.ts';
import { lookUp, valueType } from './notation.ts';
import type { Scope } from './notation.ts';
import { scriptedName } from './names.ts';
import { ArrayParser } from './parse-array.ts';
import { splitAt } from './token-reader.ts';
import type { Scripts } from './token-reader.ts';
import { textOf } from './token.ts';

/** The beginning of a letter that no formula can hold, so that it meets no variable of the author's. */
const POINT = '@point';

/** Reads functions of a real number: f(t), f'(t), f''(t), f^*(s), and f alone inside of \FDiv. */
export abstract class CurveParser extends ArrayParser {
  /** The function of a real number that a letter stands for here; an index may be part of its name. */
  curveNamed(letter: string, scripts: Scripts | undefined, at: number): Curve | undefined {
    const { scope, bound, reals = [], entries = [] } = this.context;
    if ([...bound, ...reals, ...entries].includes(letter)) return undefined;
    const name = scripts?.sub ? scriptedName(letter, { sub: scripts.sub }) : letter;
    const whole = scripts?.sup && lookUp(scope, scriptedName(letter, scripts));
    if (whole) return undefined;
    const type = lookUp(scope, name);
    if (type === undefined || valueType(type) !== 'curve') return undefined;
    const definition = scope.definitions?.findLast((known) => known.name === name);
    const curve = { kind: 'curve', name, type: type as Curve['type'], at } as const;
    if (definition?.parameter === undefined) return curve;
    return { ...curve, defined: { parameter: definition.parameter, body: definition.expression } };
  }

  /** What follows the letter of such a function. */
  curve(curve: Curve, at: number): Expression {
    const scripts = this.next?.kind === 'scripts' ? this.next : undefined;
    const marks = scripts ? this.marks(curve.name, scripts) : '';
    if (scripts) this.position++;
    const open = this.next;
    const opened = open?.kind === 'fenced' || (open?.kind === 'open' && open.text === '(');
    if (!opened && marks === '') return curve;
    if (!opened) this.fail(`write ${curve.name}${marks === '*' ? '^*' : marks}(…)`, at);
    const [point, more] = this.inParentheses(curve.name, at);
    if (!point || more) this.fail(`${curve.name} is a function of one number: ${curve.name}(t)`, at);
    if (marks === '*') return this.conjugate(curve, point, at);
    return applied(curve, marks.length as 0 | 1 | 2, point, this.context.scope, at);
  }

  marks(name: string, { sup, at }: Scripts): '' | "'" | "''" | '*' {
    const above = (sup ?? []).map(textOf).join('');
    const known = { '\\prime': "'", '\\prime\\prime': "''", '*': '*' } as const;
    if (!sup) return '';
    if (Object.hasOwn(known, above)) return known[above as keyof typeof known];
    return this.fail(
      `after ${name}, write ${name}', ${name}'' or ${name}^* and its argument; a power stands after that: ${name}(t)^2`,
      at,
    );
  }

  conjugate(curve: Curve, point: Expression, at: number): Expression {
    if (curve.type === 'curve')
      this.fail(
        `the conjugate ${curve.name}^* is that of a convex function, which ${curve.name} is not known to be; declare its type in the front matter: generator or convex`,
        at,
      );
    if (!curve.defined) return { kind: 'conjugate', curve, point, at };
    const name = `${POINT}${at}`;
    const variable: Expression = { kind: 'symbol', name, type: 'real', at };
    const value = applied(curve, 0, variable, this.context.scope, at);
    const line: Expression = { kind: 'multiply', left: point, right: variable, at };
    const infinity: Expression = { kind: 'infinity', at };
    const from: Expression =
      curve.type === 'generator' ? { kind: 'number', text: '0', at } : { kind: 'negate', of: infinity, at };
    const body: Expression = { kind: 'subtract', left: line, right: value, at };
    return { kind: 'search', which: 'maximum', variable: name, from, to: infinity, body, at };
  }

  /** The expressions between the parentheses that follow, which are stepped over. */
  inParentheses(name: string, at: number): Expression[] {
    const open = this.next;
    if (open?.kind !== 'open' && open?.kind !== 'fenced') this.fail(`write ${name}(…)`, at);
    this.position++;
    const body = open.kind === 'fenced' ? open.body : this.upToClose(open);
    return splitAt(body, (mark) => mark.kind === 'mark').map((part) => this.inner(part, open.at));
  }
}

/** f, f' or f'' at a point; of a function that the page has defined, with what is to be evaluated there. */
export function applied(
  curve: Curve,
  order: 0 | 1 | 2,
  point: Expression,
  { definitions = [] }: Scope,
  at: number,
): Expression {
  if (!curve.defined) return { kind: 'apply', curve, order, point, at };
  const { parameter } = curve.defined;
  let { body } = curve.defined;
  for (let k = 0; k < order; k++) body = differentiate(body, numberNamed(parameter, at), definitions);
  return { kind: 'apply', curve, order, point, body, at };
}

/** Where the parameter of a definition is a number, what is defined is a function of a real number. */
export function curveType(
  parameter: SymbolType | undefined,
  noted: SymbolType | undefined,
): Curve['type'] | undefined {
  if (noted !== undefined && valueType(noted) === 'curve') return noted as Curve['type'];
  const isNumber = parameter === 'real' || parameter === 'positive' || parameter === 'probability';
  return isNumber ? 'curve' : undefined;
}
