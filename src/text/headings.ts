import GithubSlugger from 'github-slugger';
import type { Heading, Nodes, Root } from 'mdast';
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

/** Whether a block was meant to be a heading, though markdown takes it for none: `##What`, which is reported. */
export function isMeantAsHeading(node: Nodes): boolean {
  return node.type === 'paragraph' && /^#{2,6}[^#]/.test(toString(node));
}

/**
 * The headings of a text, each with the anchor that its words give it (Hangul and other letters are kept).
 *
 * @param sections the sections of the page that stand beside the prose: no heading takes the anchor of one
 */
export function headingsOf(tree: Root, sections: readonly string[] = []): ProseHeading[] {
  const slugger = new GithubSlugger();
  for (const section of sections) slugger.slug(section);
  return nodesOf(tree, 'heading').map((node) => {
    const text = toString(node).trim();
    return { id: `h-${slugger.slug(text)}`, depth: node.depth, text, node };
  });
}
