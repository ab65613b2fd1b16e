import { formatEdtf, isoDay } from '../dates/edtf.ts';
import { fill, messagesFor } from '../i18n/messages.ts';
import type { EventPage } from '../story/timeline.ts';
import { type SiteContext, siteText } from '../story/page.ts';
import type { Story } from '../story/story.ts';
import { fileOf, homePage, type Listing, type PageRef, relativeLink, urlOf } from '../story/urls.ts';
import { dateLine, eventText } from './timeline-data.ts';

/** What the head of a page says of it. */
export interface PageHead {
  /** For the browser's tab: with the site's name behind it. */
  readonly tabTitle: string;
  readonly title: string;
  readonly description: string;
  /** Absent on the page for what is not there, which nobody should keep. */
  readonly indexed?: IndexedHead;
}

/** What other programs are told of a page that may be kept. Addresses are absolute unless it is said. */
interface IndexedHead {
  /** The page that search engines should show. */
  readonly canonical: string;
  /** The page that previews should show. */
  readonly preview: string;
  readonly type: 'article' | 'website';
  readonly siteName: string;
  /** As Open Graph writes locales: `ko_KR`. */
  readonly locale: string;
  readonly otherLocales: readonly string[];
  readonly picture: { readonly url: string; readonly alternative: string };
  readonly article?: ArticleHead;
  /** Pairs that Slack shows below the description. */
  readonly labels: readonly (readonly [label: string, value: string])[];
  /** The pages before and after, the translations, the feeds. */
  readonly links: readonly HeadLink[];
}

/** A page or file that belongs to a page. */
interface HeadLink {
  readonly rel: 'prev' | 'next' | 'alternate';
  /** Relative, but for translations. */
  readonly href: string;
  readonly hreflang?: string;
  readonly type?: string;
  readonly title?: string;
}

/** What is said of an article and of the pages of its events. Dates are ISO 8601. */
interface ArticleHead {
  readonly published: string;
  readonly modified: string;
  /** The page about who wrote it. */
  readonly author: string;
  /** For reference managers: of the article alone. */
  readonly citation?: { readonly day: string; readonly language: string };
}

/** What differs from page to page. */
interface Description
  extends Pick<PageHead, 'title' | 'description'>, Partial<Pick<IndexedHead, 'article' | 'labels'>> {
  readonly page: PageRef;
  /** The languages that have this page; none for pages that have another canonical one. */
  readonly languages?: readonly string[];
  /** What the page shows of; the site without one. */
  readonly picture?: { readonly of: PageRef; readonly title: string };
  /** The pages that search engines and previews should show, where that is not this one. */
  readonly canonical?: PageRef;
  readonly preview?: PageRef;
  /** The pages before and after this one. */
  readonly turns?: readonly HeadLink[];
}

/**
 * The head of a page of the list of all stories; its title is what the page is headed. The lists of two languages
 * hold other stories from the second page on, so that these are no translations of each other.
 */
export function homeHead({ number, of }: Listing<unknown>, context: SiteContext): PageHead {
  const { site, lang, words, urls } = context;
  const page = homePage(lang, number);
  const turn = (rel: 'prev' | 'next', to: number): HeadLink[] =>
    to < 1 || to > of ? [] : [{ rel, href: relativeLink(fileOf(page, urls), fileOf(homePage(lang, to), urls)) }];
  return pageHead(
    {
      page,
      title: number === 1 ? site.name : fill(words.page.listPage, { page: String(number), pages: String(of) }),
      description: siteText(site.tagline, lang),
      languages: number === 1 ? site.languages : [lang],
      turns: [...turn('prev', number - 1), ...turn('next', number + 1)],
    },
    context,
  );
}

/** The head of an article. */
export function articleHead(story: Story, context: SiteContext): PageHead {
  const { lang, languages, published } = story;
  const article = { ...articleDates(story, context), citation: { day: isoDay(published.date), language: lang } };
  return pageHead({ ...ofStory(story), languages, article }, context);
}

/**
 * The head of an event's page: it unfolds as itself, while search engines are sent to its article. Crawlers
 * that follow `og:url` must end at this page, since what stands at the end is what they show.
 */
export function eventHead(story: Story, { event }: EventPage, context: SiteContext): PageHead {
  const { slug, lang } = story;
  const { title } = event.plain;
  const { share, story: names } = context.words;
  return pageHead(
    {
      page: { kind: 'moment', lang, slug, event: event.id },
      canonical: ofStory(story).page,
      title,
      description: eventText(event, context.words),
      picture: { of: { kind: 'picture', lang, of: { slug, event: event.id } }, title },
      article: articleDates(story, context),
      labels: [
        [share.when, dateLine(event)],
        [share.status, names.status[event.status]],
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

function ofStory({ lang, slug, titleText: title, summaryText: description }: Story) {
  const picture = { of: { kind: 'picture', lang, of: { slug } }, title } as const;
  return { page: { kind: 'article', lang, slug }, title, description, picture } satisfies Description;
}

/** The head of a page; that of the page for what is not there is of no use to other programs. */
export function pageHead(about: Description, context: SiteContext): PageHead {
  const { site, urls, lang, words } = context;
  const { page, title, description, languages = [], picture } = about;
  const shown = { tabTitle: title === site.name ? title : `${title} – ${site.name}`, title, description };
  if (page.kind === 'not-found') return shown;
  return {
    ...shown,
    indexed: {
      canonical: urlOf(about.canonical ?? page, urls),
      preview: urlOf(about.preview ?? page, urls),
      type: picture ? 'article' : 'website',
      siteName: site.name,
      locale: graphLocale(words.locale),
      otherLocales: languages.filter((other) => other !== lang).map((other) => graphLocale(messagesFor(other).locale)),
      picture: {
        url: urlOf(picture?.of ?? { kind: 'picture', lang }, urls),
        alternative: picture
          ? fill(words.share.picture, { title: picture.title })
          : fill(words.share.sitePicture, { site: site.name }),
      },
      ...(about.article && { article: about.article }),
      labels: about.labels ?? [],
      links: [...(about.turns ?? []), ...translations(page, languages, context), ...feeds(page, context)],
    },
  };
}

// Search engines want these absolute, and on every page all of them, its own among them.
function translations(page: PageRef, languages: readonly string[], { urls }: SiteContext): HeadLink[] {
  const [first] = languages;
  if (languages.length < 2 || first === undefined || page.kind === 'not-found') return [];
  return [...languages, 'x-default'].map((hreflang) => {
    const lang = hreflang === 'x-default' ? first : hreflang;
    return { rel: 'alternate', hreflang, href: urlOf({ ...page, lang }, urls) };
  });
}

function feeds(page: PageRef, { site, urls, lang }: SiteContext): HeadLink[] {
  const feed = (format: 'rss' | 'json', type: string, title: string): HeadLink => ({
    rel: 'alternate',
    type,
    title: `${site.name} (${title})`,
    href: relativeLink(fileOf(page, urls), fileOf({ kind: 'feed', lang, format }, urls)),
  });
  return [feed('rss', 'application/rss+xml', 'RSS'), feed('json', 'application/feed+json', 'JSON Feed')];
}

// https://ogp.me/#type_article; its dates are ISO 8601, where a day without a time is a date as well.
function articleDates({ published, modified }: Story, { urls, lang }: SiteContext): ArticleHead {
  return {
    published: formatEdtf(published.date),
    modified: formatEdtf(modified.date),
    author: urlOf({ kind: 'about', lang }, urls),
  };
}

const graphLocale = (locale: string): string => locale.replaceAll('-', '_');
