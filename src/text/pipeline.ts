import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm, { type Options } from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type PluggableList, unified } from 'unified';
import { remarkAddresses, remarkWithoutMail } from './addresses.ts';
import { citationHandler, remarkCitations } from './citations.ts';
import { markDeskNotes } from './desk-note.ts';
import { directiveHandler, remarkLeafDirectives } from './directives.ts';
import { fromHast } from './from-hast.ts';
import { headingsOf, type ProseHeading } from './headings.ts';
import type { RichText } from './rich-text.ts';
import { markTerms, type Term } from './terms.ts';

// One tilde stands between two numbers in Korean, as a dash does elsewhere.
const TILDES: Options = { singleTilde: false };

/**
 * The markdown of the prose and of the short texts: GFM, its footnotes as citations, its addresses with the ends that
 * readers see, and leaf directives. CommonMark looks for spaces around emphasis, which Korean, Chinese and Japanese do without.
 */
export const remarkPlugins: PluggableList = [
  [remarkGfm, TILDES],
  remarkCjkFriendly,
  [remarkCjkFriendlyStrikethrough, TILDES],
  remarkAddresses,
  remarkCitations,
  remarkLeafDirectives,
];

const parser = unified().use(remarkParse).use(remarkPlugins).freeze();
const withoutMail = unified().use(remarkParse).use(remarkPlugins).use(remarkWithoutMail).freeze();

/** Parses markdown as the pages do. Positions count from the start of the text. */
export function parseMarkdown(text: string): Root {
  return (text.includes('@') ? parser : withoutMail).parse(text);
}

/** The prose of one edition. */
export interface Prose {
  readonly text: RichText;
  /** Each with its language (BCP 47), where it is not the page's. */
  readonly headings: readonly (Omit<ProseHeading, 'node'> & { readonly lang?: string })[];
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
  const headings = headingsOf(tree).map(({ node, ...heading }, index) => {
    const id = headingIds[index] ?? heading.id;
    node.data = { ...node.data, hProperties: { id } };
    return { ...heading, id };
  });
  markDeskNotes(tree);
  const handlers = { footnoteReference: citationHandler, leafDirective: directiveHandler };
  const hast = toHast(tree, { handlers }) as HastRoot;
  markTerms(hast, terms);
  return { text: fromHast(hast.children), headings };
}
