import type { FootnoteReference, Root } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import type { ElementContent } from 'hast';
import type { Processor } from 'unified';

/**
 * Citations in prose and in short texts: `[^source-id]`, the footnote syntax of GitHub Flavored
 * Markdown, with the sources in a file of their own instead of in definitions below the text.
 */

/**
 * Makes every footnote label count as defined. remark-gfm keeps `[^id]` as plain text unless the same
 * text defines it, and would hide an id that is misspelt. Registered after remark-gfm.
 *
 * It rests on one inside of micromark-extension-gfm-footnote: the list `parser.gfmFootnotes`, in which
 * that extension looks labels up. The unit tests fail when that changes.
 */
export function remarkCitations(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  const citation = { name: 'citation', tokenize: defineEveryLabel };
  // `[` opens a citation, and so does `![` behind an exclamation: "Stop![^gazette]".
  (data.micromarkExtensions ??= []).push({ text: { 33: citation, 91: citation } });
}

interface TokenizeContext {
  parser: { gfmFootnotes?: string[] };
}

class EveryLabel extends Array<string> {
  override includes(): boolean {
    return true;
  }
}

function defineEveryLabel(this: TokenizeContext, _effects: unknown, _ok: unknown, nok: (code: unknown) => unknown) {
  if (!(this.parser.gfmFootnotes instanceof EveryLabel)) this.parser.gfmFootnotes = new EveryLabel();
  return nok;
}

/** remark-rehype handler: a citation becomes a bare marker, numbered when the page is put together. */
export function citationHandler(_state: State, node: FootnoteReference): ElementContent {
  return { type: 'element', tagName: 'sup', properties: { dataCite: citedId(node) }, children: [] };
}

/** The source id that a footnote reference names. */
export function citedId(node: FootnoteReference): string {
  return node.label ?? node.identifier;
}

// Without the look-behind a long run of spaces would cost the square of its length.
const MARKER = /(?<!\s)\s*<sup data-cite="([^"]*)"><\/sup>/g;

/** Replaces each citation marker in rendered HTML, together with the space before it. */
export function replaceCitations(html: string, write: (sourceId: string) => string): string {
  return html.replace(MARKER, (_marker, id: string) => write(unescapeId(id)));
}

/** The ids cited in rendered HTML, in order, each as often as it is cited. */
export function citedIn(html: string): string[] {
  return [...html.matchAll(MARKER)].map(([, id]) => unescapeId(id as string));
}

// rehype-stringify escapes what an attribute cannot hold; ids that exist need none of it.
function unescapeId(id: string): string {
  return id.replaceAll('&#x26;', '&').replaceAll('&#x22;', '"').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** Whether a part of the text cites anything. */
export function cites(tree: Root | Root['children'][number]): boolean {
  if (tree.type === 'footnoteReference') return true;
  return 'children' in tree && tree.children.some((child) => cites(child));
}
