import type { APIRoute } from 'astro';
import { momentCard } from '../../../../graphics/story-cards.ts';
import { momentAt, momentRoutes, png } from '../../../_routes.ts';

export const getStaticPaths = momentRoutes;

/** The preview picture of a moment. */
export const GET: APIRoute = ({ params }) => {
  const { story, moment, context } = momentAt(params);
  return png(momentCard(story, moment, context));
};
