import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { siteCard } from '../../pictures/story-cards.ts';
import { png, siteContext, siteRoutes } from '../_library.ts';

export const getStaticPaths = siteRoutes;

/** The preview picture of the site itself. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { lang } }) =>
  png(siteCard(siteContext(lang)));
