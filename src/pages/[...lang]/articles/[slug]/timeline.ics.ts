import type { APIRoute } from 'astro';
import { timelineIcs } from '../../../../share/exports-ics.ts';
import { timelineData } from '../../../../share/timeline-data.ts';
import { storyAt, storyRoutes } from '../../../_routes.ts';

export const getStaticPaths = storyRoutes;

/** The timeline of an article as a calendar. */
export const GET: APIRoute = ({ params }) => {
  const { story, context } = storyAt(params);
  const data = timelineData(story, context);
  return new Response(timelineIcs(data, context.words, context.site.timeZone), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
};
