import { wordsFor } from '../i18n/languages.ts';
import { plainText } from '../text/plain-text.ts';
import type { Article, Edition } from './article.ts';
import { type RenderedProse, renderProse } from './rendered-prose.ts';
import type { About } from './schema/about.ts';

/** An article as pages show it. */
export interface ArticleEntry {
  readonly article: Article;
  /** By language. */
  readonly prose: Readonly<Record<string, RenderedProse>>;
}

/** The about page in one language. */
export interface AboutEntry {
  readonly page: Edition<About>;
  readonly prose: RenderedProse;
}

/** Renders the prose of an article, and lets go of what it was parsed to. */
export function articleEntry(article: Article): ArticleEntry {
  const { original, translations, headingIds } = article;
  const terms = original.data.terms ?? [];
  const prose = [undefined, ...translations].map((translation) => {
    const edition = translation ?? original;
    const rendered = renderProse(edition.prose, {
      noteLabel: wordsFor(edition.lang).story.deskNote,
      terms: terms.map(({ id, term }) => ({ id, term: plainText(translation?.data.terms?.[id]?.term ?? term) })),
      headingIds,
    });
    return [edition.lang, rendered] as const;
  });
  return {
    article: { ...article, original: withoutTree(original), translations: translations.map(withoutTree) },
    prose: Object.fromEntries(prose),
  };
}

/** Renders the prose of an about page. */
export function aboutEntry(page: Edition<About>): AboutEntry {
  const prose = renderProse(page.prose, { noteLabel: wordsFor(page.lang).story.deskNote, terms: [] });
  return { page: withoutTree(page), prose };
}

// The parsed prose of a thousand articles would fill the memory.
function withoutTree<Data>(edition: Edition<Data>): Edition<Data> {
  return { ...edition, prose: { type: 'root', children: [] } };
}
