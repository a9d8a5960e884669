import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Scope } from '../../formula/notation.ts';
import type { AnswersOnDisk } from './on-disk.ts';

/** What is asked of the checker: a formula, or a number in prose, in its scope. */
export interface Question {
  readonly of: 'statement' | 'value';
  readonly text: unknown;
  readonly scope: Scope;
}

/** A question that took its time. */
export interface Timed {
  readonly text: unknown;
  readonly seconds: number;
}

/**
 * What was found about formulas in their scopes, so that a page that is saved again executes only what has changed.
 * An answer is found by the content of its question; on disk, by the sources of the checker as well.
 */
export class Answers {
  readonly known = new Map<string, unknown>();
  readonly disk: AnswersOnDisk | undefined;

  constructor(disk?: AnswersOnDisk) {
    this.disk = disk;
  }

  /** The answers of one page, by its id. */
  ofPage(id: string): PageAnswers {
    return new PageAnswers(this, id);
  }
}

export class PageAnswers {
  readonly answers: Answers;
  readonly id: string;
  readonly used = new Map<string, unknown>();
  readonly computed: Timed[] = [];
  private stored: ReadonlyMap<string, unknown> | undefined;

  constructor(answers: Answers, id: string) {
    this.answers = answers;
    this.id = id;
  }

  remember<Answer>(question: Question, answer: () => Answer): Answer {
    const { known } = this.answers;
    const key = keyOf(question);
    if (!known.has(key)) known.set(key, this.fromDisk().get(key) ?? this.timed(question, answer));
    this.used.set(key, known.get(key));
    return known.get(key) as Answer;
  }

  /** Keeps on disk what this check of the page has used, and nothing else of the page. */
  save(): void {
    const stored = this.fromDisk();
    const same = stored.size === this.used.size && [...this.used.keys()].every((key) => stored.has(key));
    if (!same) this.answers.disk?.write(this.id, this.used);
  }

  private fromDisk(): ReadonlyMap<string, unknown> {
    return (this.stored ??= this.answers.disk?.read(this.id) ?? new Map());
  }

  private timed<Answer>({ text }: Question, answer: () => Answer): Answer {
    const started = performance.now();
    const found = answer();
    this.computed.push({ text, seconds: (performance.now() - started) / 1000 });
    return found;
  }
}

const digests = new WeakMap<object, string>();

/** Of an object that nothing changes: notation and definitions are the same for many questions of a page. */
function digestOf(part: object | undefined): string {
  if (part === undefined) return '';
  const known = digests.get(part) ?? digest(JSON.stringify(part));
  digests.set(part, known);
  return known;
}

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

function keyOf({ of, text, scope: { notation, givens, definitions, ...rest } }: Question): string {
  const scope = [digestOf(notation), digestOf(givens), digestOf(definitions), rest];
  return digest(JSON.stringify([of, text, scope]));
}
