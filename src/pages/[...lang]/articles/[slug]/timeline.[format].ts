import type { APIRoute } from 'astro';
import { TIMELINE_FORMATS, writeTimeline } from '../../../../share/formats.ts';
import { fileRoutes, storyAt } from '../../../_routes.ts';

export const getStaticPaths = () => fileRoutes(TIMELINE_FORMATS);

/** The timeline of an article as data. */
export const GET: APIRoute = ({ params }) => {
  const { story, context } = storyAt(params);
  return writeTimeline(params['format'], story, context);
};
