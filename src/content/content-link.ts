import { posix } from 'node:path';

/** The page that a content file becomes. */
export type ContentPage =
  | { readonly kind: 'article'; readonly slug: string; readonly lang: string }
  | { readonly kind: 'about'; readonly lang: string };

/**
 * Follows a relative link as every markdown editor does: from the file in which it stands.
 *
 * @param from the file that holds the link, relative to the project
 * @param href as written, `../other-story/en.md#h-heading`; a bare `#anchor` stays in the file
 * @returns the file, relative to the project, and the anchor on its page, with its `#` as written or empty; `undefined`
 *   for a link with a scheme, such as `https:` or `mailto:`
 */
export function followLink(from: string, href: string): { path: string; fragment: string } | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return undefined;
  const [, path = '', fragment = ''] = /^([^#]*)(#.*)?$/su.exec(href) ?? [];
  return { path: path === '' ? from : posix.join(posix.dirname(from), path), fragment };
}

/** The page that a content file becomes, or `undefined` when it becomes none. */
export function pageOf(path: string): ContentPage | undefined {
  const article = /^content\/articles\/([^/]+)\/([^/]+)\.md$/.exec(path);
  if (article) return { kind: 'article', slug: article[1] as string, lang: article[2] as string };
  const about = /^content\/about\/([^/]+)\.md$/.exec(path);
  return about ? { kind: 'about', lang: about[1] as string } : undefined;
}

/**
 * The content file that a page of the site is made from, as a link to it would name the two.
 *
 * @param address from the top of the site: `ko/articles/raid.html#takeoff`, or a moment's, `articles/raid/takeoff.html`
 * @param firstLanguage the language that has no folder
 * @returns `undefined` for a page that is made from no one file, or a file that is no page
 */
export function contentBehind(address: string, firstLanguage: string): ReturnType<typeof followLink> {
  const [, lang = firstLanguage, file, part, fragment = ''] =
    /^(?:([a-z]{2,3}(?:-[^/]+)?)\/)?(about|articles\/[^/.]+)(?:\/([^/.]+))?\.html(#.*)?$/su.exec(address) ?? [];
  if (file === undefined || (file === 'about' && part !== undefined)) return undefined;
  const path = file === 'about' ? `content/about/${lang}.md` : `content/${file}/${lang}.md`;
  // The anchors of the embedded timeline and of a moment's own page are few, and their own.
  return { path, fragment: part === undefined ? fragment : part === 'embed' ? '' : `#${part}` };
}

/**
 * What an address names below the site's own, whichever way that is written: in capitals, without its last slash, on a
 * detour.
 *
 * @param base the site's own address, with a trailing slash
 * @returns a path from the top of the site, with its query and fragment; `undefined` for an address elsewhere
 */
export function withinSite(address: string, base: string): string | undefined {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return undefined;
  const [there, site] = [new URL(address), new URL(base)];
  const path = `${there.pathname}/` === site.pathname ? site.pathname : there.pathname;
  if (there.host !== site.host || !path.startsWith(site.pathname)) return undefined;
  return path.slice(site.pathname.length) + there.search + there.hash;
}

/** Undoes percent-encoding; what is not validly encoded stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
