import type { APIRoute } from 'astro';
import { feedArticle } from '../../layouts/feed-article.ts';
import { feedOf, writeJsonFeed } from '../../share/feed.ts';
import { siteRoutes, storiesAt } from '../_routes.ts';

export const getStaticPaths = siteRoutes;

/** The newest stories as JSON Feed 1.1. */
export const GET: APIRoute = async ({ params }) => {
  const { stories, context } = await storiesAt(params);
  const feed = await feedOf(stories, 'json', context, feedArticle);
  return new Response(writeJsonFeed(feed), { headers: { 'content-type': 'application/feed+json; charset=utf-8' } });
};
