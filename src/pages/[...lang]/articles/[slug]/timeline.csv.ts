import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { timelineCsv } from '../../../../share/exports-csv.ts';
import { timelineData } from '../../../../share/timeline-data.ts';
import { siteContext, storyRoutes } from '../../../_library.ts';

export const getStaticPaths = storyRoutes;

/** The timeline of an article as CSV. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { story } }) => {
  const context = siteContext(story.lang);
  const data = timelineData(story, context);
  return new Response(timelineCsv(data), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
