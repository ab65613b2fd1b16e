import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { momentCard } from '../../../../pictures/story-cards.ts';
import { momentRoutes, png, siteContext } from '../../../_library.ts';

export const getStaticPaths = momentRoutes;

/** The preview picture of a moment. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { story, moment } }) =>
  png(momentCard(story, moment, siteContext(story.lang)));
