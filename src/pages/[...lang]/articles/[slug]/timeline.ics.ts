import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { timelineIcs } from '../../../../share/exports-ics.ts';
import { timelineData } from '../../../../share/timeline-data.ts';
import { siteContext, storyRoutes } from '../../../_library.ts';

export const getStaticPaths = storyRoutes;

/** The timeline of an article as a calendar. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { story } }) => {
  const context = siteContext(story.lang);
  const data = timelineData(story, context);
  return new Response(timelineIcs(data, context.words, context.site.timeZone), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
};
