import { type Prose, richProse } from '../text/pipeline.ts';
import { plainText } from '../text/rich-text.ts';
import type { Article, Edition } from './article.ts';
import type { About } from './model/site.ts';

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

/** Reads the prose of an about page. */
export function aboutEntry(page: Edition<About>): AboutEntry {
  return { page: withoutTree(page), prose: richProse(page.prose, [], page.headingIds) };
}

// The parsed prose of a thousand articles would fill the memory.
function withoutTree<Data>(edition: Edition<Data>): Edition<Data> {
  return { ...edition, prose: { type: 'root', children: [] } };
}
