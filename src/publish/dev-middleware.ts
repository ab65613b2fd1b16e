import type { MiddlewareHandler } from 'astro';
import { placeReferences } from '../story/references.ts';

/** Places the links of editors' texts for the page that is asked for. */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const page = url.pathname.slice(new URL(SITE_BASE).pathname.length).replace(/(^|\/)$/, '$1index.html');
  return new Response(placeReferences(await response.text(), page), response);
};
