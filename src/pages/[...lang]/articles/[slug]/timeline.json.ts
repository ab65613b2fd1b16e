import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { timelineJson } from '../../../../share/exports-json.ts';
import { timelineData } from '../../../../share/timeline-data.ts';
import { siteContext, storyRoutes } from '../../../_library.ts';

export const getStaticPaths = storyRoutes;

/** The timeline of an article as JSON. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { story } }) => {
  const context = siteContext(story.lang);
  const data = timelineData(story, context);
  return new Response(timelineJson(data), { headers: { 'content-type': 'application/json' } });
};
