import { type AboutEntry, aboutEntry, type ArticleEntry } from './entries.ts';
import type { Library } from './library.ts';
import type { Site } from './model/site.ts';

/** What pages are made from, read and rendered. */
export interface Held {
  /** Absent when `site.yaml` has errors. */
  site?: Site | undefined;
  /** Those without errors, drafts among them. */
  articles?: readonly ArticleEntry[];
  /** By language. */
  about?: ReadonlyMap<string, AboutEntry>;
}

const KEY = Symbol.for('plain-record.content');

/**
 * The content that this process holds. The command and the pages are each bundled apart, so a variable of
 * this module would be two; and Astro's content collections are compiled into the pages as one text, which
 * takes longer to read than the content itself.
 */
export const held: Held = ((globalThis as { [KEY]?: Held })[KEY] ??= {});

/** Keeps what was read for the pages, in the place of what was kept before. */
export function hold({ site, about, articles }: Library<ArticleEntry>): void {
  held.site = site;
  held.about = new Map(about.map((page) => [page.lang, aboutEntry(page)]));
  held.articles = articles;
}
