import { posix } from 'node:path';
import type { AstroIntegration } from 'astro';
import { DRAWN } from './drawn-header.ts';
import { type FinishedPage, finishPage } from './finish-page.ts';
import { articleOf } from './last-build.ts';
import type { Progress } from './progress.ts';

/** What stands around the rendering of pages. */
export interface Surroundings {
  /** The slugs of the articles whose files are kept. */
  readonly kept: ReadonlySet<string>;
  readonly progress: Progress;
  /** The site's own address, with a trailing slash. */
  readonly base: string;
  /** Takes what is known of each page, by its file. */
  readonly finished: Map<string, FinishedPage>;
}

/**
 * What a build does around the rendering of each page: it leaves out the pages of articles whose files are
 * kept, finishes a page before it is written, and shows how far it is.
 */
export function rendering({ kept, progress, base, finished }: Surroundings): AstroIntegration {
  const fileAt = (url: string): string => {
    const path = new URL(url).pathname.slice(new URL(base).pathname.length);
    return path.endsWith('.html') ? path : posix.join(path, 'index.html');
  };
  const finish = async (response: Response, file: string): Promise<Response> => {
    const { html, ...known } = finishPage(await response.text(), file, base);
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
          async getStaticPaths() {
            const paths = (await prerenderer.getStaticPaths()).filter(
              ({ pathname }) => !kept.has(articleOf(pathname.replace(/^\//, '')) ?? ''),
            );
            progress.tally.pagesOfAll = paths.filter(({ route }) => route.type === 'page').length;
            const isPicture = ({ pathname }: (typeof paths)[number]): boolean => pathname.endsWith('.png');
            const pictures = paths.filter(isPicture);
            progress.tally.picturesOfAll = pictures.length;
            return spread(
              pictures,
              paths.filter((path) => !isPicture(path)),
            );
          },
          async render(request, options) {
            const rendered = await prerenderer.render(request, options);
            const response = rendered instanceof Response ? rendered : rendered.response;
            const { tally } = progress;
            const drawn = response.headers.get(DRAWN);
            if (drawn !== null) tally[drawn === 'true' ? 'drawn' : 'reused']++;
            const isPage = options.routeData.type === 'page';
            if (isPage) tally.pages++;
            progress.show();
            return isPage ? finish(response, fileAt(request.url)) : rendered;
          },
        })),
    },
  };
}

/** Puts some things among others, evenly: pictures are drawn by other threads while this one makes pages. */
function spread<Item>(some: readonly Item[], others: readonly Item[]): Item[] {
  const upTo = (index: number): number => Math.round((index * some.length) / Math.max(others.length, 1));
  const spread = others.flatMap((item, index) => [...some.slice(upTo(index), upTo(index + 1)), item]);
  return [...spread, ...some.slice(upTo(others.length))];
}
