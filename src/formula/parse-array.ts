import { OUTCOMES, marginalOf, massOf, rowOf, sizesOf } from './arrays.ts';
import { typeOf } from './type-of.ts';
import type { Expression, Size } from './expression.ts';
import type { Proposition } from './proposition.ts';
import type { SymbolType } from './symbol-types.ts';
import { lookUp } from './notation.ts';
import type { Scope } from './notation.ts';
import { TokenReader, splitAt } from './token-reader.ts';
import type { Scripts } from './token-reader.ts';
import { textOf } from './token.ts';
import type { Token, Tokens } from './token.ts';

/** What a symbol means at one place: the scope, and the variables of the sums around it. */
export interface Context {
  readonly scope: Scope;
  readonly bound: readonly string[];
  /** The variables of the integrals and limits around it, and the coupling or function of an optimum. */
  readonly reals?: readonly string[];
  readonly entries?: readonly string[];
  /** Reads the condition of a sum; given by statement.ts, which reads relations. */
  readonly condition: (tokens: Tokens, context: Context) => Proposition;
}

/** What has two places and is no joint pmf. */
const NO_JOINTS: readonly SymbolType[] = ['channel', 'pmfs', 'cost', 'metric'];

/** The places of a joint pmf, by the letters that the field gives to them. */
const LETTERS = ['x', 'y', 'z'];

const isComma = (token: Token): boolean => token.kind === 'mark' && token.text === ',';
const isDot = (tokens: Tokens): boolean => tokens.length === 1 && textOf(tokens[0]!) === '\\cdot';

/** `(x)`, `(x, y)` and `(y \mid x)`: what stands before the bar, and what is known. */
export interface Places {
  readonly outcomes: readonly Tokens[];
  readonly given: readonly Tokens[];
}

export function readPlaces(tokens: Tokens): Places {
  const bars = tokens.filter(({ kind }) => kind === 'bar').length;
  const isBar = (token: Token): boolean => token.kind === 'bar' && (token.text === '\\mid' || bars === 1);
  const [before, after] = splitAt(tokens, isBar);
  return { outcomes: splitAt(before!, isComma), given: after ? splitAt(after, isComma) : [] };
}

/** Reads what stands behind a pmf, a joint pmf or a channel: the outcomes whose mass is meant. */
export abstract class ArrayParser extends TokenReader {
  readonly context: Context;

  constructor(tokens: Tokens, context: Context, start: number) {
    super(tokens, start);
    this.context = context;
  }

  /** Reads other tokens, such as those of an index, as an expression. */
  abstract inner(tokens: Tokens, at?: number, context?: Context): Expression;
  abstract resolve(name: string, at: number): Expression;
  /** `P (K L)`: what comes out of a channel. */
  abstract through(left: Expression, right: Expression, at: number): Expression;

  /** A vector with the outcomes that follow it, if any do. */
  applied(of: Expression, name: string): Expression {
    const body = this.parenthesised();
    if (body) return this.apply(of, name, body.tokens, body.at);
    if (this.next?.kind !== 'scripts' || !this.next.sub) return of;
    const { sub, sup, ...place } = this.next;
    if (sup) this.tokens = this.tokens.with(this.position, { ...place, sup });
    else this.position++;
    const pair = sub.length === 2 && sub.every(({ kind }) => kind === 'symbol' || kind === 'number');
    const outcomes = pair ? sub.map((token) => [token]) : splitAt(sub, isComma);
    return this.massAt(of, name, outcomes, place.at);
  }

  /** The tokens between the parentheses that follow, which are stepped over. */
  parenthesised(): { readonly tokens: Tokens; readonly at: number } | undefined {
    const open = this.next;
    if (open?.kind === 'fenced' && open.left === '(') {
      this.position++;
      return { tokens: open.body, at: open.at };
    }
    if (open?.kind !== 'open' || open.text !== '(') return undefined;
    this.position++;
    return { tokens: this.upToClose(open), at: open.at };
  }

  apply(of: Expression, name: string, tokens: Tokens, at: number): Expression {
    const { outcomes, given } = readPlaces(tokens);
    if (!this.isChannel(of)) {
      if (given.length > 0) return this.conditional(of, name, { outcomes, given }, at);
      if (outcomes.length > 1) return this.massAt(of, name, outcomes, at);
      const inside = this.inner(tokens, at);
      if (typeOf(inside) === 'vector') return this.through(of, inside, at);
      this.requirePlaces(of, name, 1, at);
      return massOf(of, [this.asOutcome(inside, at)], at);
    }
    if (given.length !== 1 || outcomes.length !== 1)
      this.fail(`${name} is a pmf for each outcome; write ${name}(y \\mid x)`, at);
    const known = this.outcome(given[0]!, at);
    if (isDot(outcomes[0]!)) return rowOf(of, known, at);
    return massOf(of, [known, this.outcome(outcomes[0]!, at)], at);
  }

