import { followLink, pageOf } from '../content/content-link.ts';
import { absoluteAddress, type AddressBook, fileOf, relativeLink } from './urls.ts';
import type { Html } from './html.ts';

/**
 * Links in an editor's text. The same text is shown on several pages, in feeds and in data, so a story's
 * HTML names the file that a link leads to from the top of the site, `site:articles/raid.html#h-flight`,
 * and whoever writes a page or a feed turns that into a link for the place where it is shown.
 */

/**
 * Turns the links between content files into references to files of the site, in every text of a value.
 *
 * @param texts HTML that was rendered from markdown, or an object or array that holds such texts
 * @param from the content file that it was written in, relative to the project
 * @returns a copy, or the value itself where nothing in it links
 */
export function linkTexts<Texts>(texts: Texts, from: string, book: Pick<AddressBook, 'firstLanguage'>): Texts {
  if (typeof texts === 'string') return referred(texts, from, book) as Texts;
  if (typeof texts !== 'object' || texts === null) return texts;
  let changed = false;
  const entries = Object.entries(texts).map(([key, value]: [string, unknown]): [string, unknown] => {
    const linked = linkTexts(value, from, book);
    changed ||= linked !== value;
    return [key, linked];
  });
  if (!changed) return texts;
  return (Array.isArray(texts) ? entries.map(([, value]) => value) : Object.fromEntries(entries)) as Texts;
}

/**
 * Turns absolute links to the site's own files into references: a source of a story may be an earlier
 * story, and its address is written whole.
 */
export function referOwnAddresses(html: Html, { base }: Pick<AddressBook, 'base'>): Html {
  // The head names the page's own address, so only what stands behind it counts.
  if (!html.includes(`href="${base}`, html.indexOf('<body'))) return html;
  return html.replace(LINK, (tag, before: string, href: string) => {
    if (!href.startsWith(base)) return tag;
    const [, file = '', fragment = ''] = /^([^#]*)(#.*)?$/su.exec(href.slice(base.length)) ?? [];
    return `${before}site:${file.replace(/(^|\/)$/, '$1index.html')}${fragment}"`;
  });
}

/**
 * Turns references into the links of one page.
 *
 * @param page the page's file, from the top of the site
 */
export function placeReferences(html: Html, page: string): Html {
  return replaceReferences(html, (file, fragment) =>
    file === page && fragment !== '' ? fragment : relativeLink(page, file) + fragment,
  );
}

/** Turns references into absolute links, for feeds and whatever else is read away from the site. */
export function absoluteReferences(html: Html, book: Pick<AddressBook, 'base'>): Html {
  return replaceReferences(html, (file, fragment) => absoluteAddress(file, book) + fragment);
}

// In rendered HTML no text holds "<" and no attribute a quotation mark, so only tags match.
const LINK = /(<a (?:[^<>"]|"[^"]*")*?href=")([^"]*)"/g;
const REFERENCE = /(<a (?:[^<>"]|"[^"]*")*?href=")site:([^"#]*)(#[^"]*)?"/g;

function referred(html: Html, from: string, book: Pick<AddressBook, 'firstLanguage'>): Html {
  if (!html.includes('<a ')) return html;
  return html.replace(LINK, (tag, before: string, href: string) => {
    const link = followLink(from, href);
    const page = link && pageOf(link.path);
    return page ? `${before}site:${fileOf(page, book)}${link.fragment}"` : tag;
  });
}

function replaceReferences(html: Html, link: (file: string, fragment: string) => string): Html {
  if (!html.includes('site:')) return html;
  return html.replace(
    REFERENCE,
    (_tag, before: string, file: string, fragment = '') => `${before}${link(file, fragment)}"`,
  );
}
