import type { APIRoute } from 'astro';
import { siteContext } from './_routes.ts';

/** Everything may be crawled and archived (RFC 9309), and the sitemap says what there is. */
export const GET: APIRoute = () => {
  const { base } = siteContext({}).urls;
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL('sitemap-index.xml', base).href}\n`);
};
