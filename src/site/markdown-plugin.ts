import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastNode, MdastPluginEntry, MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import type { Oracle } from '../formula/oracle.ts';
import type { Answers } from './answers/answers.ts';
import { failureLine, place } from './check-page.ts';
import { checkedPage } from './checked-page.ts';
import { formulaMarkup, holdingOn } from './formula-markup.ts';
import { inlineMark } from './marks.ts';
import { namesIn } from './proof-uses.ts';
import { reasonLinks } from './reason-links.ts';
import { stepMarkup } from './step-markup.ts';
import { pointer } from './verification/pointer.ts';
import { displayedEquations } from './verification/record.ts';

const attribute = (name: string, value: string) => ({ type: 'mdxJsxAttribute', name, value }) as const;

/** Finished HTML as one node: cheaper by far than thousands of nodes to be compiled, and safe from being read as Markdown again. */
const html = (type: 'mdxJsxFlowElement' | 'mdxJsxTextElement', markup: string): MdastNode => ({
  type,
  name: 'Fragment',
  attributes: [attribute('set:html', markup)],
  children: [],
});

/** The names in the `uses` of a proof. */
const usesOf = (node: MdxJsxFlowElement | MdxJsxTextElement): readonly { readonly name: string }[] =>
  node.attributes.flatMap((written) =>
    written.type === 'mdxJsxAttribute' && written.name === 'uses' && typeof written.value === 'string'
      ? namesIn(written.value)
      : [],
  );

/**
 * The Markdown plugin of the site: checks a page as a whole before anything of it is rendered, and fails the
 * build with every failure of the page; then typesets its formulas and hands what was found to its elements.
 */
export function checkedMarkdown(oracle: Oracle, answers: Answers): MdastPluginEntry {
  return ({ fileURL, data }) => {
    if (!fileURL) return null;
    const path = fileURLToPath(fileURL);
    const file = relative(process.cwd(), path);
    const { id: page, source, library, report } = checkedPage(file, oracle, answers);
    const { failures, computed, equations } = report;
    if (failures.length > 0) {
      const { line, column } = failures[0]!;
      throw Object.assign(new Error(failures.map(failureLine).join('\n')), { line, column });
    }

    // The route reads it there, and says it at the foot of the page.
    const { astro } = data as { astro?: { frontmatter: Record<string, unknown> } };
    if (astro) astro.frontmatter['equations'] = displayedEquations(equations);

    const typeset = (tex: string, display: boolean, offset: number): string => {
      try {
        return formulaMarkup(tex, display, computed.equations.has(offset));
      } catch (error) {
        const { line, column } = place(source, offset);
        throw Object.assign(new Error(`${file}:${line}:${column}: ${(error as Error).message}`), {
          line,
          column,
        });
      }
    };
    const displayed = (tex: string, offset: number): string => {
      const markup = typeset(tex, true, offset);
      const equation = computed.equations.get(offset);
      return equation ? stepMarkup(equation, markup, page, library.index) : markup;
    };
    const inline = (tex: string, offset: number, end: number): string => {
      const markup = typeset(tex, false, offset);
      const held = /^[.,;:!?)’”]/.test(source.slice(end)) ? holdingOn(markup) : markup;
      const equation = computed.equations.get(offset);
      return equation ? `${held}${inlineMark(equation, page)}` : held;
    };
    /** The element with what it is given besides what its author wrote; nothing where there is nothing to add. */
    const withComputed = <Element extends MdxJsxFlowElement | MdxJsxTextElement>(
      node: Element,
    ): Element | undefined => {
      const offset = node.position!.start.offset!;
      const value = computed.values.get(offset);
      const givens = computed.givens.get(offset);
      const tries = computed.tries.get(offset);
      const call = computed.calls.get(offset);
      const uses = usesOf(node);
      const exercise = computed.exercises.exercises.get(offset);
      const label = computed.exercises.labels.get(offset);
      const added = [
        ...(value === undefined ? [] : [attribute('value', String(value))]),
        ...(givens === undefined ? [] : [attribute('givens', JSON.stringify(givens))]),
        ...(tries === undefined ? [] : [attribute('tries', JSON.stringify(tries))]),
        ...(exercise === undefined ? [] : [attribute('data', JSON.stringify(exercise))]),
        ...(label === undefined ? [] : [attribute('name', label)]),
        ...(call === undefined
          ? []
          : [
              attribute('place', pointer('libraries', 'calls', call.index)),
              attribute('output', call.output),
              attribute('version', call.version),
              ...(call.eachOutcome ? [attribute('each', 'outcome')] : []),
            ]),
        ...(uses.length === 0 ? [] : [attribute('reasons', reasonLinks(uses, { page }, library.index))]),
      ];
      return added.length === 0 ? undefined : { ...node, attributes: [...node.attributes, ...added] };
    };

    return {
      name: 'checked-page',
      options: { position: true },
      inlineMath: (node) => {
        const { start, end } = node.position!;
        return html('mdxJsxTextElement', inline(node.value, start.offset!, end.offset!));
      },
      math: (node) => html('mdxJsxFlowElement', displayed(node.value, node.position!.start.offset!)),
      mdxJsxTextElement: (node) => withComputed(node),
      mdxJsxFlowElement: (node) => withComputed(node),
    };
  };
}
