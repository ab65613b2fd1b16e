import { join } from 'node:path';
import { expect } from 'vitest';
import { type Article, readArticle } from '../../../src/content/article.ts';
import type { Prose } from '../../../src/text/pipeline.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { type ArticleEntry, articleEntry } from '../../../src/content/current.ts';
import { readLibrary } from '../../../src/content/library.ts';
import { mergePartialProse } from '../../../src/story/localise.ts';
import { buildStory, type Story } from '../../../src/story/story.ts';

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
export function bridgeIn(lang: 'en' | 'ko'): Story {
  return storyIn(articleEntry(readBridge()), lang);
}

/** The story that an article's page shows in one language. */
export function storyIn({ article, prose }: ArticleEntry, lang: 'en' | 'ko'): Story {
  const translation = article.translations.find((edition) => edition.lang === lang);
  const original = prose['en'] as Prose;
  const own = translation ? mergePartialProse(prose[lang] as Prose, original, 'en') : original;
  return buildStory(article, translation, own, messagesFor(lang));
}

/** The one article of a project in which nothing is wrong. */
export function onlyArticle(root: string): ArticleEntry {
  const { articles, diagnostics } = readLibrary(root, articleEntry);
  expect(diagnostics).toEqual([]);
  const [entry] = articles;
  if (!entry) throw new Error('the fixture has an article');
  return entry;
}
