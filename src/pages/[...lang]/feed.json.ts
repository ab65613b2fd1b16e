import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { feedArticle } from '../../layouts/feed-article.ts';
import { feedOf, writeJsonFeed } from '../../share/feed.ts';
import { siteContext, siteRoutes, storiesIn } from '../_library.ts';

export const getStaticPaths = siteRoutes;

/** The newest stories as JSON Feed 1.1. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props: { lang } }) => {
  const context = siteContext(lang);
  const feed = await feedOf(storiesIn(lang), 'json', context, (story) => feedArticle(story, context));
  return new Response(writeJsonFeed(feed), { headers: { 'content-type': 'application/feed+json; charset=utf-8' } });
};
