import type { ElementContent, Root, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { TermUse } from './rich-text.ts';

const CLOSED = new Set(['a', 'code', 'pre', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** The anchor of a term's definition. */
export function termAnchor(id: string): string {
  return `term-${id}`;
}

/** The anchor of a term's first use in the prose. An underscore cannot occur in an event's id. */
export function termUseAnchor(id: string): string {
  return `use_${id}`;
}

/** A word to explain. */
export interface Term {
  readonly id: string;
  readonly term: string;
}

/** Marks the first use of each term in the prose. */
export function markTerms(tree: Root, terms: readonly Term[]): void {
  const waiting = new Map(terms.map((term) => [term.id, term]));
  if (waiting.size === 0) return;
  visit(tree, (node, index, parent) => {
    if (waiting.size === 0) return false;
    if (node.type === 'element' && CLOSED.has(node.tagName)) return SKIP;
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    const found = firstTerm(node.value, [...waiting.values()]);
    if (!found) return undefined;
    waiting.delete(found.id);
    const parts = split(node, found);
    parent.children.splice(index, 1, ...parts);
    return index + parts.length - 1;
  });
}

interface Found {
  id: string;
  at: number;
  length: number;
}

function firstTerm(text: string, terms: readonly Term[]): Found | undefined {
  let best: Found | undefined;
  for (const { id, term } of terms) {
    const at = wordIndex(text, term);
    if (at === -1) continue;
    // Of two terms that start at one place, the longer is the one that is meant.
    if (!best || at < best.at || (at === best.at && term.length > best.length)) best = { id, at, length: term.length };
  }
  return best;
}

const LETTER = /[\p{L}\p{N}]/u;
const SPACED = /[\p{Script=Latin}\p{N}]/u;

/**
 * Where a term stands as a whole word; after it, Hangul and the like need no space, since particles
 * follow. A term in capitals is found in capitals only: "ICE" is not ice.
 */
function wordIndex(text: string, term: string): number {
  const exact = term === term.toUpperCase();
  const [lowerText, lowerTerm] = exact ? [text, term] : [text.toLowerCase(), term.toLowerCase()];
  if (lowerText.length !== text.length || term === '') return -1;
  for (let at = lowerText.indexOf(lowerTerm); at !== -1; at = lowerText.indexOf(lowerTerm, at + 1)) {
    const before = text[at - 1] ?? '';
    const after = text[at + term.length] ?? '';
    const splitsBefore = LETTER.test(before) && LETTER.test(term[0] as string);
    const splitsAfter = SPACED.test(after) && SPACED.test(term.at(-1) as string);
    if (!splitsBefore && !splitsAfter) return at;
  }
  return -1;
}

function split(node: Text, { id, at, length }: Found): ElementContent[] {
  const use: TermUse = { type: 'term', id, first: true, children: [node.value.slice(at, at + length)] };
  const before: Text[] = at > 0 ? [{ type: 'text', value: node.value.slice(0, at) }] : [];
  return [...before, use, { type: 'text', value: node.value.slice(at + length) }];
}
