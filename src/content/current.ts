import type { Diagnostic } from './diagnostic.ts';
import { type AboutEntry, aboutEntry, type ArticleEntry, articleEntry } from './entries.ts';
import { readLibrary } from './library.ts';
import type { Site } from './model/site.ts';

/** What the pages are made from. */
export interface Content {
  /** Absent when `site.yaml` has errors. */
  readonly site: Site | undefined;
  /** By slug. */
  readonly articles: ReadonlyMap<string, ArticleEntry>;
  /** By language. */
  readonly about: ReadonlyMap<string, AboutEntry>;
  /** What is wrong with the files as they are now, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

const KEY = Symbol.for('plain-record.content');

// Astro's configuration, its content layer and the pages are each bundled apart, so that a variable of this module
// would be three; and the content itself does not fit into Astro's store, which is compiled into the pages as one text.
const held = globalThis as { [KEY]?: Content };

/**
 * The content of this process as it was last read.
 *
 * @throws {Error} when it was not read yet: the integration reads it before anything asks
 */
export function currentContent(): Content {
  const content = held[KEY];
  if (!content) throw new Error('the content was not read; is the integration in astro.config.mjs?');
  return content;
}

/**
 * Reads the content folder. What is broken stays in the state in which it was last free of errors, as long as its
 * files are there: in `dev` a page is shown below what is wrong with it.
 *
 * @param root the project's folder
 * @param drafts whether drafts are among the articles
 */
export function readContent(root: string, drafts: boolean): Content {
  const before = held[KEY];
  const { site, about, articles, diagnostics } = readLibrary(root, articleEntry);
  const broken = new Set(diagnostics.flatMap(({ file, severity }) => (severity === 'error' ? [ownerOf(file)] : [])));
  const read = {
    articles: new Map(articles.map((entry) => [entry.article.slug, entry])),
    about: new Map(about.map((page) => [page.lang, aboutEntry(page)])),
  };
  for (const [slug, entry] of read.articles)
    if (entry.article.original.data.draft && !drafts) read.articles.delete(slug);
  for (const [slug, entry] of before?.articles ?? [])
    if (broken.has(`articles/${slug}`)) read.articles.set(slug, entry);
  for (const [lang, entry] of before?.about ?? []) if (broken.has(`about/${lang}.md`)) read.about.set(lang, entry);
  return (held[KEY] = { ...read, site: site ?? before?.site, diagnostics });
}

/** The article, or the file, that a content file belongs to: `articles/bridge` or `about/en.md`. */
function ownerOf(file: string): string {
  return file.split('/').slice(1, 3).join('/');
}
