import type { Blockquote, Link, LinkReference, Nodes, Root, Table, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { codeSlip, itemsSlip, listSlip } from './block-slips.ts';
import { cites } from './citations.ts';
import { isDeskNote } from './desk-note.ts';
import { hiddenIn, hiddenReferenceIn } from './hidden.ts';
import { linkAddressProblem } from './link-address.ts';
import { strayMarks } from './marks.ts';
import { childrenOf, nodesOf } from './nodes.ts';

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
  | 'mark-left'
  | 'text-lost'
  | 'code-indented'
  | 'list-start'
  | 'text-block';

/**
 * What no text may hold, prose or frontmatter, in the order in which it stands.
 *
 * @param tree the text, parsed
 * @param source the text as written, from which the tree's positions count
 */
export function textProblems(tree: Root, source: string): TextProblem[] {
  const linked = new Set(nodesOf(tree, 'linkReference').map(({ identifier }) => identifier));
  return problemsOf(tree, { parents: [], source, linked }).toSorted((a, b) => a.offset - b.offset);
}

/** Where a node stands. */
interface Around {
  readonly parents: readonly Nodes[];
  readonly source: string;
  /** The labels that links by reference name. */
  readonly linked: ReadonlySet<string>;
}

function problemsOf(node: Nodes, around: Around): TextProblem[] {
  const start = node.position?.start.offset ?? 0;
  const written = around.source.slice(start, node.position?.end.offset);
  const own = [
    ...nodeProblems(node, written, around),
    ...hiddenProblems(node, written),
    ...(node.type === 'text' ? [...citationProblems(node, written), ...markProblems(node, written, around)] : []),
  ];
  const inside = { ...around, parents: [...around.parents, node] };
  return [
    ...own.map(([kind, message, at = 0]) => ({ offset: start + at, kind, message })),
    ...childrenOf(node).flatMap((child) => problemsOf(child, inside)),
  ];
}

/** What a problem breaks, the sentence about it, and how far behind the start of its node it stands. */
export type Problem = [kind: TextProblemKind, message: string, at?: number];

/** A problem where there is a sentence about it. */
function problem(kind: TextProblemKind, message: string | undefined): Problem[] {
  return message === undefined ? [] : [[kind, message]];
}

function markProblems(node: Text, written: string, { parents, source }: Around): Problem[] {
  const parent = parents.at(-1);
  const quotation = parents.findLast((other): other is Blockquote => other.type === 'blockquote');
  // A bare address is its own words.
  if (parent?.type === 'link' && /[^[]/.test(source[parent.position?.start.offset ?? 0] ?? '')) return [];
  const siblings = childrenOf(parent);
  const index = siblings.indexOf(node);
  const isMark = index === 0 && quotation && isDeskNote(quotation) && quotation.children[0] === parent;
  const skipped = isMark ? '[!NOTE]'.length : 0;
  // What follows tells whether a bracket was meant to open an address.
  const ahead = siblings[index + 1]?.type === 'link' ? 'https:' : '';
  const words = 'x'.repeat(skipped) + written.slice(skipped) + ahead;
  const found = strayMarks(words, quotation !== undefined, opensLine(node, parents));
  return found.map(({ at, message }) => ['mark-left', message, at]);
}

/** Whether nothing is printed before a node in its line: what opens emphasis or a link is not. */
function opensLine(node: Nodes, parents: readonly Nodes[]): boolean {
  const parent = parents.at(-1);
  if (!parent || parent.type === 'tableCell') return false;
  const before = childrenOf(parent)[childrenOf(parent).indexOf(node) - 1];
  if (before) return before.type === 'break' || (before.type === 'text' && before.value.endsWith('\n'));
  return parent.type === 'paragraph' || parent.type === 'heading' || opensLine(parent, parents.slice(0, -1));
}

/** A character reference that writes what no reader sees. */
function hiddenProblems(node: Nodes, written: string): Problem[] {
  if (!written.includes('&#')) return [];
  const words = [
    node.type === 'text' ? node.value : '',
    'title' in node ? node.title : '',
    'lang' in node ? `${node.lang} ${node.meta}` : '',
  ].join('');
  const hidden = hiddenIn(words).length > 0 ? hiddenReferenceIn(written) : undefined;
  return hidden
    ? [['hidden-character', `"${hidden.written}" stands for ${hidden.name}; ${hidden.advice}`, hidden.at]]
    : [];
}

/** What looks like a citation among the words: one that is a citation has become a node of its own. */
function citationProblems({ value }: Text, written: string): Problem[] {
  if (!value.includes('[^')) return [];
  const found = [...written.matchAll(/(?<!\\)\[\^[^\]\n]{0,40}\]?/g)].find(([text]) => value.includes(text));
  if (!found) return [];
  const advice = 'write one as in [^source-id], without spaces, or a backslash before "["';
  return [['citation-form', `"${found[0]}" is no citation and would be printed as it stands; ${advice}`, found.index]];
}

/** What markup of HTML is told, in prose and in a short text. */
export const RAW_HTML = 'raw HTML is not shown; write it in markdown, or put a backslash before "<"';

const COMMENT =
  'a comment of HTML is not kept; a note to colleagues goes into the frontmatter, on a line that starts with "#"';
const PICTURE =
  'a page holds no pictures from files without their rights; list it under pictures and write ::picture{#id} on a line of its own, or link to it without the "!"';

function nodeProblems(node: Nodes, written: string, { linked, parents }: Around): Problem[] {
  switch (node.type) {
    case 'html':
      return [['raw-html', node.value.startsWith('<!--') ? COMMENT : RAW_HTML]];
    case 'image':
    case 'imageReference':
      return [['picture', PICTURE]];
    case 'footnoteDefinition':
      return [['footnote-definition', 'sources are listed in sources.yaml; take this definition out']];
    case 'link':
      return [...problem('link-address', linkAddressProblem(node.url)), ...wordsProblems(node)];
    case 'linkReference':
      return wordsProblems(node);
    case 'definition':
      return linked.has(node.identifier)
        ? problem('link-address', linkAddressProblem(node.url))
        : [['text-lost', lostDefinition(node.label ?? node.identifier)]];
    case 'heading':
      return cites(node)
        ? [['citation-place', 'a citation cannot stand in a heading; move it into the text below']]
        : [];
    case 'code':
      return problem('code-indented', codeSlip(written));
    case 'paragraph':
      return problem('mark-left', itemsSlip(written));
    case 'list':
      return problem('list-start', listSlip(node, written, parents.at(-1)));
    case 'table':
      return tableProblems(node);
    default:
      return [];
  }
}

/** What the words of a link cannot be. */
function wordsProblems(node: Link | LinkReference): Problem[] {
  if (cites(node)) return [['citation-place', 'a citation cannot stand inside a link; move it behind the link']];
  const isEmpty = toString(node).trim() === '';
  return problem('link-empty', isEmpty ? 'this link has no words; write them between [ and ]' : undefined);
}

function lostDefinition(label: string): string {
  return `this would be read as the address of a link "${label}" that stands nowhere, and not be shown; put a backslash before "["`;
}

/** Cells that stand under no heading are dropped. */
function tableProblems({ children: [head, ...rows] }: Table): Problem[] {
  const most = head?.children.length ?? 0;
  const wide = rows.find(({ children }) => children.length > most);
  if (!wide) return [];
  const at = (wide.position?.start.offset ?? 0) - (head?.position?.start.offset ?? 0);
  const cells = `this row has ${wide.children.length} cells, and the first row ${most}`;
  return [['text-lost', `${cells}: the others would not be shown`, at]];
}
