import type { APIRoute } from 'astro';
import { timelineJson } from '../../../../share/exports-json.ts';
import { timelineData } from '../../../../share/timeline-data.ts';
import { storyAt, storyRoutes } from '../../../_routes.ts';

export const getStaticPaths = storyRoutes;

/** The timeline of an article as JSON. */
export const GET: APIRoute = ({ params }) => {
  const { story, context } = storyAt(params);
  const data = timelineData(story, context);
  return new Response(timelineJson(data), { headers: { 'content-type': 'application/json' } });
};
