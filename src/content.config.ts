import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { type AboutEntry, aboutLoader, type ArticleEntry, articleLoader, siteLoader } from './content/loader.ts';
import type { Site } from './content/schema/site.ts';

/** Which folder is which collection. The loaders validate; the schemas here only carry the types. */
export const collections = {
  site: defineCollection({ loader: siteLoader(), schema: z.custom<Site>() }),
  articles: defineCollection({ loader: articleLoader(), schema: z.custom<ArticleEntry>() }),
  about: defineCollection({ loader: aboutLoader(), schema: z.custom<AboutEntry>() }),
};
