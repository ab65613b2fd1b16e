import type { APIRoute } from 'astro';
import { siteCard } from '../../graphics/story-cards.ts';
import { png, siteContext, siteRoutes } from '../_routes.ts';

export const getStaticPaths = siteRoutes;

/** The preview picture of the site itself. */
export const GET: APIRoute = ({ params }) => png(siteCard(siteContext(params)));
