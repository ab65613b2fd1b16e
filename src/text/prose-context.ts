import { VFile } from 'vfile';

/** What the markdown plugins need to know of the edition whose prose they render. */
export interface ProseContext {
  /** Terms to link at their first use. */
  readonly terms: readonly { readonly id: string; readonly term: string }[];
  /**
   * Ids of the headings, in order. A translated edition takes the original's, so that a link to a
   * heading holds in every language; absent, they are made from the headings' words.
   */
  readonly headingIds?: readonly string[];
}

/** Packs a context as the file that plugins are handed. */
export function fileWith(context: ProseContext): VFile {
  return new VFile({ data: { prose: context } });
}

/** The context of the file that a plugin works on. */
export function proseContext(file: VFile): ProseContext {
  return (file.data['prose'] as ProseContext | undefined) ?? { terms: [] };
}
