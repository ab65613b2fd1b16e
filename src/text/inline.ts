import { toHtml } from 'hast-util-to-html';
import type { Paragraph, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { citationHandler } from './citations.ts';
import { parseMarkdown } from './pipeline.ts';
import { type TextProblemKind, textProblems } from './problems.ts';

/** HTML of one short text, with citation markers that are not numbered yet. */
export type InlineHtml = string;

/**
 * Renders a short text of the frontmatter: inline markdown, no blocks.
 *
 * @param text as written
 * @param report takes each problem: what it breaks, and a sentence for the editor
 * @returns its HTML; empty when the text holds blocks
 */
export function renderInline(text: string, report: (kind: TextProblemKind, problem: string) => void): InlineHtml {
  const { html, problems } = rendered(text);
  for (const [message, kind] of problems) report(kind, message);
  return html;
}

interface Rendered {
  readonly html: InlineHtml;
  /** By their sentences, each once. */
  readonly problems: ReadonlyMap<string, TextProblemKind>;
}

const ENOUGH = 1_000;
const remembered = new Map<string, Rendered>();

// The schema and the rules ask for the same texts, one file after the other.
function rendered(text: string): Rendered {
  let known = remembered.get(text);
  if (!known) {
    if (remembered.size >= ENOUGH) remembered.clear();
    remembered.set(text, (known = parsed(text)));
  }
  return known;
}

function parsed(text: string): Rendered {
  const refused = (kind: TextProblemKind, problem: string): Rendered => ({
    html: '',
    problems: new Map([[problem, kind]]),
  });
  const tree = parseMarkdown(text);
  const [block, second] = tree.children;
  if (!block) return { html: '', problems: new Map() };
  if (block.type === 'definition')
    return refused(
      'text-block',
      'this would be read as the address of a link and not be shown; put a backslash before "["',
    );
  if (second)
    return refused(
      'text-block',
      'one paragraph is wanted here; take the blank lines and what starts a heading, list or quotation out',
    );
  if (block.type !== 'paragraph') return refused(...blockProblem(block, text));
  return {
    html: inlineHtml(block),
    problems: new Map(textProblems(tree, text).map(({ message, kind }) => [message, kind])),
  };
}

function blockProblem(block: RootContent, text: string): [TextProblemKind, string] {
  if (block.type === 'footnoteDefinition')
    return ['footnote-definition', 'sources are listed in sources.yaml; take the colon behind "]" out'];
  if (block.type === 'html')
    return ['raw-html', 'raw HTML is not shown; write it in markdown, or put a backslash before "<"'];
  const sign = text.trimStart();
  const at = /^\d+/.exec(sign)?.[0];
  const advice = at ? `the "${sign[at.length]}" behind the number` : `"${sign[0]}"`;
  return ['text-block', `this would become a ${BLOCKS[block.type] ?? 'block'}; put a backslash before ${advice}`];
}

const BLOCKS: Record<string, string> = {
  heading: 'heading',
  list: 'list',
  blockquote: 'quotation',
  code: 'code block',
  thematicBreak: 'rule',
};

function inlineHtml(paragraph: Paragraph): string {
  const hast = toHast(paragraph, { handlers: { footnoteReference: citationHandler } });
  return hast.type === 'element' ? toHtml(hast.children) : '';
}
