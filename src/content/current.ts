import type { Loader } from 'astro/loaders';
import type { z } from 'zod';
import { type Prose, richProse } from '../text/pipeline.ts';
import { plainText } from '../text/rich-text.ts';
import type { Article, Edition } from './article.ts';
import { brokenIn, type Library, readLibrary } from './library.ts';
import type { About } from './model/site.ts';
import type { SiteLists } from './site-lists.ts';

/** An article as pages show it. */
export interface ArticleEntry {
  readonly article: Article;
  /** By language. */
  readonly prose: Readonly<Record<string, Prose>>;
}

/** The about page in one language. */
export interface AboutEntry {
  readonly page: Edition<About>;
  readonly prose: Prose;
}

/** What the pages are made from, and what is wrong with it: in drafts that are left out nothing is an error. */
export interface Content extends Pick<Library, 'site' | 'redirects' | 'diagnostics'> {
  /** Also those with errors: slugs, and translations of what is none as `bridge/ko`. */
  readonly drafts: ReadonlySet<string>;
  readonly lists: SiteLists;
  /** By slug. */
  readonly articles: ReadonlyMap<string, ArticleEntry>;
  /** By language. */
  readonly about: ReadonlyMap<string, AboutEntry>;
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
 * @param withDrafts whether drafts are among the articles
 */
export function readContent(root: string, withDrafts: boolean): Content {
  const before = held[KEY];
  const library = readLibrary(root, articleEntry, { withoutDrafts: !withDrafts });
  const { pages, redirects } = library;
  const { drafts } = pages;
  const isLeftOut = (file: string): boolean => !withDrafts && drafts.has(file.split('/')[2] ?? '');
  const diagnostics = library.diagnostics.map((one) =>
    isLeftOut(one.file) ? { ...one, severity: 'warning' as const } : one,
  );
  const broken = brokenIn(diagnostics);
  const read = {
    articles: new Map(library.articles.map((entry) => [entry.article.slug, entry])),
    about: new Map(library.about.map((page) => [page.lang, aboutEntry(page)])),
  };
  if (!withDrafts) for (const slug of drafts) read.articles.delete(slug);
  for (const [slug, entry] of before?.articles ?? [])
    if (broken.has(`articles/${slug}`)) read.articles.set(slug, entry);
  for (const [lang, entry] of before?.about ?? []) if (broken.has(`about/${lang}.md`)) read.about.set(lang, entry);
  // What leads to a broken article is not among those that were read.
  const moved = broken.size > 0 ? (before?.redirects.pages ?? []) : [];
  return (held[KEY] = {
    ...read,
    ...{ drafts, diagnostics },
    redirects: { ...redirects, pages: new Map([...moved, ...redirects.pages]) },
    site: library.site ?? before?.site,
    lists: {
      authors: library.lists.authors ?? before?.lists.authors ?? [],
      topics: library.lists.topics ?? before?.lists.topics ?? [],
    },
  });
}

/** Reads the prose of an article, and lets go of what it was parsed to. */
export function articleEntry(article: Article): ArticleEntry {
  const { original, translations, headingIds } = article;
  const terms = original.data.terms ?? [];
  const prose = [undefined, ...translations].map((translation) => {
    const edition = translation ?? original;
    const named = terms.map(({ id, term }) => ({ id, term: plainText(translation?.data.terms?.[id]?.term ?? term) }));
    return [edition.lang, richProse(edition.prose, named, headingIds)] as const;
  });
  return {
    article: { ...article, original: withoutTree(original), translations: translations.map(withoutTree) },
    prose: Object.fromEntries(prose),
  };
}

function aboutEntry(page: Edition<About>): AboutEntry {
  return { page: withoutTree(page), prose: richProse(page.prose, [], page.headingIds) };
}

// The parsed prose of a thousand articles would fill the memory.
function withoutTree<Data>(edition: Edition<Data>): Edition<Data> {
  return { ...edition, prose: { type: 'root', children: [] } };
}

/** What there are addresses for beside editions and moments. */
function pathsIn({ articles, redirects }: Content): Record<string, unknown> {
  const named = [...articles.values()].map(({ article: { original } }) => {
    const { topics, pictures } = original.data;
    return [topics, pictures?.map(({ id }) => id)];
  });
  return { named, moved: [...redirects.pages.keys()] };
}

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
    load: async ({ store, meta, generateDigest }) => {
      const content = currentContent();
      const entries = [...entriesOf(content)];
      const ids = new Set(entries.map(({ id }) => id));
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
      for (const { id, filePath, data } of entries) store.set({ id, filePath, data, digest: generateDigest(data) });
      // Astro asks for the paths of a route again when its store was written, and no entry tells of these.
      const paths = generateDigest(pathsIn(content));
      if (meta.get('paths') !== paths) meta.set('paths', paths);
    },
  };
}
