import { join } from 'node:path';
import { type Article, readArticle } from '../../../src/content/article.ts';
import type { Prose } from '../../../src/text/pipeline.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { articleEntry } from '../../../src/content/current.ts';
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
  const { article, prose } = articleEntry(readBridge());
  const translation = article.translations.find((edition) => edition.lang === lang);
  return buildStory(article, translation, prose[lang] as Prose, messagesFor(lang));
}
