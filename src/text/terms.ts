import type { Element, Root, RootContent, Text } from 'hast';
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
  markWithin(tree, new Map(terms.map((term) => [term.id, term])));
}

function markWithin(parent: Root | Element, waiting: Map<string, Term>): void {
  const children = (parent.children as RootContent[]).flatMap((child) => {
    if (child.type === 'text') return marked(child.value, waiting);
    if (child.type === 'element' && !CLOSED.has(child.tagName)) markWithin(child, waiting);
    return [child];
  });
  parent.children = children as typeof parent.children;
}

function marked(text: string, waiting: Map<string, Term>): RootContent[] {
  const found = firstTerm(text, [...waiting.values()]);
  if (!found) return [{ type: 'text', value: text }];
  const { id, term, at } = found;
  waiting.delete(id);
  const end = at + term.length;
  const use: TermUse = { type: 'term', id, first: true, children: [text.slice(at, end)] };
  const before: Text[] = at > 0 ? [{ type: 'text', value: text.slice(0, at) }] : [];
  return [...before, use, ...marked(text.slice(end), waiting)];
}

type Found = Term & { readonly at: number };

/** The term that stands first; of two that start at one place, the longer is the one that is meant. */
function firstTerm(text: string, terms: readonly Term[]): Found | undefined {
  const found = terms.map((term) => ({ ...term, at: wordIndex(text, term.term) })).filter(({ at }) => at !== -1);
  return found.toSorted((a, b) => a.at - b.at || b.term.length - a.term.length)[0];
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
