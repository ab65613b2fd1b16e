import { withinSite } from '../content/content-link.ts';
import type { Site } from '../content/model/site.ts';
import type { Messages } from '../i18n/messages.ts';
import { type Html, writeHtml } from '../text/html.ts';
import type { RichText, SiteTarget } from '../text/rich-text.ts';
import { PICTURE_TYPE } from '../pictures/encoded.ts';
import type { StoryPicture } from './parts.ts';
import { fileOf, type PageRef, relativeLink, type UrlConfig, urlOf } from './urls.ts';

/** What a page in one language knows of the site. */
export interface SiteContext {
  readonly site: Site;
  readonly urls: UrlConfig;
  readonly lang: string;
  /** The interface messages in that language. */
  readonly words: Messages;
}

/** What the components of a page know of it, as `Astro.locals`. */
export type Page = ReturnType<typeof pageAt>;

/**
 * What the components of a page know of it. Everything that links is written here, relative to the page, so that the
 * same text is right wherever it is shown.
 */
export function pageAt(ref: PageRef, context: SiteContext) {
  const { urls, words: t } = context;
  const here = fileOf(ref, urls);
  // To another page or file of the site. 404.html is served at any depth, so it alone cannot know the way from where it
  // stands.
  const link = (to: PageRef): string =>
    ref.kind === 'not-found' ? urlOf(to, urls) : relativeLink(here, fileOf(to, urls));
  const target = ({ file, fragment }: SiteTarget): string =>
    file === here && fragment !== '' ? fragment : relativeLink(here, file) + fragment;
  // To an address as it was written.
  const href = (to: string | SiteTarget): string => {
    if (typeof to !== 'string') return target(to);
    // A source of a story may be an earlier story of the site.
    const own = ref.kind === 'not-found' ? undefined : withinSite(to, urls.base);
    if (own === undefined) return to;
    const [, file = '', fragment = ''] = /^([^#]*)(#.*)?$/su.exec(own) ?? [];
    return target({ file: file.replace(/(^|\/)$/, '$1index.html'), fragment });
  };
  // To the article from a page that shows some of it; empty on its own page.
  const isPartOfOne = ref.kind === 'embed' || ref.kind === 'moment';
  const article = isPartOfOne ? link({ kind: 'article', lang: ref.lang, slug: ref.slug }) : '';
  // What an embedded timeline leads to stands in its article.
  const anchor = (id: string): string => (ref.kind === 'embed' ? `${article}#${id}` : `#${id}`);
  // The address of a picture: here all of it, so that the page stays one file.
  const src = ({ image }: StoryPicture): string =>
    `data:${PICTURE_TYPE};base64,${Buffer.from(image.bytes).toString('base64')}`;
  const html = (text: RichText): Html => writeHtml(text, { t, anchor, href });
  return { ...context, t, article, link, href, src, html };
}

/** A text of `site.yaml` in one language; the only text, or the first, where that language has none. */
export function siteText(text: string | Readonly<Record<string, string>>, lang: string): string {
  if (typeof text === 'string') return text;
  return text[lang] ?? Object.values(text)[0] ?? '';
}
