import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { feedOf } from '../../share/feed.ts';
import { writeRss } from '../../share/rss.ts';
import { siteContext, siteRoutes, storiesIn } from '../_library.ts';

export const getStaticPaths = siteRoutes;

/** The newest stories as RSS 2.0. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props: { lang } }) => {
  const feed = feedOf(storiesIn(lang), 'rss', siteContext(lang));
  return new Response(await writeRss(feed), { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
