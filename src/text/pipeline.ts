import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { citationHandler, remarkCitations } from './citations.ts';
import { remarkDeskNotes } from './desk-note.ts';
import { fromHast } from './from-hast.ts';
import { headingsOf, remarkHeadingIds } from './headings.ts';
import { fileWith, type ProseContext } from './prose-context.ts';
import type { RichText } from './rich-text.ts';
import { rehypeTables } from './tables.ts';
import { rehypeTerms } from './terms.ts';

// Both the prose and the short texts of the frontmatter are read with it: GFM, its footnotes as citations.
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkCitations).freeze();

const toRich = unified()
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

/** A text of some length: the prose of one edition. */
export interface Prose {
  readonly text: RichText;
  readonly headings: readonly {
    /** Its anchor. */
    readonly id: string;
    readonly text: string;
    /** 2 to 6. */
    readonly depth: number;
    /** Its language (BCP 47), where it is not the page's. */
    readonly lang?: string;
  }[];
}

/**
 * Reads prose that the checks have passed.
 *
 * @param tree as it was parsed for the checks; it is changed
 */
export function richProse(tree: Root, context: ProseContext): Prose {
  const headings = headingsOf(tree).map(({ id, text, depth }, index) => ({
    id: context.headingIds?.[index] ?? id,
    text,
    depth,
  }));
  return { text: fromHast(toRich.runSync(tree, fileWith(context)).children), headings };
}
