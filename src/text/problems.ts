import type { Link, LinkReference, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { cites } from './citations.ts';
import { hiddenIn, hiddenReferenceIn } from './hidden.ts';

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
  | 'raw-html'
  | 'picture'
  | 'footnote-definition'
  | 'link-address'
  | 'link-empty'
  | 'citation-place'
  | 'citation-form'
  | 'hidden-character'
  | 'text-block';

const SAFE_LINK = /^(?:https?:\/\/|mailto:|[^:/?#]*(?:[/?#]|$))/i;
// Browsers drop these inside an address, so `java\tscript:` would pass for a relative link.
const CONTROL = /[\u0000-\u0020\u007f]/;

/** Whether a link may stand on a page: `http(s)`, `mailto` or relative. */
export function isSafeLink(url: string): boolean {
  return SAFE_LINK.test(url) && !CONTROL.test(url) && !url.startsWith('//') && !url.startsWith('/');
}

/**
 * What no text may hold, prose or frontmatter, in the order in which it stands.
 *
 * @param tree the text, parsed
 * @param source the text as written, from which the tree's positions count
 */
export function textProblems(tree: Root, source: string): TextProblem[] {
  const problems: TextProblem[] = [];
  const look = (node: Nodes, parent?: Nodes): void => {
    // Words beside a mail address that became a link have lost their place: what holds them still has one.
    const place = node.position ?? parent?.position;
    const offset = place?.start.offset ?? 0;
    const problem = problemOf(node);
    if (problem) problems.push({ offset, kind: problem[0], message: problem[1] });
    const written = source.slice(offset, place?.end.offset);
    for (const { at, kind, message } of [hiddenProblem(node, written), citationProblem(node, written)].flatMap(
      (it) => it ?? [],
    ))
      problems.push({ offset: offset + at, kind, message });
    if ('children' in node) for (const child of node.children) look(child, node);
  };
  look(tree);
  return problems;
}

type WordProblem = { at: number; kind: TextProblemKind; message: string };

/** A character reference that writes what no reader sees. */
function hiddenProblem(node: Nodes, written: string): WordProblem | undefined {
  const words = [
    node.type === 'text' ? node.value : '',
    'title' in node ? node.title : '',
    'lang' in node ? `${node.lang} ${node.meta}` : '',
  ].join('');
  const hidden = hiddenIn(words).length > 0 ? hiddenReferenceIn(written) : undefined;
  return (
    hidden && {
      at: hidden.at,
      kind: 'hidden-character',
      message: `"${hidden.written}" stands for ${hidden.name}; ${hidden.advice}`,
    }
  );
}

/** What looks like a citation among the words: one that is a citation has become a node of its own. */
function citationProblem(node: Nodes, written: string): WordProblem | undefined {
  if (node.type !== 'text' || !node.value.includes('[^')) return undefined;
  const found = [...written.matchAll(/(?<!\\)\[\^[^\]\n]{0,40}\]?/g)].find(([text]) => node.value.includes(text));
  return (
    found && {
      at: found.index,
      kind: 'citation-form',
      message: `"${found[0]}" is no citation and would be printed as it stands; write one as in [^source-id], without spaces, or a backslash before "["`,
    }
  );
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
