import { formatEdtf, isoDay } from '../dates/edtf.ts';
import { CARD_SIZE, drawable } from '../graphics/card.ts';
import { fill, messagesFor } from '../i18n/messages.ts';
import type { EventPage } from '../story/timeline.ts';
import { pageAt, type SiteContext, siteText } from '../story/page.ts';
import type { Story } from '../story/story.ts';
import { authorNames, authorUrl, type StoryAuthor, type StoryTopic } from '../story/subjects.ts';
import { type FeedFormat, homePage, type Listing, type PageRef, urlOf } from '../story/urls.ts';
import { dateLine, eventText } from './timeline-data.ts';

const RSS = 'application/rss+xml';

/** What the head of a page says of it. */
export interface PageHead {
  /** For the browser's tab: with the site's name behind it. */
  readonly tabTitle: string;
  readonly title: string;
  /** What other programs read of it, in the order in which they should meet it. */
  readonly tags: readonly HeadTag[];
}

/** An element of a head, which has no content. */
type HeadTag = { readonly name: 'meta' | 'link'; readonly attributes: Readonly<Record<string, string | undefined>> };

/** What differs from page to page. */
interface Description {
  readonly page: PageRef;
  readonly title: string;
  readonly description: string;
  /** Who wrote it, where that is not the site. */
  readonly authors?: readonly StoryAuthor[];
  /** The languages that have this page; none for pages that have another canonical one. */
  readonly languages?: readonly string[];
  /** What the page shows of; the site without one. */
  readonly picture?: { readonly of: PageRef; readonly title: string };
  /** The pages that search engines and previews should show, where that is not this one. */
  readonly canonical?: PageRef;
  readonly preview?: PageRef;
  /** What more is said of it. */
  readonly more?: readonly HeadTag[];
}

/**
 * The head of a page of the list of all stories; its title is what the page is headed. The lists of two languages
 * hold other stories from the second page on, so that these are no translations of each other.
 */
export function homeHead({ number, of }: Listing<unknown>, context: SiteContext): PageHead {
  const { site, lang, words } = context;
  const page = homePage(lang, number);
  const turn = (rel: 'prev' | 'next', to: number): HeadTag[] =>
    to < 1 || to > of ? [] : [link(rel, pageAt(page, context).link(homePage(lang, to)))];
  return pageHead(
    {
      page,
      title: number === 1 ? site.name : fill(words.page.listPage, { page: String(number), pages: String(of) }),
      description: siteText(site.tagline, lang),
      languages: number === 1 ? site.languages : [lang],
      more: [...turn('prev', number - 1), ...turn('next', number + 1)],
    },
    context,
  );
}

/** The head of a topic's page. */
export function topicHead(
  { id, name, text }: StoryTopic,
  languages: readonly string[],
  context: SiteContext,
): PageHead {
  const { lang, words } = context;
  const page: PageRef = { kind: 'topic', lang, topic: id };
  const feed = pageAt(page, context).link({ kind: 'feed', lang, format: 'rss', topic: id });
  return pageHead(
    {
      page,
      title: name,
      description: text ?? fill(words.shelf.aboutTopic, { topic: name }),
      languages,
      more: [link('alternate', feed, { type: RSS, title: `${context.site.name}: ${name}` })],
    },
    context,
  );
}

/** The head of an article. */
export function articleHead(story: Story, context: SiteContext): PageHead {
  const { lang, languages, published } = story;
  const { name } = context.site;
  const about = ofStory(story);
  const more = [
    ...articleTags(story, context),
    // Highwire Press tags, which Google Scholar and reference managers such as Zotero read.
    // Zotero takes what has these for an article of a journal, unless its type is given as the press has it (IPTC).
    meta('DC.type', 'NewsItem'),
    meta('citation_title', about.title),
    ...authorNames(story, context.site).map((author) => meta('citation_author', author)),
    meta('citation_publication_date', isoDay(published).replaceAll('-', '/')),
    meta('citation_publisher', name),
    meta('citation_language', lang),
    meta('citation_public_url', urlOf(about.page, context.urls)),
  ];
  return pageHead({ ...about, languages, more }, context);
}

/**
 * The head of an event's page: it unfolds as itself, while search engines are sent to its article. Crawlers
 * that follow `og:url` must end at this page, since what stands at the end is what they show.
 */
export function eventHead(story: Story, { event }: EventPage, context: SiteContext): PageHead {
  const { slug, lang, authors } = story;
  const { title } = event.plain;
  const { share, story: names } = context.words;
  return pageHead(
    {
      page: { kind: 'moment', lang, slug, event: event.id },
      canonical: ofStory(story).page,
      title,
      description: eventText(event, context.words),
      authors,
      picture: { of: { kind: 'picture', lang, of: { slug, event: event.id } }, title },
      more: [
        ...articleTags(story, context),
        // Pairs that Slack shows below the description.
        ...label(1, share.when, dateLine(event, context.words)),
        ...label(2, share.status, names.status[event.status]),
      ],
    },
    context,
  );
}

