import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { aboutLoader, articleLoader, siteLoader } from './content/loader.ts';

/** Which folder is which collection. Astro knows the ids of the entries; `content/held.ts` holds what they are. */
export const collections = {
  site: defineCollection({ loader: siteLoader(), schema: z.object({}) }),
  articles: defineCollection({ loader: articleLoader(), schema: z.object({}) }),
  about: defineCollection({ loader: aboutLoader(), schema: z.object({}) }),
};
