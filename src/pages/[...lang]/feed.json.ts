import type { APIRoute } from 'astro';
import { feedOf } from '../../share/feed.ts';
import { writeJsonFeed } from '../../share/json-feed.ts';
import { siteContext, siteRoutes, publishedStories } from '../_routes.ts';

export const getStaticPaths = siteRoutes;

/** The newest stories as JSON Feed 1.1. */
export const GET: APIRoute = async ({ params }) => {
  const context = siteContext(params);
  const feed = feedOf(await publishedStories(context.lang), 'json', context);
  return new Response(writeJsonFeed(feed), { headers: { 'content-type': 'application/feed+json; charset=utf-8' } });
};
