import type { APIRoute } from 'astro';
import { feedArticle } from '../../layouts/feed-article.ts';
import { feedOf, writeRss } from '../../share/feed.ts';
import { publishedStories, siteContext, siteRoutes } from '../_routes.ts';

export const getStaticPaths = siteRoutes;

/** The newest stories as RSS 2.0. */
export const GET: APIRoute = async ({ params }) => {
  const context = siteContext(params);
  const stories = await publishedStories(context.lang);
  const feed = await feedOf(stories, 'rss', context, (story) => feedArticle(story, context));
  return new Response(await writeRss(feed), { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
