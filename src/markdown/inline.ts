import { toHtml } from 'hast-util-to-html';
import type { Paragraph } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { citationHandler } from './citations.ts';
import { parseMarkdown } from './pipeline.ts';
import { textProblems } from './problems.ts';

/** HTML of one short text, with citation markers that are not numbered yet. */
export type InlineHtml = string;

/**
 * Renders a short text of the frontmatter: inline markdown, no blocks.
 *
 * @param text as written
 * @param report takes each problem, as a sentence for the editor
 * @returns its HTML; empty when the text holds blocks
 */
export function renderInline(text: string, report: (problem: string) => void): InlineHtml {
  const tree = parseMarkdown(text);
  const [block, second] = tree.children;
  if (!block) return '';
  if (second) {
    report('one paragraph is wanted here; take the blank lines out');
    return '';
  }
  if (block.type !== 'paragraph') {
    report(`this would become a ${BLOCKS[block.type] ?? 'block'}; put a backslash before "${text.trimStart()[0]}"`);
    return '';
  }
  for (const message of new Set(textProblems(tree).map((problem) => problem.message))) report(message);
  return inlineHtml(block);
}

const BLOCKS: Record<string, string> = {
  heading: 'heading',
  list: 'list',
  blockquote: 'quotation',
  code: 'code block',
  html: 'piece of raw HTML',
  thematicBreak: 'rule',
};

function inlineHtml(paragraph: Paragraph): string {
  const hast = toHast(paragraph, { handlers: { footnoteReference: citationHandler } });
  return hast.type === 'element' ? toHtml(hast.children) : '';
}
