import GithubSlugger from 'github-slugger';
import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { nodesOf } from './nodes.ts';

/** A heading of the prose. */
export interface ProseHeading {
  /** Its anchor on the page. */
  readonly id: string;
  /** 2 to 6. */
  readonly depth: number;
  /** Its words, without markdown. */
  readonly text: string;
  readonly node: Heading;
}

/**
 * The parts of the page that stand beside the prose, by the last part of their anchors. No heading of
 * the prose takes one of them.
 */
export const PAGE_SECTIONS = [
  'key-points',
  'timeline',
  'people',
  'numbers',
  'terms',
  'disputes',
  'questions',
  'sources',
  'updates',
] as const;

/** The anchor of a part of the page. */
export function sectionAnchor(section: (typeof PAGE_SECTIONS)[number]): string {
  return `h-${section}`;
}

/** The headings of a text, each with the anchor that its words give it (Hangul and other letters are kept). */
export function headingsOf(tree: Root): ProseHeading[] {
  const slugger = new GithubSlugger();
  for (const section of PAGE_SECTIONS) slugger.slug(section);
  const headings: ProseHeading[] = [];
  for (const node of nodesOf(tree, 'heading')) {
    const text = toString(node).trim();
    headings.push({ id: `h-${slugger.slug(text)}`, depth: node.depth, text, node });
  }
  return headings;
}

/** Gives the headings of a text their anchors. */
export function giveAnchors(headings: readonly ProseHeading[]): void {
  for (const { node, id } of headings) node.data = { ...node.data, hProperties: { id } };
}