  massAt(of: Expression, name: string, outcomes: readonly Tokens[], at: number): Expression {
    this.requirePlaces(of, name, outcomes.length, at);
    return massOf(
      of,
      outcomes.map((outcome) => this.outcome(outcome, at)),
      at,
    );
  }

  requirePlaces(of: Expression, name: string, written: number, at: number): void {
    const count = (sizesOf(of) ?? [OUTCOMES]).length;
    if (written !== count) {
      const example = `${name}(${count === 1 ? 'x' : LETTERS.slice(0, count).join(', ')})`;
      this.fail(`${name} takes ${count === 1 ? 'one outcome' : `${count} outcomes`}; write ${example}`, at);
    }
  }

  /** `J(y \mid x)`, whose letters say which place is known: where all stand there, in the order of the alphabet. */
  conditional(of: Expression, name: string, { outcomes, given }: Places, at: number): Expression {
    const sizes = sizesOf(of) ?? [];
    const letterOf = (tokens: Tokens): string => textOf(tokens[0] ?? ({} as Token)).toLowerCase();
    const all = [...outcomes, ...given].map(letterOf);
    const named = new Set(all.filter((text) => /^[a-z]$/.test(text)));
    const letters = named.size === sizes.length && all.length === sizes.length ? [...named].sort() : LETTERS;
    const place = (tokens: Tokens): number => {
      const k = letters.indexOf(letterOf(tokens));
      if (k < 0 || k >= sizes.length)
        this.fail(
          sizes.length < 2
            ? `${name} is no joint pmf, so that it has no conditional one`
            : `which place of ${name} is known? Use the letters ${LETTERS.slice(0, sizes.length).join(', ')}, or write ${name}_{Y \\mid X}(… \\mid …)`,
          at,
        );
      return k;
    };
    const known = given.map(place);
    const dot = outcomes.length === 1 && isDot(outcomes[0]!);
    const keeps = dot ? sizes.map((_, k) => k).filter((k) => !known.includes(k)) : outcomes.map(place);
    const channel: Expression = { kind: 'conditional', of, keeps, given: known, sizes, at };
    const places = given.map((tokens) => this.outcome(tokens, at));
    if (dot && places.length === 1) return rowOf(channel, places[0]!, at);
    return massOf(channel, [...places, ...outcomes.map((tokens) => this.outcome(tokens, at))], at);
  }

  /** `J_X`, `J_{XY}` and `J_{Y \mid X}` of a joint pmf, if that is what the index means. */
  marginal(name: string, { sub, sup }: Scripts, at: number): Expression | undefined {
    if (!sub || sup || !this.isJoint(name)) return undefined;
    const of = this.resolve(name, at);
    const sizes = sizesOf(of) ?? [];
    const [kept, known, more] = splitAt(sub, (token) => token.kind === 'bar').map((part) =>
      part.map((token) =>
        /^[XYZ]$/.test(textOf(token)) ? LETTERS.indexOf(textOf(token).toLowerCase()) : -1,
      ),
    );
    const all = [...kept!, ...(known ?? [])];
    if (more || all.length === 0 || all.some((k) => k < 0 || k >= sizes.length)) return undefined;
    this.position++;
    if (known) return { kind: 'conditional', of, keeps: kept!, given: known, sizes, at };
    return all.length === sizes.length && all.every((k, place) => k === place)
      ? of
      : marginalOf(of, kept!, at);
  }

  isJoint(name: string): boolean {
    const type = lookUp(this.context.scope, name);
    if (type === undefined || NO_JOINTS.includes(type) || this.context.bound.includes(name)) return false;
    return this.sizesOf(name).length > 1;
  }

  abstract sizesOf(name: string): readonly Size[];

  isChannel(of: Expression): boolean {
    if (of.kind === 'conditional') return true;
    if (of.kind === 'array') return of.channel === true;
    return of.kind === 'symbol' && lookUp(this.context.scope, of.name) === 'channel';
  }

  outcome(tokens: Tokens, at: number): Expression {
    return this.asOutcome(this.inner(tokens, at), at);
  }

  asOutcome(outcome: Expression, at: number): Expression {
    if (outcome.kind === 'number' && !/^[1-9]\d*$/.test(outcome.text)) {
      this.fail(`there is no outcome ${outcome.text}; outcomes are numbered from 1`, outcome.at);
    }
    if (typeOf(outcome) === 'vector') this.fail('an outcome was expected here', at);
    return outcome;
  }
}
