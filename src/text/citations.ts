import type { FootnoteReference, Nodes } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import type { Processor } from 'unified';
import { nodesOf } from './nodes.ts';
import type { RichCitation } from './rich-text.ts';

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

class EveryLabel extends Array<string> {
  override includes = (): boolean => true;
}

type Parser = { parser: { gfmFootnotes?: string[] } };

function defineEveryLabel(this: Parser, _effects: unknown, _ok: unknown, nok: (code: unknown) => unknown) {
  if (!(this.parser.gfmFootnotes instanceof EveryLabel)) this.parser.gfmFootnotes = new EveryLabel();
  return nok;
}

/** mdast-util-to-hast handler: a citation becomes a node of its own, numbered when the page is put together. */
export function citationHandler(_state: State, node: FootnoteReference): RichCitation {
  return { type: 'citation', source: citedId(node) };
}

/** The source id that a footnote reference names. */
export function citedId(node: FootnoteReference): string {
  return node.label ?? node.identifier;
}

/** Whether a part of the text cites anything. */
export function cites(tree: Nodes): boolean {
  return nodesOf(tree, 'footnoteReference').length > 0;
}
