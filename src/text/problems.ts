import type { Link, LinkReference, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { cites } from './citations.ts';
import { hiddenIn, hiddenReferenceIn } from './hidden.ts';

/** Something in a text that a page cannot show, and where it stands. */
interface TextProblem {
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

const SAFE_LINK = /^(?:mailto:|[^:/?#]*(?:[/?#]|$))/i;
// Browsers drop these inside an address, so `java\tscript:` would pass for a relative link.
const CONTROL = /[\u0000-\u0020\u007f]/;

/** Whether a link may stand on a page: `http(s)`, `mailto` or relative. */
export function isSafeLink(url: string): boolean {
  if (/^https?:/i.test(url)) return isWebAddress(url);
  return SAFE_LINK.test(url) && !CONTROL.test(url) && !url.startsWith('/');
}

/** Whether an address is one that a browser opens, and leads to the host that it seems to name first. */
export function isWebAddress(url: string): boolean {
  // Browsers take a backslash for a stroke, and what writes HTML takes it for a letter.
  if (!/^https?:\/\/[^/\\][^\\]*$/i.test(url) || CONTROL.test(url) || !URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  return username === '' && password === '';
}

/**
 * What no text may hold, prose or frontmatter, in the order in which it stands.
 *
 * @param tree the text, parsed
 * @param source the text as written, from which the tree's positions count
 */
export function textProblems(tree: Root, source: string): TextProblem[] {
  return problemsOf(tree, undefined, source);
}

function problemsOf(node: Nodes, parent: Nodes | undefined, source: string): TextProblem[] {
  // Words beside a mail address that became a link have lost their place: what holds them still has one.
  const place = node.position ?? parent?.position;
  const start = place?.start.offset ?? 0;
  const written = source.slice(start, place?.end.offset);
  const own = [nodeProblem(node), hiddenProblem(node, written), citationProblem(node, written)]
    .filter((problem) => problem !== undefined)
    .map(([kind, message, at = 0]) => ({ offset: start + at, kind, message }));
  return 'children' in node ? [...own, ...node.children.flatMap((child) => problemsOf(child, node, source))] : own;
}

/** What a problem breaks, the sentence about it, and how far behind the start of its node it stands. */
export type Problem = [kind: TextProblemKind, message: string, at?: number];

/** A character reference that writes what no reader sees. */
function hiddenProblem(node: Nodes, written: string): Problem | undefined {
  const words = [
    node.type === 'text' ? node.value : '',
    'title' in node ? node.title : '',
    'lang' in node ? `${node.lang} ${node.meta}` : '',
  ].join('');
  const hidden = hiddenIn(words).length > 0 ? hiddenReferenceIn(written) : undefined;
  if (!hidden) return undefined;
  return ['hidden-character', `"${hidden.written}" stands for ${hidden.name}; ${hidden.advice}`, hidden.at];
}

/** What looks like a citation among the words: one that is a citation has become a node of its own. */
function citationProblem(node: Nodes, written: string): Problem | undefined {
  if (node.type !== 'text' || !node.value.includes('[^')) return undefined;
  const found = [...written.matchAll(/(?<!\\)\[\^[^\]\n]{0,40}\]?/g)].find(([text]) => node.value.includes(text));
  if (!found) return undefined;
  return [
    'citation-form',
    `"${found[0]}" is no citation and would be printed as it stands; write one as in [^source-id], without spaces, or a backslash before "["`,
    found.index,
  ];
}

/** What markup of HTML is told, in prose and in a short text. */
export const RAW_HTML: Problem = [
  'raw-html',
  'raw HTML is not shown; write it in markdown, or put a backslash before "<"',
];

function nodeProblem(node: Nodes): Problem | undefined {
  switch (node.type) {
    case 'html':
      return RAW_HTML;
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
      if (!cites(node)) return undefined;
      return ['citation-place', 'a citation cannot stand in a heading; move it into the text below'];
    default:
      return undefined;
  }
}

function linkProblem(node: Link | LinkReference): Problem | undefined {
  if (cites(node)) return ['citation-place', 'a citation cannot stand inside a link; move it behind the link'];
  if (toString(node).trim() !== '') return undefined;
  return ['link-empty', 'this link has no words; write them between [ and ]'];
}
