import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type PluggableList, unified } from 'unified';
import { citationHandler, remarkCitations } from './citations.ts';
import { remarkDeskNotes } from './desk-note.ts';
import { remarkHeadingIds } from './headings.ts';
import { parsePlainly } from './plain-prose.ts';
import { rehypeTables } from './tables.ts';
import { rehypeTerms } from './terms.ts';

/** What both the prose and the short texts of the frontmatter are read with: GFM, its footnotes as citations. */
const syntax: PluggableList = [remarkGfm, remarkCitations];

/** The options of Astro's `unified()` processor. GFM comes from here, so that its options are ours. */
export const proseOptions = {
  gfm: false,
  // Quotation marks are the editor's own: nothing is repaired silently.
  smartypants: false,
  remarkPlugins: [...syntax, remarkDeskNotes, remarkHeadingIds] as never[],
  remarkRehype: { handlers: { footnoteReference: citationHandler } },
  rehypePlugins: [rehypeTables, rehypeTerms] as never[],
};

const parser = unified().use(remarkParse).use(syntax).freeze();

/** Parses markdown as the pages do, for the checks. Positions count from the start of the text. */
export function parseMarkdown(text: string): Root {
  return parsePlainly(text, (part) => parser.parse(part));
}
