import type { Blockquote, Link, LinkReference, List, Nodes, Root, Table, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { cites } from './citations.ts';
import { isDeskNote } from './desk-note.ts';
import { codePoint, hiddenIn, hiddenReferenceIn } from './hidden.ts';
import { strayMarks } from './marks.ts';
import { nodesOf } from './nodes.ts';

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

const SAFE_LINK = /^(?:mailto:|[^:/?#]*(?:[/?#]|$))/i;
/**
 * What has no place in an address: browsers drop controls inside one, so that `java\tscript:` would pass for a relative
 * link, and what nobody sees leads elsewhere.
 */
const UNFIT = /[\p{Cc}\p{Cf}\p{Z}]/u;

/** What to say of an address that holds a sign which nobody sees. */
export function unfitInAddress(url: string): string | undefined {
  const sign = UNFIT.exec(url)?.[0];
  if (sign === undefined) return undefined;
  if (sign === ' ') return 'a space stands in this address; take it out, or write %20';
  return `an invisible character (${codePoint(sign)}) stands in this address; take it out`;
}

/** What links are tried against: one that no browser can open leads nowhere from any page. */
const ANY_PAGE = 'https://example.org/';

/** Whether a link may stand on a page: `http(s)`, `mailto` or relative. */
export function isSafeLink(url: string): boolean {
  if (/^https?:/i.test(url)) return isWebAddress(url);
  return SAFE_LINK.test(url) && !UNFIT.test(url) && !url.startsWith('/') && URL.canParse(url, ANY_PAGE);
}

/** Whether an address is one that a browser opens, and leads to the host that it seems to name first. */
export function isWebAddress(url: string): boolean {
  // Browsers take a backslash for a stroke, and what writes HTML takes it for a letter.
  if (!/^https?:\/\/[^/\\][^\\]*$/i.test(url) || UNFIT.test(url) || !URL.canParse(url)) return false;
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
  const { parents, source } = around;
  const start = node.position?.start.offset ?? 0;
  const written = source.slice(start, node.position?.end.offset);
  const found = [nodeProblem(node, written, around), hiddenProblem(node, written), citationProblem(node, written)];
  const own = [
    ...found.filter((problem) => problem !== undefined),
    ...(node.type === 'text' ? markProblems(node, written, around) : []),
  ];
  const inside = { ...around, parents: [...parents, node] };
  return [
    ...own.map(([kind, message, at = 0]) => ({ offset: start + at, kind, message })),
    ...('children' in node ? node.children.flatMap((child) => problemsOf(child, inside)) : []),
  ];
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

function childrenOf(parent: Nodes | undefined): readonly Nodes[] {
  return parent && 'children' in parent ? parent.children : [];
}

/** Whether nothing is printed before a node in its line: what opens emphasis or a link is not. */
function opensLine(node: Nodes, parents: readonly Nodes[]): boolean {
  const parent = parents.at(-1);
  if (!parent || parent.type === 'tableCell') return false;
  const before = childrenOf(parent)[childrenOf(parent).indexOf(node) - 1];
  if (before) return before.type === 'break' || (before.type === 'text' && before.value.endsWith('\n'));
  return parent.type === 'paragraph' || parent.type === 'heading' || opensLine(parent, parents.slice(0, -1));
}

/** What a problem breaks, the sentence about it, and how far behind the start of its node it stands. */
export type Problem = [kind: TextProblemKind, message: string, at?: number];

/** A character reference that writes what no reader sees. */
function hiddenProblem(node: Nodes, written: string): Problem | undefined {
  if (!written.includes('&#')) return undefined;
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

function nodeProblem(node: Nodes, written: string, { linked, parents }: Around): Problem | undefined {
  switch (node.type) {
    case 'html':
      return htmlProblem(node.value);
    case 'image':
    case 'imageReference':
      return [
        'picture',
        'a page holds no pictures from files without their rights; list it under pictures and write ::picture{#id} on a line of its own, or link to it without the "!"',
      ];
    case 'footnoteDefinition':
      return ['footnote-definition', 'sources are listed in sources.yaml; take this definition out'];
    case 'link':
    case 'definition':
      if (!isSafeLink(node.url))
        return [
          'link-address',
          unfitInAddress(node.url) ??
            `"${node.url}" is no link that a page can hold; write an address that starts with https://, http:// or mailto:, or a relative one`,
        ];
      if (node.type === 'link') return linkProblem(node);
      return linked.has(node.identifier) ? undefined : ['text-lost', lostDefinition(node.label ?? node.identifier)];
    case 'linkReference':
      return linkProblem(node);
    case 'heading':
      if (!cites(node)) return undefined;
      return ['citation-place', 'a citation cannot stand in a heading; move it into the text below'];
    case 'code':
      return codeProblem(written);
    case 'paragraph':
      return itemsProblem(written);
    case 'list':
      return listProblem(node, written, parents.at(-1));
    case 'table':
      return tableProblem(node);
    default:
      return undefined;
  }
}

function htmlProblem(html: string): Problem {
  if (!html.startsWith('<!--')) return RAW_HTML;
  return [
    'raw-html',
    'a comment of HTML is not kept; a note to colleagues goes into the frontmatter, on a line that starts with "#"',
  ];
}

function lostDefinition(label: string): string {
  return `this would be read as the address of a link "${label}" that stands nowhere, and not be shown; put a backslash before "["`;
}

function codeProblem(written: string): Problem | undefined {
  const [fence] = /^(?:`{3,}|~{3,})/.exec(written) ?? [];
  const last = /\n[ \t>]*((?:`{3,}|~{3,})[ \t]*)$/.exec(written)?.[1];
  if (fence !== undefined && last?.startsWith(fence)) return undefined;
  if (fence !== undefined)
    return [
      'code-indented',
      `this block of code is never closed, and takes in all that follows; write ${fence} on a line of its own below it`,
    ];
  const advice = 'take the spaces out at the start of the line, or put ``` on a line above and below it';
  return ['code-indented', `this would become a block of code, since it is indented; ${advice}`];
}

/** Signs that number or mark the items of a list on paper. */
const ITEM =
  /^(?:[–—①-⑳㉠-㉻]|[・ㆍ](?!\s)|\(\d{1,2}\)|(?:[가나다라마바사아자차카타파하]|[^\P{Nd}\d])[.)](?=\s)|[a-z]\)(?=\s))/u;

/** A list that markdown does not know, whose items would be printed in one line. */
function itemsProblem(written: string): Problem | undefined {
  if (!written.includes('\n')) return undefined;
  const [first, ...others] = written
    .replace(/^\[!NOTE\]\s*\n/, '')
    .split('\n')
    .map((line) => ITEM.exec(line.replace(/^[ \t>]+/, ''))?.[0]);
  const next = others.find((sign) => sign !== undefined);
  if (first === undefined || next === undefined) return undefined;
  const advice = 'begin each item with "- ", or put an empty line between them';
  return ['mark-left', `this line and the one below that starts with "${next}" would be printed as one; ${advice}`];
}

/** A date at the start of a paragraph, which markdown takes for the number of a list. */
function listProblem(list: List, written: string, parent: Nodes | undefined): Problem | undefined {
  const { ordered, start, children, position } = list;
  const number = /^\d+[.)]/.exec(written)?.[0];
  // The list around it was reported.
  if (parent?.type === 'listItem' && parent.position?.start.line === position?.start.line) return undefined;
  const [first] = children;
  const inner = first?.children[0];
  const isNested = inner?.type === 'list' && inner.position?.start.line === first?.position?.start.line;
  const siblings = childrenOf(parent);
  const before = siblings.slice(0, siblings.indexOf(list)).findLast((node) => node.type === 'list' && node.ordered);
  const goesOn = before?.type === 'list' && (before.start ?? 1) + before.children.length === start;
  const isAlone = children.length === 1 && (start ?? 1) > 1 && !goesOn;
  if (!ordered || number === undefined || !(isNested || isAlone || (start ?? 1) > 99)) return undefined;
  const sign = number.at(-1);
  return [
    'list-start',
    `this would become a list that starts at ${start}; put a backslash before the "${sign}" behind the number: ${number.slice(0, -1)}\\${sign}`,
  ];
}

/** Cells that stand under no heading are dropped. */
function tableProblem({ children: [head, ...rows] }: Table): Problem | undefined {
  const most = head?.children.length ?? 0;
  const wide = rows.find(({ children }) => children.length > most);
  if (!wide) return undefined;
  const at = (wide.position?.start.offset ?? 0) - (head?.position?.start.offset ?? 0);
  const cells = `this row has ${wide.children.length} cells, and the first row ${most}`;
  return ['text-lost', `${cells}: the others would not be shown`, at];
}

function linkProblem(node: Link | LinkReference): Problem | undefined {
  if (cites(node)) return ['citation-place', 'a citation cannot stand inside a link; move it behind the link'];
  if (toString(node).trim() !== '') return undefined;
  return ['link-empty', 'this link has no words; write them between [ and ]'];
}
