import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { citationHandler, remarkCitations } from './citations.ts';
import { remarkDeskNotes } from './desk-note.ts';
import { remarkHeadingIds } from './headings.ts';
import { fileWith, type ProseContext } from './prose-context.ts';
import { rehypeTables } from './tables.ts';
import { rehypeTerms } from './terms.ts';

// Both the prose and the short texts of the frontmatter are read with it: GFM, its footnotes as citations.
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkCitations).freeze();

const renderer = unified()
  .use(remarkDeskNotes)
  .use(remarkHeadingIds)
  .use(remarkRehype, { handlers: { footnoteReference: citationHandler } })
  .use(rehypeTables)
  .use(rehypeTerms)
  .freeze();

/** Parses markdown as the pages do. Positions count from the start of the text. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

/**
 * Renders prose that the checks have passed.
 *
 * @param tree the prose, parsed; it is changed
 * @returns its HTML, with citation markers that are not numbered yet
 */
export function proseHtml(tree: Root, context: ProseContext): string {
  return toHtml(renderer.runSync(tree, fileWith(context)));
}
