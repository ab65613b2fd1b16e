import type { Loader } from 'astro/loaders';
import type { z } from 'zod';
import { type Content, currentContent } from './current.ts';

/** An entry of a collection: only what tells which pages there are. */
export interface IndexEntry {
  readonly id: string;
  /** The content file, relative to the project. */
  readonly filePath: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Loads a collection from the content that was read and checked. Its entries are an index: Astro compiles what its
 * store holds into the pages as one text, so the texts stay with `currentContent`.
 *
 * @param schema that of the frontmatter, by which editors complete it
 * @param types the declaration of `Entry`, the data of an entry
 */
export function indexLoader(
  name: string,
  schema: z.ZodType,
  types: string,
  entriesOf: (content: Content) => Iterable<IndexEntry>,
): Loader {
  return {
    name,
    createSchema: async () => ({ schema, types }),
    load: async ({ store, generateDigest }) => {
      const entries = [...entriesOf(currentContent())];
      const ids = new Set(entries.map(({ id }) => id));
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
      for (const { id, filePath, data } of entries) store.set({ id, filePath, data, digest: generateDigest(data) });
    },
  };
}
