import type { APIRoute } from 'astro';
import { SOURCE_FORMATS, writeFormat } from '../../../../share/formats.ts';
import { fileRoutes, storyAt } from '../../../_routes.ts';

export const getStaticPaths = () => fileRoutes(SOURCE_FORMATS);

/** The sources of an article, for reference managers. */
export const GET: APIRoute = ({ params }) => {
  const { story, context } = storyAt(params);
  return writeFormat(SOURCE_FORMATS, params['format'], story, context);
};
