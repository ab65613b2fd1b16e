import { join } from 'node:path';
import { type Article, readArticle } from '../../../src/content/article.ts';
import { wordsFor } from '../../../src/i18n/languages.ts';
import { headingsOf } from '../../../src/markdown/headings.ts';
import { parseMarkdown } from '../../../src/markdown/pipeline.ts';
import { joinStory, type Story } from '../../../src/story/story.ts';
import { renderProse } from '../markdown/render-prose.ts';

/** A project with one small article in two languages. */
export const SMALL_PROJECT = join(import.meta.dirname, '../../fixtures/small');

/** Its article. */
export function readBridge(): Article {
  const problems: string[] = [];
  const article = readArticle(SMALL_PROJECT, 'content/articles/bridge', ['en', 'ko'], ({ message }) =>
    problems.push(message),
  );
  if (!article) throw new Error(problems.join('\n'));
  return article;
}

/** The story that the article's page shows in one language. */
export async function bridgeIn(lang: 'en' | 'ko'): Promise<Story> {
  const article = readBridge();
  const translation = article.translations.find((edition) => edition.lang === lang);
  const { prose } = translation ?? article.original;
  const { html } = await renderProse(prose, {
    headingIds: article.headingIds,
    terms: (article.original.data.terms ?? []).map(({ id, term }) => ({
      id,
      term: translation?.data.terms?.[id]?.term ?? term,
    })),
  });
  const headings = headingsOf(parseMarkdown(prose)).map(({ depth, text }, index) => ({
    id: article.headingIds[index] ?? '',
    depth,
    text,
  }));
  return joinStory(article, translation, { html, headings }, wordsFor(lang));
}
