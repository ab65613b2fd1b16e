import type { APIRoute } from 'astro';
import { writeUpdates } from '../../share/feed.ts';
import { changesOf } from '../../story/shelf.ts';
import { siteRoutes, storiesAt } from '../_routes.ts';

export const getStaticPaths = siteRoutes;

/** The newest updates of all stories as RSS 2.0. */
export const GET: APIRoute = async ({ params }) => {
  const { stories, context } = await storiesAt(params);
  const updates = await writeUpdates(changesOf(stories), context);
  return new Response(updates, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
