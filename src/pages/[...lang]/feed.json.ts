import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { feedOf } from '../../share/feed.ts';
import { writeJsonFeed } from '../../share/json-feed.ts';
import { siteContext, siteRoutes, storiesIn } from '../_library.ts';

export const getStaticPaths = siteRoutes;

/** The newest stories as JSON Feed 1.1. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { lang } }) => {
  const feed = feedOf(storiesIn(lang), 'json', siteContext(lang));
  return new Response(writeJsonFeed(feed), { headers: { 'content-type': 'application/feed+json; charset=utf-8' } });
};
