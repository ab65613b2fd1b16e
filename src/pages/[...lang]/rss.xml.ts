import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { feedArticle } from '../../layouts/feed-article.ts';
import { feedOf, writeRss } from '../../share/feed.ts';
import { siteContext, siteRoutes, storiesIn } from '../_library.ts';

export const getStaticPaths = siteRoutes;

/** The newest stories as RSS 2.0. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props: { lang } }) => {
  const context = siteContext(lang);
  const feed = await feedOf(storiesIn(lang), 'rss', context, (story) => feedArticle(story, context));
  return new Response(await writeRss(feed), { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
