import type { Redirects } from '../content/redirects.ts';

/**
 * What hosts that read `_redirects` (Netlify, Cloudflare) send for what has moved: the files of a renamed story that are
 * no pages as well. The first line that fits counts.
 *
 * @param path the path of the site's own address, with a slash at both ends
 * @returns nothing where nothing has moved
 */
export function redirectsFile({ pages, folders }: Redirects, path: string): string {
  const line = (from: string, to: string): string => `${encodeURI(path + from)} ${encodeURI(path + to)} 301\n`;
  const alone = [...pages].filter(([from, to]) => {
    const folder = folderOf(from);
    return folders.get(folder) !== folderOf(to) || from.slice(folder.length) !== to.slice(folderOf(to).length);
  });
  return [
    ...alone.map(([from, to]) => line(from, to)),
    ...[...folders].map(([from, to]) => line(`${from}/*`, `${to}/:splat`)),
  ].join('');
}

/**
 * The files that a site had and that nobody finds any more.
 *
 * @param before every file of the site that is replaced
 * @param now every file of the new one
 */
export function goneFiles(before: readonly string[], now: readonly string[], { folders }: Redirects): string[] {
  const there = new Set(now);
  return before.filter((file) => !there.has(file) && !folders.has(folderOf(file)));
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}
