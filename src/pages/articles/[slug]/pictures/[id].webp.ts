import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { PICTURE_TYPE } from '../../../../pictures/encoded.ts';
import { pictureRoutes } from '../../../_routes.ts';

export const getStaticPaths = pictureRoutes;

/** A picture of an article, for feeds and search engines; its pages hold it themselves. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { image } }) =>
  new Response(image.bytes, { headers: { 'content-type': PICTURE_TYPE } });
