import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { storyCard } from '../../../../pictures/story-cards.ts';
import { png, siteContext, storyRoutes } from '../../../_library.ts';

export const getStaticPaths = storyRoutes;

/** The preview picture of an article. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { story } }) =>
  png(storyCard(story, siteContext(story.lang)));
