import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { TIMELINE_FORMATS } from '../../../../share/formats.ts';
import { timelineData } from '../../../../share/timeline-data.ts';
import { fileRoutes } from '../../../_routes.ts';

export const getStaticPaths = () => fileRoutes(TIMELINE_FORMATS);

/** The timeline of an article as data. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { story, context, format } }) =>
  new Response(format.write(timelineData(story, context)), { headers: { 'content-type': format.contentType } });
