import type { APIRoute } from 'astro';
import { timelineJs } from '../../../../share/exports-timelinejs.ts';
import { timelineData } from '../../../../share/timeline-data.ts';
import { storyAt, storyRoutes } from '../../../_routes.ts';

export const getStaticPaths = storyRoutes;

/** The timeline of an article in the format of TimelineJS. */
export const GET: APIRoute = ({ params }) => {
  const { story, context } = storyAt(params);
  const data = timelineData(story, context);
  return new Response(timelineJs(data, context.words), { headers: { 'content-type': 'application/json' } });
};
