import type { APIRoute } from 'astro';
import { TIMELINE_FORMATS, writeFormat } from '../../../../share/formats.ts';
import { timelineData } from '../../../../share/timeline-data.ts';
import { fileRoutes, storyAt } from '../../../_routes.ts';

export const getStaticPaths = () => fileRoutes(TIMELINE_FORMATS);

/** The timeline of an article as data. */
export const GET: APIRoute = ({ params }) => {
  const { story, context } = storyAt(params);
  return writeFormat(TIMELINE_FORMATS, params['format'], timelineData(story, context));
};
