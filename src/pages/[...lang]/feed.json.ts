import type { APIRoute } from 'astro';
import { feedArticle } from '../../layouts/feed-article.ts';
import { feedOf, writeJsonFeed } from '../../share/feed.ts';
import { publishedStories, siteContext, siteRoutes } from '../_routes.ts';

export const getStaticPaths = siteRoutes;

/** The newest stories as JSON Feed 1.1. */
export const GET: APIRoute = async ({ params }) => {
  const context = siteContext(params);
  const stories = await publishedStories(context.lang);
  const feed = await feedOf(stories, 'json', context, (story) => feedArticle(story, context));
  return new Response(writeJsonFeed(feed), { headers: { 'content-type': 'application/feed+json; charset=utf-8' } });
};
