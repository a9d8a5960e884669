import katex from 'katex';
import { REMEDIES, character, joinNumbers } from './characters.ts';
import { FormulaError } from './formula-error.ts';
import { CALLS, semanticMacros } from './macros.ts';
import { asFormulaError } from './render.ts';
import { textOf } from './token.ts';
import type { Token, Tokens } from './token.ts';

/** The parts of KaTeX's parse nodes that are read here. */
interface Node {
  readonly type: string;
  readonly loc?: { readonly start: number; readonly end: number; readonly lexer: { readonly input: string } };
  readonly [key: string]: unknown;
}
type Parse = (tex: string, options: object) => readonly Node[];

/** The tokens of a formula. Throws FormulaError with the offset of what is not in the language. */
export function tokenize(tex: string): Tokens {
  const parse = (katex as unknown as { __parse: Parse }).__parse;
  try {
    const nodes = parse(tex, {
      displayMode: true,
      throwOnError: true,
      strict: () => 'error',
      trust: false,
      macros: { ...semanticMacros },
    });
    return new Tokenizer(tex).list(nodes);
  } catch (error) {
    throw asFormulaError(error);
  }
}

class Tokenizer {
  readonly tex: string;
  /** Where the last token ended: the place of nodes that know no place of their own. */
  last = 0;

  constructor(tex: string) {
    this.tex = tex;
  }

  list(nodes: readonly Node[]): Token[] {
    return joinNumbers(nodes.flatMap((node) => this.node(node)));
  }

  body(node: Node, key = 'body'): Token[] {
    const body = node[key];
    if (body === undefined || body === null) return [];
    return this.list(Array.isArray(body) ? (body as Node[]) : [body as Node]);
  }

  node(node: Node): Token[] {
    const inSource = node.loc?.lexer.input === this.tex;
    const at = inSource ? node.loc!.start : this.last;
    if (inSource) this.last = Math.max(this.last, node.loc!.start);
    const end = inSource ? node.loc!.end : at;
    const text = String(node['text'] ?? '');
    switch (node.type) {
      case 'mathord':
      case 'textord':
      case 'atom':
        return [character(text, at, end, String(node['family'] ?? ''))];
      case 'ordgroup':
        return this.group(node, at);
      case 'styling':
      case 'mclass':
        return this.body(node);
      case 'spacing':
        return [];
      case 'kern':
        return [];
      case 'text':
        return [{ kind: 'words', text: plainText(node), at, end }];
      case 'overline': {
        const inner = this.body(node);
        return [
          {
            kind: 'symbol',
            text: `\\overline{${inner.map(textOf).join('')}}`,
            at: inner[0]?.at ?? at,
            end: inner.at(-1)?.end ?? end,
          },
        ];
      }
      case 'font':
      case 'accent': {
        const inner = this.body(node, node.type === 'font' ? 'body' : 'base');
        const name = `\\${String(node['font'] ?? node['label']).replace('\\', '')}{${inner.map(textOf).join('')}}`;
        return [{ kind: 'symbol', text: name, at: inner[0]?.at ?? at, end: inner.at(-1)?.end ?? end }];
      }
      case 'op': {
        const name = String(node['name']);
        const place = this.place(name);
        if (Object.hasOwn(REMEDIES, name))
          throw new FormulaError(`${name} has no meaning here: ${REMEDIES[name]}`, place.at);
        return [{ kind: 'function', text: name, ...place }];
      }
      case 'operatorname':
        return [this.marked(plainText(node), at)];
      case 'leftright': {
        const place = this.place('\\left');
        const body = this.body(node);
        return [{ kind: 'fenced', left: String(node['left']), right: String(node['right']), body, ...place }];
      }
      case 'delimsizing': {
        const fence = character(String(node['delim']), at, end, String(node['mclass']).replace(/^m/, ''));
        return [fence];
      }
      case 'genfrac':
        return [this.fraction(node)];
      case 'sqrt': {
        const place = this.place('\\sqrt');
        const degree = node['index'] ? { degree: this.body(node, 'index') } : {};
        return [{ kind: 'root', ...degree, body: this.body(node), ...place }];
      }
      case 'supsub':
        return this.scripts(node);
      case 'array':
        return [this.rows(node, at)];
      default:
        throw new FormulaError(
          `TeX of the kind '${node.type}' cannot be executed; add \`% stated: reason\``,
          at,
        );
    }
  }

