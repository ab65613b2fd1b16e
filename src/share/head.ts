import { type CalendarDate, type ClockTime, formatEdtf, isoDay } from '../dates/edtf.ts';
import { fill } from '../i18n/interpolate.ts';
import { wordsFor } from '../i18n/languages.ts';
import { CARD_SIZE } from '../pictures/card.ts';
import { absoluteAddress, type Address, fileOf, homeAddress, relativeLink } from '../story/addresses.ts';
import type { Listing } from '../story/listing.ts';
import type { Moment } from '../story/moment.ts';
import type { SiteContext } from '../story/site-context.ts';
import { siteText } from '../story/site-text.ts';
import type { Story } from '../story/story.ts';
import { dateLine, momentText } from './moment-text.ts';

/** One tag in the head of a page. */
export type HeadTag =
  | { readonly tag: 'meta'; readonly attributes: { readonly name: string; readonly content: string } }
  | { readonly tag: 'meta'; readonly attributes: { readonly property: string; readonly content: string } }
  | {
      readonly tag: 'link';
      readonly attributes: {
        readonly rel: string;
        readonly href: string;
        readonly hreflang?: string;
        readonly type?: string;
        readonly title?: string;
      };
    };

/** What the head of a page says of it. */
export interface PageHead {
  /** For the browser's tab: with the site's name behind it. */
  readonly title: string;
  /** What crawlers look for first comes first, since some read only the start of a page. */
  readonly tags: readonly HeadTag[];
}

/** What differs from page to page. */
interface Description {
  readonly address: Address;
  readonly title: string;
  readonly description: string;
  readonly type: 'article' | 'website';
  readonly picture: { readonly address: Address; readonly alternative: string };
  /** The page that search engines should show instead of this one. */
  readonly canonical?: Address;
  /** The page that previews should show instead of this one. */
  readonly previewOf?: Address;
  /** The languages that have this page, for search engines; none for pages that have another canonical one. */
  readonly languages?: readonly string[];
  /** Tags of this kind of page alone. */
  readonly more?: readonly HeadTag[];
}

/**
 * The head of a page of the site itself: home, about, and the page for what is not there.
 *
 * @param page its languages are those that have it
 */
export function siteHead(
  page: Pick<Description, 'address' | 'title' | 'description' | 'more'> & { languages: readonly string[] },
  context: SiteContext,
): PageHead {
  const { site, lang, words } = context;
  if (page.address.kind === 'not-found')
    return {
      title: tabTitle(page.title, context),
      tags: [named('description', page.description), named('robots', 'noindex')],
    };
  const picture = {
    address: { kind: 'picture', lang },
    alternative: fill(words.share.sitePicture, { site: site.name }),
  } as const;
  return headOf({ ...page, type: 'website', picture }, context);
}

/**
 * The head of a page of the list of all stories, and what it is headed. The lists of two languages hold other
 * stories from the second page on, so that these are no translations of each other.
 */
export function homeHead({ number, of }: Listing<unknown>, context: SiteContext): PageHead & { heading: string } {
  const { site, lang, words, book } = context;
  const address = homeAddress(lang, number);
  const turn = (rel: 'prev' | 'next', page: number): HeadTag[] =>
    page < 1 || page > of
      ? []
      : [link({ rel, href: relativeLink(fileOf(address, book), fileOf(homeAddress(lang, page), book)) })];
  const heading = number === 1 ? site.name : fill(words.page.listPage, { page: String(number), pages: String(of) });
  const description = siteText(site.tagline, lang);
  const languages = number === 1 ? site.languages : [lang];
  const more = [...turn('prev', number - 1), ...turn('next', number + 1)];
  return { heading, ...siteHead({ address, title: heading, description, languages, more }, context) };
}

/** The head of an article. */
export function articleHead(story: Story, context: SiteContext): PageHead {
  const { titleText: title, summaryText: description, languages } = story;
  const more = [...articleTimes(story, context), ...citationTags(story, context)];
  const address = articleAddress(story);
  return headOf(
    { address, title, description, languages, more, type: 'article', picture: storyPicture(story, context) },
    context,
  );
}

/**
 * The head of a moment: it unfolds as itself, while search engines are sent to its article. Crawlers
 * that follow `og:url` must end at this page, since what stands at the end is what they show.
 */
export function momentHead(story: Story, { event }: Moment, context: SiteContext): PageHead {
  const { slug, lang } = story;
  const { words } = context;
  return headOf(
    {
      address: { kind: 'moment', lang, slug, event: event.id },
      canonical: articleAddress(story),
      title: event.plain.title,
      description: momentText(event, words),
      type: 'article',
      picture: {
        address: { kind: 'picture', lang, of: { slug, event: event.id } },
        alternative: fill(words.share.picture, { title: event.plain.title }),
      },
      more: [
        ...articleTimes(story, context),
        ...labelled(1, words.share.when, dateLine(event)),
        ...labelled(2, words.share.status, words.story.status[event.status]),
      ],
    },
    context,
  );
}

