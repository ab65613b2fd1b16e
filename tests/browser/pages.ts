import { pathToFileURL } from 'node:url';
import { DIST, pages } from '../site/built-site.ts';

/**
 * The pages to open in a browser. The moments of a story share one layout, so one of them stands for
 * all of its folder.
 */
export const pagesToOpen: readonly string[] = pages.filter((page, index) => {
  const [folder, name] = [page.slice(0, page.lastIndexOf('/') + 1), page.slice(page.lastIndexOf('/') + 1)];
  const isMoment = /articles\/.+\/$/.test(folder) && name !== 'embed.html';
  return !isMoment || pages.findIndex((other) => other.startsWith(folder) && !other.endsWith('embed.html')) === index;
});

/** The `file:` address of a page. */
export function fileAddress(page: string): string {
  return `${pathToFileURL(DIST).href}/${page}`;
}
