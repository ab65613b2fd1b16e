import type {
  BreadcrumbList,
  CreativeWork,
  Event,
  ItemList,
  ListItem,
  NewsArticle,
  Organization,
  Thing,
  WebSite,
  WithContext,
} from 'schema-dts';
import { type EdtfDate, formatEdtf, isoDay, startOf } from '../dates/edtf.ts';
import { CARD_SIZE } from '../pictures/card.ts';
import { type PageRef, urlOf } from '../story/urls.ts';
import { sectionAnchor } from '../content/model/article.ts';
import { plainText } from '../text/rich-text.ts';
import type { SiteContext } from '../story/page.ts';
import type { Story } from '../story/story.ts';
import type { StoryEvent } from '../story/timeline.ts';

/** Anchors in the about page, where its editors set out how they work. */
export interface Policies {
  /** How a story is made. */
  readonly principles?: string;
  /** How errors are corrected. */
  readonly corrections?: string;
}

/**
 * What search engines read of an article: the article itself, its place in the site, and its timeline.
 * Reader modes want one `@type` and one `@context` to an object, so there are three objects.
 *
 * @see https://schema.org/NewsArticle
 */
export function articleJsonLd(story: Story, context: SiteContext, policies: Policies): WithContext<Thing>[] {
  const { lang, slug } = story;
  const link = (to: PageRef): string => urlOf(to, context.urls);
  const article = link({ kind: 'article', lang, slug });
  return [
    newsArticle(story, context, policies, link),
    breadcrumbs([
      [context.site.name, link({ kind: 'home', lang })],
      [story.titleText, article],
    ]),
    timeline(story, context, link),
  ];
}

/** Where a moment stands in the site; the rest is said by its article, which search engines are sent to. */
export function momentJsonLd(story: Story, event: StoryEvent, { site, urls }: SiteContext): WithContext<Thing>[] {
  const { lang, slug } = story;
  const link = (to: PageRef): string => urlOf(to, urls);
  return [
    breadcrumbs([
      [site.name, link({ kind: 'home', lang })],
      [story.titleText, link({ kind: 'article', lang, slug })],
      [event.plain.title, link({ kind: 'moment', lang, slug, event: event.id })],
    ]),
  ];
}

/** The site as a whole, for its home page. */
export function siteJsonLd({ site, urls, lang }: SiteContext): WithContext<WebSite> {
  const url = urlOf({ kind: 'home', lang }, urls);
  return { '@context': 'https://schema.org', '@type': 'WebSite', '@id': url, url, name: site.name, inLanguage: lang };
}

/**
 * JSON for inside `<script>`. JSON itself leaves `</script>` as it is, and `<!--` could begin a comment
 * there.
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

type Link = (to: PageRef) => string;

function newsArticle(story: Story, context: SiteContext, policies: Policies, link: Link): WithContext<NewsArticle> {
  const { site } = context;
  const { lang, slug } = story;
  const url = link({ kind: 'article', lang, slug });
  const about = link({ kind: 'about', lang });
  const anchored = (anchor: string | undefined): string =>
    anchor === undefined ? about : new URL(`#${anchor}`, about).href;
  const [original] = story.languages;
  const publisher: Organization = {
    '@type': 'Organization',
    name: site.name,
    url: link({ kind: 'home', lang }),
    publishingPrinciples: anchored(policies.principles),
    correctionsPolicy: anchored(policies.corrections),
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: url,
    headline: story.titleText,
    description: story.summaryText,
    inLanguage: lang,
    datePublished: formatEdtf(story.published.date),
    dateModified: formatEdtf(story.modified.date),
    author: { '@type': 'Organization', name: site.name, url: about },
    publisher,
    publishingPrinciples: anchored(policies.principles),
    license: site.licence.url,
    isAccessibleForFree: true,
    image: {
      '@type': 'ImageObject',
      url: link({ kind: 'picture', lang, of: { slug } }),
      width: `${CARD_SIZE.width}`,
      height: `${CARD_SIZE.height}`,
    },
    ...(original !== undefined &&
      original !== lang && { translationOfWork: { '@id': link({ kind: 'article', lang: original, slug }) } }),
    citation: story.sources.map(({ source }) => citation(source)),
    ...(story.corrections.length > 0 && {
      correction: story.corrections.map(({ note, date }) => ({
        '@type': 'CorrectionComment' as const,
        text: plainText(note),
        datePublished: formatEdtf(date),
      })),
    }),
  };
}

function citation({ title, url, publisher, author, published }: Story['sources'][number]['source']): CreativeWork {
  const date = schemaDate(published);
  return {
    '@type': 'CreativeWork',
    name: title,
    url,
    publisher: { '@type': 'Organization', name: publisher },
    ...(author !== undefined && { author: { '@type': 'Person', name: author } }),
    ...(date !== undefined && { datePublished: date }),
  };
}

function breadcrumbs(steps: readonly [name: string, address: string][]): WithContext<BreadcrumbList> {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(([name, item], index) => ({ '@type': 'ListItem', position: index + 1, name, item })),
  };
}

function timeline(story: Story, { words }: SiteContext, link: Link): WithContext<ItemList> {
  const { lang, slug } = story;
  const events = story.timeline.flatMap((phase) => phase.events);
  return {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name: `${story.titleText}: ${words.story.timeline}`,
    url: `${link({ kind: 'article', lang, slug })}#${sectionAnchor('timeline')}`,
    itemListOrder: 'https://schema.org/ItemListOrderAscending',
    numberOfItems: events.length,
    itemListElement: events.map((event, index): ListItem => {
      const url = link({ kind: 'moment', lang, slug, event: event.id });
      const item = schemaEvent(event, url);
      return {
        '@type': 'ListItem',
        position: index + 1,
        ...(item ? { item } : { name: event.plain.title, url }),
      };
    }),
  };
}

// The vocabulary's Event "happens at a certain time and location": without a known day and a place there
// is none, and what is disputed is not stated as one.
function schemaEvent(event: StoryEvent, url: string): Event | undefined {
  const { plain, date, status } = event;
  const [start, end] = [
    schemaDate(startOf(date)),
    date.kind === 'range' && date.end ? schemaDate(date.end) : undefined,
  ];
  if (status === 'disputed' || !plain.place || !isWholeDay(date) || start === undefined) return undefined;
  return {
    '@type': 'Event',
    name: plain.title,
    url,
    startDate: start,
    ...(end !== undefined && { endDate: end }),
    location: { '@type': 'Place', name: plain.place },
  };
}

function isWholeDay(date: EdtfDate): boolean {
  const start = startOf(date);
  return start.kind === 'time' || (start.day !== undefined && start.qualifier === undefined);
}

/** A date as ISO 8601, which schema.org wants; nothing for one that is only about right, or a range. */
function schemaDate(date: EdtfDate): string | undefined {
  if (date.kind === 'time') return formatEdtf(date);
  return date.kind === 'date' && !date.qualifier ? isoDay(date) : undefined;
}
