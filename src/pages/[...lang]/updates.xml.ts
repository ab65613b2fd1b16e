import type { APIRoute } from 'astro';
import { writeUpdates } from '../../share/feed.ts';
import { changesOf } from '../../story/shelf.ts';
import { publishedStories, siteContext, siteRoutes } from '../_routes.ts';

export const getStaticPaths = siteRoutes;

/** The newest updates of all stories as RSS 2.0. */
export const GET: APIRoute = async ({ params }) => {
  const context = siteContext(params);
  const updates = await writeUpdates(changesOf(await publishedStories(context.lang)), context);
  return new Response(updates, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
