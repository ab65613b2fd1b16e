import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { SOURCE_FORMATS } from '../../../../share/formats.ts';
import { fileRoutes } from '../../../_routes.ts';

export const getStaticPaths = () => fileRoutes(SOURCE_FORMATS);

/** The sources of an article, for reference managers. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { story, context, format } }) =>
  new Response(format.write(story, context), { headers: { 'content-type': format.contentType } });
