import { posix } from 'node:path';
import type { AstroIntegration } from 'astro';
import { type FinishedPage, finishPage } from './finish-page.ts';

/**
 * Finishes each page before it is written.
 *
 * @param base the site's own address, with a trailing slash
 * @param finished takes what is known of each page, by its file
 */
export function rendering(base: string, finished: Map<string, FinishedPage>): AstroIntegration {
  const fileAt = (url: string): string => {
    const path = new URL(url).pathname.slice(new URL(base).pathname.length);
    return path.endsWith('.html') ? path : posix.join(path, 'index.html');
  };
  const finish = async (response: Response, file: string): Promise<Response> => {
    const { html, ...known } = finishPage(await response.text(), file);
    finished.set(file, known);
    return new Response(html, response);
  };
  return {
    name: 'rendering',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          name: 'plain-record',
          async render(request, options) {
            const rendered = await prerenderer.render(request, options);
            if (options.routeData.type !== 'page') return rendered;
            return finish(rendered instanceof Response ? rendered : rendered.response, fileAt(request.url));
          },
        })),
    },
  };
}
