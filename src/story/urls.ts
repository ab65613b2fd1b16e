/** Every page and file that a site has, as what it is about. */
export type Address =
  /** `page`: from 2, where there are more stories than one page lists. */
  | { readonly kind: 'home'; readonly lang: string; readonly page?: number }
  | { readonly kind: 'about'; readonly lang: string }
  | { readonly kind: 'article'; readonly lang: string; readonly slug: string }
  | { readonly kind: 'moment'; readonly lang: string; readonly slug: string; readonly event: string }
  | { readonly kind: 'embed'; readonly lang: string; readonly slug: string }
  | { readonly kind: 'timeline'; readonly lang: string; readonly slug: string; readonly format: TimelineFormat }
  | { readonly kind: 'feed'; readonly lang: string; readonly format: FeedFormat }
  | { readonly kind: 'picture'; readonly lang: string; readonly of?: PictureSubject }
  | { readonly kind: 'not-found' };

/** What a timeline can be had as, by the end of its file's name. */
export type TimelineFormat = 'json' | 'csv' | 'ics' | 'timelinejs.json';

/** The kinds of feed: RSS 2.0 and JSON Feed 1.1. */
export type FeedFormat = 'rss' | 'json';

/** What a preview picture is of: an article, or one moment of it; without either it is of the site. */
export interface PictureSubject {
  readonly slug: string;
  readonly event?: string;
}

/** How a site lays out its addresses: its own base address, and the language that has no folder. */
export interface AddressBook {
  /** Absolute, with a trailing slash: `https://example.org/news/`. */
  readonly base: string;
  /** The language of the originals. */
  readonly firstLanguage: string;
}

/** The file of an address, from the top of the site: `ko/articles/georgia-detention.html`. */
export function fileOf(address: Address, { firstLanguage }: Pick<AddressBook, 'firstLanguage'>): string {
  if (address.kind === 'not-found') return '404.html';
  const folder = address.lang === firstLanguage ? '' : `${address.lang}/`;
  switch (address.kind) {
    case 'home':
      return folder + (address.page === undefined ? 'index.html' : `page/${address.page}.html`);
    case 'about':
      return `${folder}about.html`;
    case 'article':
      return `${folder}articles/${address.slug}.html`;
    case 'moment':
      return `${folder}articles/${address.slug}/${address.event}.html`;
    case 'embed':
      return `${folder}articles/${address.slug}/embed.html`;
    case 'timeline':
      return `${folder}articles/${address.slug}/timeline.${address.format}`;
    case 'feed':
      return folder + (address.format === 'rss' ? 'rss.xml' : 'feed.json');
    case 'picture':
      return `${folder}${address.of ? `articles/${address.of.slug}/${address.of.event ?? 'card'}` : 'card'}.png`;
  }
}

/** The address of a page of the list of all stories; the first is the home page. */
export function homeAddress(lang: string, page: number): Address {
  return { kind: 'home', lang, ...(page > 1 && { page }) };
}

/**
 * A link from one file of the site to another: relative and with the file's whole name, so that it
 * holds below any path and on `file://`, where nobody looks for an index.
 *
 * @param from the file that holds the link
 * @param to the file that it leads to
 */
export function relativeLink(from: string, to: string): string {
  const [here, there] = [from.split('/'), to.split('/')];
  let shared = 0;
  while (shared < here.length - 1 && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return '../'.repeat(here.length - 1 - shared) + there.slice(shared).join('/');
}

/** The absolute address of a file of the site, for where a standard demands one. */
export function absoluteAddress(file: string, { base }: Pick<AddressBook, 'base'>): string {
  return new URL(file, base).href;
}
