import { defineCollection } from 'astro:content';
import { indexLoader } from './content/current.ts';
import { MODEL } from './content/model/article.ts';
import { about } from './content/model/site.ts';

/** The original edition of each story, by its slug. */
const articles = defineCollection({
  loader: indexLoader(
    'articles',
    MODEL.original,
    'export interface Entry { readonly languages: readonly string[]; readonly events: readonly string[] }',
    ({ articles }) =>
      [...articles.values()].map(({ article: { slug, original, translations } }) => ({
        id: slug,
        filePath: original.path,
        data: {
          languages: [original, ...translations].map(({ lang }) => lang),
          events: original.data.timeline.map(({ id }) => id),
        },
      })),
  ),
});

/** The translated editions, by language and slug. */
const translations = defineCollection({
  loader: indexLoader(
    'translations',
    MODEL.translation,
    'export interface Entry { readonly article: string; readonly lang: string }',
    ({ articles }) =>
      [...articles.values()].flatMap(({ article: { slug, translations } }) =>
        translations.map(({ lang, path }) => ({
          id: `${lang}/${slug}`,
          filePath: path,
          data: { article: slug, lang },
        })),
      ),
  ),
});

/** The about page, by language. */
const aboutPages = defineCollection({
  loader: indexLoader('about', about, 'export interface Entry { readonly lang: string }', ({ about }) =>
    [...about].map(([lang, { page }]) => ({ id: lang, filePath: page.path, data: { lang } })),
  ),
});

export const collections = { articles, translations, about: aboutPages };
