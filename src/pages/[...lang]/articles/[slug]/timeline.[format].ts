import type { APIRoute } from 'astro';
import { writeTimeline } from '../../../../share/formats.ts';
import { storyAt, timelineRoutes } from '../../../_routes.ts';

export const getStaticPaths = timelineRoutes;

/** The timeline of an article as data. */
export const GET: APIRoute = ({ params }) => {
  const { story, context } = storyAt(params);
  return writeTimeline(params['format'], story, context);
};