  /** Finds a command that has no place of its own, at or after the last token. */
  place(command: string): { at: number; end: number } {
    const found = this.tex.indexOf(command, this.last);
    const at = found < 0 ? this.last : found;
    if (found >= 0) this.last = at + command.length;
    return { at, end: at + command.length };
  }

  marked(name: string, at: number): Token {
    if (!name.startsWith('@')) {
      throw new FormulaError(
        `\\operatorname{${name}} is not known; known are ${Object.keys(CALLS)
          .map((k) => `\\${k}`)
          .join(' ')}`,
        at,
      );
    }
    const marks: Record<string, Token> = {
      not: { kind: 'not', at, end: at },
      ne: { kind: 'relation', text: '\\ne', at, end: at },
      define: { kind: 'relation', text: ':=', at, end: at },
      implies: { kind: 'implies', at, end: at },
      iff: { kind: 'iff', at, end: at },
      d: { kind: 'differential', at, end: at },
      argmax: { kind: 'function', text: '\\argmax', at, end: at },
      softmax: { kind: 'function', text: '\\softmax', at, end: at },
      argmin: { kind: 'function', text: '\\argmin', at, end: at },
    };
    return marks[name.slice(1)]!;
  }

  group(node: Node, at: number): Token[] {
    const [head, ...parts] = node['body'] as Node[];
    const name = head?.type === 'operatorname' ? plainText(head) : '';
    if (name.startsWith('@') && name.slice(1) in CALLS) {
      const place = this.place(`\\${name.slice(1)}`);
      const call = name.slice(1);
      return [
        {
          kind: 'call',
          name: call,
          parts: parts.map((part) => this.body(part)),
          at: place.at,
          end: this.last,
        },
      ];
    }
    if (head?.type === 'atom' && head['family'] === 'punct' && parts.length === 0) {
      throw new FormulaError('write numbers without a mark between thousands', at);
    }
    return this.body(node);
  }

  fraction(node: Node): Token {
    const binomial = node['hasBarLine'] !== true && node['leftDelim'] === '(';
    if (node['hasBarLine'] !== true && !binomial)
      throw new FormulaError('only fractions with a bar can be executed', this.last);
    const start = this.tex.slice(this.last).search(/\\[tdc]?frac|\\over|\\[td]?binom/);
    const at = start < 0 ? this.last : this.last + start;
    this.last = at;
    return {
      kind: binomial ? 'binomial' : 'fraction',
      above: this.body(node, 'numer'),
      below: this.body(node, 'denom'),
      at,
      end: this.last,
    };
  }

  scripts(node: Node): Token[] {
    const base = this.body(node, 'base');
    const at = this.last;
    const sub = node['sub'] ? { sub: this.body(node, 'sub') } : {};
    const sup = node['sup'] ? { sup: this.body(node, 'sup') } : {};
    return [...base, { kind: 'scripts', ...sub, ...sup, at, end: this.last }];
  }

  rows(node: Node, at: number): Token {
    const kind = String(node['colSeparationType'] ?? '');
    if (!['align', 'alignat', 'gather'].includes(kind)) {
      throw new FormulaError('of the environments, only aligned and gathered can be executed', at);
    }
    const rows = (node['body'] as Node[][]).map((cells) => {
      const tokens = cells.map((cell) => this.list([cell]));
      return { tokens: tokens.flat(), continues: cells.length > 1 && tokens[0]!.length === 0 };
    });
    return { kind: 'rows', rows: rows.filter((row) => row.tokens.length > 0), at, end: this.last };
  }
}

function plainText(node: Node): string {
  return ((node['body'] as Node[] | undefined) ?? [])
    .map((child) =>
      child.type === 'spacing'
        ? ' '
        : Array.isArray(child['body'])
          ? plainText(child)
          : String(child['text'] ?? ''),
    )
    .join('');
}
