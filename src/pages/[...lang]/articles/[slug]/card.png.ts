import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { storyCard } from '../../../../graphics/story-cards.ts';
import { png, storyRoutes } from '../../../_routes.ts';

export const getStaticPaths = storyRoutes;

/** The preview picture of an article. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { story, context } }) =>
  png(storyCard(story, context));
