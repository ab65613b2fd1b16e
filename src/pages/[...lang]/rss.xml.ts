import type { APIRoute } from 'astro';
import { feedArticle } from '../../layouts/feed-article.ts';
import { feedOf, writeRss } from '../../share/feed.ts';
import { siteRoutes, storiesAt } from '../_routes.ts';

export const getStaticPaths = siteRoutes;

/** The newest stories as RSS 2.0. */
export const GET: APIRoute = async ({ params }) => {
  const { stories, context } = await storiesAt(params);
  const feed = await feedOf(stories, 'rss', context, feedArticle);
  return new Response(await writeRss(feed), { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
