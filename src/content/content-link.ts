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

/** Undoes percent-encoding; what is not validly encoded stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
