import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { momentCard } from '../../../../graphics/story-cards.ts';
import { momentRoutes, png } from '../../../_routes.ts';

export const getStaticPaths = momentRoutes;

/** The preview picture of a moment. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { story, moment, context } }) =>
  png(momentCard(story, moment, context));
