import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { timelineJs } from '../../../../share/exports-timelinejs.ts';
import { timelineData } from '../../../../share/timeline-data.ts';
import { siteContext, storyRoutes } from '../../../_library.ts';

export const getStaticPaths = storyRoutes;

/** The timeline of an article in the format of TimelineJS. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { story } }) => {
  const context = siteContext(story.lang);
  const data = timelineData(story, context);
  return new Response(timelineJs(data, context.words), { headers: { 'content-type': 'application/json' } });
};
