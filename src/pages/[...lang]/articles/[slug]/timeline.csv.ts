import type { APIRoute } from 'astro';
import { timelineCsv } from '../../../../share/exports-csv.ts';
import { timelineData } from '../../../../share/timeline-data.ts';
import { storyAt, storyRoutes } from '../../../_routes.ts';

export const getStaticPaths = storyRoutes;

/** The timeline of an article as CSV. */
export const GET: APIRoute = ({ params }) => {
  const { story, context } = storyAt(params);
  const data = timelineData(story, context);
  return new Response(timelineCsv(data), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
