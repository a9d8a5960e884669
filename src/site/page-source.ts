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
  readonly around: Around;
}

/** What a passage stands in. */
export interface Around {
  /** The name of the data of an example, a counterexample or an exercise. */
  readonly example: string | undefined;
  /** A theorem, lemma or corollary. */
  readonly theorem: Component | undefined;
  readonly proof: Component | undefined;
  readonly table: boolean;
  /** The id of the nearest part of the page that has one: a block, a proof, a section. */
  readonly part: string;
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
  readonly around: Around;
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
  readonly where: 'prose' | 'table' | 'code';
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

const isJsx = (node: MdastNode): node is JsxElement =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** The id that a heading is given in braces. */
function headingId(node: MdastNode): string | undefined {
  const { hProperties } = (node.data ?? {}) as { readonly hProperties?: { readonly id?: string } };
  return node.type === 'heading' ? hProperties?.id : undefined;
}

/** The id of a proof: that of its theorem, and what tells it from the theorem's other proofs. */
export const proofId = ({ of = '', by }: Readonly<Record<string, string | undefined>>): string =>
  by === undefined ? `${of}-proof` : `${of}-proof-${by}`;

/** The name of the data of an exercise, by its id. */
export const exerciseExample = (id: string): string => `#${id}`;

/** What stands around the children of a component. */
function inside(component: Component): Around {
  const { name, attributes, around } = component;
  const { given, id } = attributes;
  const part = name === 'Proof' ? proofId(attributes) : (id ?? given ?? around.part);
  return {
    part: name === 'Claim' ? `claim-${part.toLowerCase()}` : part,
    example: name === 'Exercise' ? exerciseExample(part) : hasGivens(name) ? given : around.example,
    theorem: isStatement(name) ? component : around.theorem,
    proof: name === 'Proof' ? component : around.proof,
    table: around.table,
  };
}

/** Reads a page of `content/` into its front matter and the passages that checks are made of. */
export function readPage(source: string): PageSource {
  const frontMatter = readFrontMatter(source);
  const passages: Passage[] = [];

  const componentOf = (node: JsxElement, offset: number, around: Around): Component => {
    const text = node.children.map((child) => textOf(child as MdastNode)).join('');
    return {
      kind: 'component',
      name: node.name ?? '',
      attributes: attributesOf(node),
      text,
      textOffset: Math.max(source.indexOf(text, source.indexOf('>', offset)), offset),
      offset,
      end: node.position?.end.offset ?? offset,
      around,
    };
  };

  const visit = (node: MdastNode, around: Around): void => {
    const offset = node.position?.start.offset ?? 0;
    if (isJsx(node)) {
      const component = componentOf(node, offset, around);
      passages.push(component);
      // A Value's text is the number itself: it is checked as one, not read as prose.
      if (component.name === 'Value') return;
      visitAll(node.children as readonly MdastNode[], inside(component));
      return;
    }
    switch (node.type) {
      case 'yaml':
        return;
      case 'math':
      case 'inlineMath': {
        // Inside a list the parser strips the indentation, and the TeX is then not a substring of the file.
        const texOffset = Math.max(source.indexOf(node.value, offset), offset);
        const display = node.type === 'math';
        passages.push({ kind: 'formula', tex: node.value, display, texOffset, offset, around });
        return;
      }
      case 'text':
        passages.push({ kind: 'text', text: node.value, where: around.table ? 'table' : 'prose', offset });
        return;
      case 'inlineCode':
      case 'code':
        passages.push({ kind: 'text', text: node.value, where: 'code', offset });
        return;
      case 'mdxjsEsm':
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
      case 'html':
        passages.push({ kind: 'foreign', what: node.value, offset });
        return;
      default: {
        const id = headingId(node);
        if (id !== undefined) passages.push({ kind: 'heading', id, text: textOf(node), offset });
        const table = around.table || node.type === 'table';
        if ('children' in node) visitAll(node.children, { ...around, table });
      }
    }
  };
  const visitAll = (nodes: readonly MdastNode[], around: Around): void => {
    let { part } = around;
    for (const node of nodes) {
      part = headingId(node) ?? part;
      visit(node, { ...around, part });
    }
  };
  const nothing = { example: undefined, theorem: undefined, proof: undefined, table: false };
  visitAll([mdxToMdast(source, { features: markdownFeatures, position: true })], { ...nothing, part: 'top' });
  return { frontMatter, passages };
}
