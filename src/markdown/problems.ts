import type { Link, LinkReference, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { cites } from './citations.ts';
import { walk } from './walk.ts';

/** Something in a text that a page cannot show, and where it stands. */
export interface TextProblem {
  /** Offset into the text. */
  readonly offset: number;
  /** A sentence for the editor. */
  readonly message: string;
  readonly kind: TextProblemKind;
}

/** What such a problem breaks. */
export type TextProblemKind =
  'raw-html' | 'picture' | 'footnote-definition' | 'link-address' | 'link-empty' | 'citation-place' | 'text-block';

const SAFE_LINK = /^(?:https?:\/\/|mailto:|[^:/?#]*(?:[/?#]|$))/i;
// Browsers drop these inside an address, so `java\tscript:` would pass for a relative link.
const CONTROL = /[\u0000-\u0020\u007f]/;

/** Whether a link may stand on a page: `http(s)`, `mailto` or relative. */
export function isSafeLink(url: string): boolean {
  return SAFE_LINK.test(url) && !CONTROL.test(url) && !url.startsWith('//') && !url.startsWith('/');
}

/** What no text may hold, prose or frontmatter, in the order in which it stands. */
export function textProblems(tree: Root): TextProblem[] {
  const problems: TextProblem[] = [];
  walk(tree, (node) => {
    const problem = problemOf(node);
    if (problem) problems.push({ offset: node.position?.start.offset ?? 0, kind: problem[0], message: problem[1] });
  });
  return problems;
}

function problemOf(node: Nodes): [TextProblemKind, string] | undefined {
  switch (node.type) {
    case 'html':
      return ['raw-html', 'raw HTML is not shown; write it in markdown, or put a backslash before "<"'];
    case 'image':
    case 'imageReference':
      return ['picture', 'a page holds no pictures from files; describe what it shows, or link to it without the "!"'];
    case 'footnoteDefinition':
      return ['footnote-definition', 'sources are listed in sources.yaml; take this definition out'];
    case 'link':
    case 'definition':
      if (!isSafeLink(node.url))
        return [
          'link-address',
          `"${node.url}" is no link that a page can hold; write an address that starts with https://, http:// or mailto:, or a relative one`,
        ];
      return 'children' in node ? linkProblem(node) : undefined;
    case 'linkReference':
      return linkProblem(node);
    case 'heading':
      return cites(node)
        ? ['citation-place', 'a citation cannot stand in a heading; move it into the text below']
        : undefined;
    default:
      return undefined;
  }
}

function linkProblem(node: Link | LinkReference): [TextProblemKind, string] | undefined {
  if (node.children.some((child) => cites(child as never)))
    return ['citation-place', 'a citation cannot stand inside a link; move it behind the link'];
  return toString(node).trim() === ''
    ? ['link-empty', 'this link has no words; write them between [ and ]']
    : undefined;
}
