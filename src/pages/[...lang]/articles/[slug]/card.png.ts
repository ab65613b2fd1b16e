import type { APIRoute } from 'astro';
import { storyCard } from '../../../../graphics/story-cards.ts';
import { png, storyAt, storyRoutes } from '../../../_routes.ts';

export const getStaticPaths = storyRoutes;

/** The preview picture of an article. */
export const GET: APIRoute = ({ params }) => {
  const { story, context } = storyAt(params);
  return png(storyCard(story, context));
};
