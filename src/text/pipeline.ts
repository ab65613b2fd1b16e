import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { citationHandler, remarkCitations } from './citations.ts';
import { markDeskNotes } from './desk-note.ts';
import { fromHast } from './from-hast.ts';
import { giveAnchors, headingsOf } from './headings.ts';
import type { RichText } from './rich-text.ts';
import { alignTables } from './tables.ts';
import { markTerms, type Term } from './terms.ts';

/** The markdown of the prose and of the short texts: GFM, its footnotes as citations. */
export const remarkPlugins = [remarkGfm, remarkCitations];

const parser = unified().use(remarkParse).use(remarkPlugins).freeze();

/** Parses markdown as the pages do. Positions count from the start of the text. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

/** The prose of one edition. */
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
 * @param terms those to link at their first use
 * @param headingIds the anchors of the headings, in order: a translated edition takes the original's, so that a link
 *   to a heading holds in every language; without them, they are made from the headings' words
 */
export function richProse(tree: Root, terms: readonly Term[] = [], headingIds: readonly string[] = []): Prose {
  const headings = headingsOf(tree).map(({ id, ...heading }, index) => ({ ...heading, id: headingIds[index] ?? id }));
  giveAnchors(headings);
  markDeskNotes(tree);
  const hast = toHast(tree, { handlers: { footnoteReference: citationHandler } }) as HastRoot;
  alignTables(hast);
  markTerms(hast, terms);
  return { text: fromHast(hast.children), headings: headings.map(({ id, text, depth }) => ({ id, text, depth })) };
}
