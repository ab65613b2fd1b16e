import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { feedArticle } from '../../../layouts/feed-article.ts';
import { feedOf, writeRss } from '../../../share/feed.ts';
import { topicRoutes } from '../../_routes.ts';

export const getStaticPaths = topicRoutes;

/** The newest stories about a topic as RSS 2.0. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props: { topic, context } }) => {
  const feed = await feedOf(topic.stories, 'rss', context, feedArticle, topic);
  return new Response(await writeRss(feed), { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
