import type { APIRoute } from 'astro';
import { siteContext } from './_library.ts';
import { absoluteAddress } from '../story/urls.ts';

/** Everything may be crawled and archived (RFC 9309), and the sitemap says what there is. */
export const GET: APIRoute = () => {
  const { book } = siteContext();
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absoluteAddress('sitemap-index.xml', book)}\n`);
};
