import type { AstroIntegration } from 'astro';
import { DRAWN } from './drawn-header.ts';
import { articleOf } from './last-build.ts';
import type { Progress } from './progress.ts';

/**
 * What a build does around the rendering of each page: it leaves out the pages of articles whose files are
 * kept, and shows how far it is.
 *
 * @param kept the slugs of those articles
 */
export function rendering(kept: ReadonlySet<string>, progress: Progress): AstroIntegration {
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
            const response = await prerenderer.render(request, options);
            const { tally } = progress;
            const drawn = (response instanceof Response ? response : response.response).headers.get(DRAWN);
            if (options.routeData.type === 'page') tally.pages++;
            if (drawn !== null) tally[drawn === 'true' ? 'drawn' : 'reused']++;
            progress.show();
            return response;
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
