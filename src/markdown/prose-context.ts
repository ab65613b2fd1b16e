import type { VFile } from 'vfile';

/** What the markdown plugins need to know of the edition whose prose they render. */
export interface ProseContext {
  /** The label of a desk note, in the edition's language. */
  readonly noteLabel: string;
  /** Terms to link at their first use. */
  readonly terms: readonly { readonly id: string; readonly term: string }[];
  /**
   * Ids of the headings, in order. A translated edition takes the original's, so that a link to a
   * heading holds in every language; absent, they are made from the headings' words.
   */
  readonly headingIds?: readonly string[];
}

/** Packs a context as the frontmatter that Astro's markdown renderer hands to plugins. */
export function asFrontmatter(context: ProseContext): Record<string, unknown> {
  return { prose: context };
}

/** The context of the file that a plugin works on. */
export function proseContext(file: VFile): ProseContext {
  const astro = file.data['astro'] as { frontmatter?: { prose?: ProseContext } } | undefined;
  return astro?.frontmatter?.prose ?? { noteLabel: '', terms: [] };
}
