import type { APIRoute } from 'astro';
import { PICTURE_TYPE } from '../../../../pictures/encoded.ts';
import { pictureAt, pictureRoutes } from '../../../_routes.ts';

export const getStaticPaths = pictureRoutes;

/** A picture of an article, for feeds and search engines; its pages hold it themselves. */
export const GET: APIRoute = ({ params }) =>
  new Response(pictureAt(params).bytes, { headers: { 'content-type': PICTURE_TYPE } });
