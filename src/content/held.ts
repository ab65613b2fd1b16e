import type { AboutEntry, ArticleEntry } from './entries.ts';
import type { Site } from './schema/site.ts';

/** What pages are made from, read and rendered; each collection by the ids of its entries. */
export interface Held {
  /** One entry with the id `site`. */
  site?: ReadonlyMap<string, Site>;
  /** By slug. */
  articles?: ReadonlyMap<string, ArticleEntry>;
  /** By language. */
  about?: ReadonlyMap<string, AboutEntry>;
}

const KEY = Symbol.for('plain-record.content');

/**
 * The content that this process holds. The command, Astro's loaders and the pages are each bundled apart, so
 * a variable of this module would be three; and Astro's own store is compiled into the pages as one text,
 * which takes longer to read than the content itself.
 */
export const held: Held = ((globalThis as { [KEY]?: Held })[KEY] ??= {});