/** The head of an embedded timeline: wherever somebody links to it, its article is shown. */
export function embedHead(story: Story, context: SiteContext): PageHead {
  const { page: article, ...shown } = ofStory(story);
  const page: PageRef = { kind: 'embed', lang: story.lang, slug: story.slug };
  const title = `${shown.title}: ${context.words.story.timeline}`;
  return pageHead({ ...shown, page, title, canonical: article, preview: article }, context);
}

function ofStory({ lang, slug, titleText: title, summaryText: description, authors }: Story) {
  const picture = { of: { kind: 'picture', lang, of: { slug } }, title } as const;
  return { page: { kind: 'article', lang, slug }, title, description, authors, picture } satisfies Description;
}

/** The head of a page; the page for what is not there is one that nobody should keep. */
export function pageHead(about: Description, context: SiteContext): PageHead {
  const { site, urls, lang, words } = context;
  const { page, title, description, authors = [], languages = [], picture, more = [] } = about;
  const tabTitle = title === site.name ? title : `${title} – ${site.name}`;
  const described = meta('description', description);
  if (page.kind === 'not-found') return { tabTitle, title, tags: [described, meta('robots', 'noindex')] };
  const alternative = picture
    ? fill(words.share.picture, { title: picture.title })
    : fill(words.share.sitePicture, { site: site.name });
  const isShown = (picture ? [picture.title] : [site.name, siteText(site.tagline, lang)]).every(drawable);
  const others = languages.filter((other) => other !== lang);
  const tags = [
    described,
    // What crawlers look for first comes first, since some read only the start of a page.
    link('canonical', urlOf(about.canonical ?? page, urls)),
    meta('robots', 'max-image-preview:large'),
    property('og:title', title),
    property('og:description', description),
    property('og:type', picture ? 'article' : 'website'),
    property('og:url', urlOf(about.preview ?? page, urls)),
    property('og:site_name', site.name),
    property('og:locale', graphLocale(words.locale)),
    ...others.map((other) => property('og:locale:alternate', graphLocale(messagesFor(other).locale))),
    property('og:image', urlOf(picture?.of ?? { kind: 'picture', lang }, urls)),
    property('og:image:type', 'image/png'),
    property('og:image:width', String(CARD_SIZE.width)),
    property('og:image:height', String(CARD_SIZE.height)),
    ...(isShown ? [property('og:image:alt', alternative)] : []),
    // X takes the rest from Open Graph.
    meta('twitter:card', 'summary_large_image'),
    ...(isShown ? [meta('twitter:image:alt', alternative)] : []),
    // Without it reader modes take the first line that looks like a byline, and leave it out of the text.
    ...authorNames({ authors }, site).map((name) => meta('author', name)),
    ...more,
    ...translations(page, languages, context),
    ...feeds(page, context),
  ];
  return { tabTitle, title, tags };
}

// Search engines want these absolute, and on every page all of them, its own among them.
function translations(page: PageRef, languages: readonly string[], { urls }: SiteContext): HeadTag[] {
  const [first] = languages;
  if (languages.length < 2 || first === undefined || page.kind === 'not-found') return [];
  return [...languages, 'x-default'].map((hreflang) => {
    const lang = hreflang === 'x-default' ? first : hreflang;
    return link('alternate', urlOf({ ...page, lang }, urls), { hreflang });
  });
}

function feeds(page: PageRef, context: SiteContext): HeadTag[] {
  const { site, lang, words, link: linkTo } = pageAt(page, context);
  const feed = (format: FeedFormat, type: string, name: string): HeadTag => {
    return link('alternate', linkTo({ kind: 'feed', lang, format }), { type, title: `${site.name} (${name})` });
  };
  const stories = [feed('rss', RSS, 'RSS'), feed('json', 'application/feed+json', 'JSON Feed')];
  return page.kind === 'home' ? [...stories, feed('updates', RSS, words.story.updates)] : stories;
}

// https://ogp.me/#type_article; its dates are ISO 8601, where a day without a time is a date as well.
function articleTags({ published, modified, authors, topics }: Story, { urls, lang }: SiteContext): HeadTag[] {
  const about = urlOf({ kind: 'about', lang }, urls);
  const pages = authors.map((author) => authorUrl(author, about));
  return [
    property('article:published_time', formatEdtf(published)),
    property('article:modified_time', formatEdtf(modified)),
    ...(pages.length > 0 ? pages : [about]).map((page) => property('article:author', page)),
    ...topics.map(({ name }) => property('article:tag', name)),
    // Mastodon shows it below a link to the page.
    ...authors.flatMap(({ fediverse }) => (fediverse === undefined ? [] : meta('fediverse:creator', fediverse))),
  ];
}

function label(number: number, name: string, value: string): HeadTag[] {
  return [meta(`twitter:label${number}`, name), meta(`twitter:data${number}`, value)];
}

function meta(name: string, content: string): HeadTag {
  return { name: 'meta', attributes: { name, content } };
}

/** A tag of Open Graph, which calls the name of a tag its property. */
function property(name: string, content: string): HeadTag {
  return { name: 'meta', attributes: { property: name, content } };
}

function link(rel: string, href: string, more: { hreflang?: string; type?: string; title?: string } = {}): HeadTag {
  return { name: 'link', attributes: { rel, ...more, href } };
}

const graphLocale = (locale: string): string => locale.replaceAll('-', '_');
