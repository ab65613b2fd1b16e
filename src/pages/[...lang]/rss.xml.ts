import type { APIRoute } from 'astro';
import { feedOf } from '../../share/feed.ts';
import { writeRss } from '../../share/rss.ts';
import { siteContext, siteRoutes, publishedStories } from '../_routes.ts';

export const getStaticPaths = siteRoutes;

/** The newest stories as RSS 2.0. */
export const GET: APIRoute = async ({ params }) => {
  const context = siteContext(params);
  const feed = feedOf(await publishedStories(context.lang), 'rss', context);
  return new Response(await writeRss(feed), { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
