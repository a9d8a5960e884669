import { mdxToMdast, type MdastNode, type MdxJsxFlowElement, type MdxJsxTextElement } from 'satteri';
import { parse } from 'yaml';
import { pageFrontMatter, type PageFrontMatter } from './schemas.ts';
import { hasGivens, isStatement } from './vocabulary.ts';

/** The Markdown dialect of `content/`; the build and the checker read pages with the same one. */
export const markdownFeatures = { math: true, headingAttributes: true } as const;

/** A formula of a page: its TeX, where that begins in the file, and the example whose givens it speaks of. */
export interface Formula {
  readonly kind: 'formula';
  readonly tex: string;
  readonly display: boolean;
  readonly texOffset: number;
  readonly offset: number;
  readonly example: string | undefined;
  /** Where the theorem, lemma or corollary begins that it stands in. */
  readonly theorem: number | undefined;
}

/** A component of the site's vocabulary as it stands in a page. */
export interface Component {
  readonly kind: 'component';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  readonly textOffset: number;
  readonly offset: number;
  /** Where it ends in the file: what stands inside lies before. */
  readonly end: number;
  readonly example: string | undefined;
}

/** A heading that links can lead to. */
export interface Heading {
  readonly kind: 'heading';
  readonly id: string;
  readonly text: string;
  readonly offset: number;
}

/** Characters that are read as they stand: prose and code. */
export interface Text {
  readonly kind: 'text';
  readonly text: string;
  readonly offset: number;
}

/** Something that pages may not hold. */
export interface Foreign {
  readonly kind: 'foreign';
  readonly what: string;
  readonly offset: number;
}

export type Passage = Formula | Component | Heading | Text | Foreign;

export interface PageSource {
  readonly frontMatter: PageFrontMatter;
  /** In the order of the file. */
  readonly passages: readonly Passage[];
}

/** Front matter that does not fit its schema; each problem names its key. */
export class FrontMatterError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

function readFrontMatter(source: string): PageFrontMatter {
  const yaml = /^---\r?\n([\s\S]*?)\r?\n---/.exec(source)?.[1] ?? '';
  const result = pageFrontMatter.safeParse(parse(yaml) ?? {});
  if (result.success) return result.data;
  throw new FrontMatterError(
    result.error.issues.map((issue) => `front matter: ${[...issue.path, issue.message].join(': ')}`),
  );
}

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

function attributesOf(element: JsxElement): Record<string, string | undefined> {
  const attributes: Record<string, string | undefined> = {};
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') attributes['{…}'] = undefined;
    else if (typeof attribute.value === 'string') attributes[attribute.name] = attribute.value;
    else
      attributes[attribute.name] = attribute.value === null || attribute.value === undefined ? '' : undefined;
  }
  return attributes;
}

const textOf = (node: MdastNode): string =>
  'value' in node
    ? node.value
    : 'children' in node
      ? node.children.map((child) => textOf(child)).join('')
      : '';

/** Reads a page of `content/` into its front matter and the passages that checks are made of. */
export function readPage(source: string): PageSource {
  const frontMatter = readFrontMatter(source);
  const passages: Passage[] = [];

  const visit = (node: MdastNode, example: string | undefined, theorem: number | undefined): void => {
    const offset = node.position?.start.offset ?? 0;
    switch (node.type) {
      case 'yaml':
        return;
      case 'math':
      case 'inlineMath': {
        // Inside a list the parser strips the indentation, and the TeX is then not a substring of the file.
        const texOffset = Math.max(source.indexOf(node.value, offset), offset);
        passages.push({
          kind: 'formula',
          tex: node.value,
          display: node.type === 'math',
          texOffset,
          offset,
          example,
          theorem,
        });
        return;
      }
      case 'text':
      case 'inlineCode':
      case 'code':
        passages.push({ kind: 'text', text: node.value, offset });
        return;
      case 'mdxjsEsm':
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
      case 'html':
        passages.push({ kind: 'foreign', what: node.value, offset });
        return;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const name = node.name ?? '';
        const attributes = attributesOf(node);
        const text = node.children.map((child) => textOf(child as MdastNode)).join('');
        const textOffset = Math.max(source.indexOf(text, source.indexOf('>', offset)), offset);
        const end = node.position?.end.offset ?? offset;
        passages.push({ kind: 'component', name, attributes, text, textOffset, offset, end, example });
        // A Value's text is the number itself: it is checked as one, not read as prose.
        if (name === 'Value') return;
        const inner = hasGivens(name) ? attributes['given'] : example;
        const around = isStatement(name) ? offset : theorem;
        for (const child of node.children) visit(child as MdastNode, inner, around);
        return;
      }
      case 'heading': {
        const { hProperties } = (node.data ?? {}) as { hProperties?: { id?: string } };
        const id = hProperties?.id;
        if (id !== undefined) passages.push({ kind: 'heading', id, text: textOf(node), offset });
        for (const child of node.children) visit(child, example, theorem);
        return;
      }
      default:
        if ('children' in node) for (const child of node.children) visit(child, example, theorem);
    }
  };
  visit(mdxToMdast(source, { features: markdownFeatures, position: true }), undefined, undefined);
  return { frontMatter, passages };
}