/** The head of an embedded timeline: wherever somebody links to it, its article is shown. */
export function embedHead(story: Story, context: SiteContext): PageHead {
  const article = articleAddress(story);
  return headOf(
    {
      address: { kind: 'embed', lang: story.lang, slug: story.slug },
      canonical: article,
      previewOf: article,
      title: `${story.titleText}: ${context.words.story.timeline}`,
      description: story.summaryText,
      type: 'article',
      picture: storyPicture(story, context),
    },
    context,
  );
}

function headOf(page: Description, context: SiteContext): PageHead {
  const { site, book, lang, words } = context;
  const absolute = (address: Address): string => absoluteAddress(fileOf(address, book), book);
  const picture = absolute(page.picture.address);
  const otherLocales = (page.languages ?? []).filter((other) => other !== lang).map((other) => wordsFor(other).locale);
  return {
    title: tabTitle(page.title, context),
    tags: [
      named('description', page.description),
      link({ rel: 'canonical', href: absolute(page.canonical ?? page.address) }),
      named('robots', 'max-image-preview:large'),
      property('og:title', page.title),
      property('og:description', page.description),
      property('og:type', page.type),
      property('og:url', absolute(page.previewOf ?? page.address)),
      property('og:site_name', site.name),
      property('og:locale', graphLocale(words.locale)),
      ...otherLocales.map((locale) => property('og:locale:alternate', graphLocale(locale))),
      property('og:image', picture),
      property('og:image:type', 'image/png'),
      property('og:image:width', String(CARD_SIZE.width)),
      property('og:image:height', String(CARD_SIZE.height)),
      property('og:image:alt', page.picture.alternative),
      // X takes the rest from Open Graph.
      named('twitter:card', 'summary_large_image'),
      named('twitter:image:alt', page.picture.alternative),
      ...(page.more ?? []),
      ...translationLinks(page, context),
      ...feedLinks(page.address, context),
    ],
  };
}

// Search engines want these absolute, and on every page all of them, its own among them.
function translationLinks({ address, languages = [] }: Description, { book }: SiteContext): HeadTag[] {
  const [first] = languages;
  if (languages.length < 2 || first === undefined || address.kind === 'not-found') return [];
  return [...languages, 'x-default'].map((hreflang) => {
    const lang = hreflang === 'x-default' ? first : hreflang;
    return link({ rel: 'alternate', hreflang, href: absoluteAddress(fileOf({ ...address, lang }, book), book) });
  });
}

function feedLinks(address: Address, { site, book, lang }: SiteContext): HeadTag[] {
  const feed = (format: 'rss' | 'json', type: string, title: string): HeadTag =>
    link({
      rel: 'alternate',
      type,
      title: `${site.name} (${title})`,
      href: relativeLink(fileOf(address, book), fileOf({ kind: 'feed', lang, format }, book)),
    });
  return [feed('rss', 'application/rss+xml', 'RSS'), feed('json', 'application/feed+json', 'JSON Feed')];
}

// https://ogp.me/#type_article; its dates are ISO 8601, where a day without a time is a date as well.
function articleTimes({ published, modified }: Story, { book, lang }: SiteContext): HeadTag[] {
  return [
    property('article:published_time', formatEdtf(published.date)),
    property('article:modified_time', formatEdtf(modified.date)),
    property('article:author', absoluteAddress(fileOf({ kind: 'about', lang }, book), book)),
  ];
}

// Highwire Press tags, which Google Scholar and reference managers such as Zotero read.
function citationTags(story: Story, { site, book }: SiteContext): HeadTag[] {
  return [
    named('citation_title', story.titleText),
    named('citation_author', site.name),
    named('citation_publication_date', slashed(story.published.date)),
    named('citation_publisher', site.name),
    named('citation_language', story.lang),
    named('citation_public_url', absoluteAddress(fileOf(articleAddress(story), book), book)),
  ];
}

function slashed(date: CalendarDate | ClockTime): string {
  return isoDay(date).replaceAll('-', '/');
}

// Slack shows these two pairs below the description.
function labelled(index: 1 | 2, label: string, value: string): HeadTag[] {
  return [named(`twitter:label${index}`, label), named(`twitter:data${index}`, value)];
}

function articleAddress({ lang, slug }: Story): Address {
  return { kind: 'article', lang, slug };
}

function storyPicture({ lang, slug, titleText }: Story, { words }: SiteContext): Description['picture'] {
  return {
    address: { kind: 'picture', lang, of: { slug } },
    alternative: fill(words.share.picture, { title: titleText }),
  };
}

function tabTitle(title: string, { site }: SiteContext): string {
  return title === site.name ? title : `${title} – ${site.name}`;
}

function graphLocale(locale: string): string {
  return locale.replaceAll('-', '_');
}

function named(name: string, content: string): HeadTag {
  return { tag: 'meta', attributes: { name, content } };
}

function property(name: string, content: string): HeadTag {
  return { tag: 'meta', attributes: { property: name, content } };
}

function link(attributes: Extract<HeadTag, { tag: 'link' }>['attributes']): HeadTag {
  return { tag: 'link', attributes };
}
