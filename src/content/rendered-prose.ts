import type { Root } from 'mdast';
import { headingsOf } from '../text/headings.ts';
import { proseHtml } from '../text/pipeline.ts';
import type { ProseContext } from '../text/prose-context.ts';

/** The prose of one edition, rendered. */
export interface RenderedProse {
  /** HTML with citation markers that are not numbered yet. */
  readonly html: string;
  readonly headings: readonly {
    /** Its anchor. */
    readonly id: string;
    readonly text: string;
    /** 2 to 6. */
    readonly depth: number;
    /** Its language (BCP 47), where it is not the page's. */
    readonly lang?: string;
  }[];
}

/**
 * Renders the prose of one edition.
 *
 * @param tree as it was parsed for the checks; it is changed
 */
export function renderProse(tree: Root, context: ProseContext): RenderedProse {
  const headings = headingsOf(tree).map(({ id, text, depth }, index) => ({
    id: context.headingIds?.[index] ?? id,
    text,
    depth,
  }));
  return { html: proseHtml(tree, context), headings };
}
