import { followLink, pageOf } from '../content/content-link.ts';
import { mapText, type RichText } from '../text/rich-text.ts';

/** Every page and file that a site has, as what it is about. */
export type PageRef =
  /** `page`: from 2, where there are more stories than one page lists. */
  | { readonly kind: 'home'; readonly lang: string; readonly page?: number }
  | { readonly kind: 'about' | 'find'; readonly lang: string }
  | { readonly kind: 'article'; readonly lang: string; readonly slug: string }
  | { readonly kind: 'moment'; readonly lang: string; readonly slug: string; readonly event: string }
  | { readonly kind: 'embed' | 'book'; readonly lang: string; readonly slug: string }
  /** `format`: the end of the file's name. */
  | {
      readonly kind: 'timeline' | 'sources';
      readonly lang: string;
      readonly slug: string;
      readonly format: string;
    }
  | { readonly kind: 'topic'; readonly lang: string; readonly topic: string }
  /** `topic`: of its stories alone. */
  | { readonly kind: 'feed'; readonly lang: string; readonly format: FeedFormat; readonly topic?: string }
  | { readonly kind: 'picture'; readonly lang: string; readonly of?: PictureSubject }
  /** A picture of a story, as feeds and search engines want it: the same in every language. */
  | { readonly kind: 'illustration'; readonly lang: string; readonly slug: string; readonly id: string }
  | { readonly kind: 'not-found' };

const FEEDS = { rss: 'rss.xml', json: 'feed.json', updates: 'updates.xml' };

/** The kinds of feed: stories as RSS 2.0 and as JSON Feed 1.1, and their updates as RSS. */
export type FeedFormat = keyof typeof FEEDS;

/** What a preview picture is of: an article, or one moment of it; without either it is of the site. */
interface PictureSubject {
  readonly slug: string;
  readonly event?: string;
}

/** How a site lays out its addresses: its own base address, and the language that has no folder. */
export interface UrlConfig {
  /** Absolute, with a trailing slash: `https://example.org/news/`. */
  readonly base: string;
  /** The language of the originals. */
  readonly firstLanguage: string;
}

/** The file of a page, from the top of the site: `ko/articles/georgia-detention.html`. */
export function fileOf(ref: PageRef, { firstLanguage }: Pick<UrlConfig, 'firstLanguage'>): string {
  if (ref.kind === 'not-found') return '404.html';
  const folder = ref.lang === firstLanguage ? '' : `${ref.lang}/`;
  switch (ref.kind) {
    case 'home':
      return folder + (ref.page === undefined ? 'index.html' : `page/${ref.page}.html`);
    case 'about':
    case 'find':
      return `${folder}${ref.kind}.html`;
    case 'article':
      return `${folder}articles/${ref.slug}.html`;
    case 'moment':
      return `${folder}articles/${ref.slug}/${ref.event}.html`;
    case 'embed':
      return `${folder}articles/${ref.slug}/embed.html`;
    case 'book':
      return `${folder}articles/${ref.slug}/story.epub`;
    case 'timeline':
    case 'sources':
      return `${folder}articles/${ref.slug}/${ref.kind}.${ref.format}`;
    case 'topic':
      return `${folder}topics/${ref.topic}.html`;
    case 'illustration':
      return `articles/${ref.slug}/pictures/${ref.id}.webp`;
    case 'feed':
      return folder + (ref.topic === undefined ? FEEDS[ref.format] : `topics/${ref.topic}.xml`);
    case 'picture':
      return `${folder}${ref.of ? `articles/${ref.of.slug}/${ref.of.event ?? 'card'}` : 'card'}.png`;
  }
}

/** A page of the list of all stories; the first is the home page. */
export function homePage(lang: string, page: number): PageRef {
  return { kind: 'home', lang, ...(page > 1 && { page }) };
}

/** One page of a list of stories. */
export interface Listing<Item> {
  /** From 1. */
  readonly number: number;
  /** How many pages the list has. */
  readonly of: number;
  readonly items: readonly Item[];
}

/** How many stories stand on one page of the list: enough to look through, and still one file to keep. */
const A_PAGE = 100;

/** Splits a list into pages; a list without anything has one page. */
export function listings<Item>(items: readonly Item[]): Listing<Item>[] {
  const of = Math.max(1, Math.ceil(items.length / A_PAGE));
  return Array.from({ length: of }, (_, index) => ({
    number: index + 1,
    of,
    items: items.slice(index * A_PAGE, (index + 1) * A_PAGE),
  }));
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

/** The absolute address of a page or file of the site, for where a standard demands one. */
export function urlOf(ref: PageRef, urls: UrlConfig): string {
  return new URL(fileOf(ref, urls), urls.base).href;
}

/**
 * Turns the links between content files into links between pages.
 *
 * @param from the content file that the text was written in, relative to the project
 */
export function resolveContentLinks(text: RichText, from: string, urls: Pick<UrlConfig, 'firstLanguage'>): RichText {
  return mapText(text, (node) => {
    if (node.type !== 'link' || typeof node.to !== 'string') return node;
    const link = followLink(from, node.to);
    const page = link && pageOf(link.path);
    return page ? { ...node, to: { file: fileOf(page, urls), fragment: link.fragment } } : node;
  });
}
