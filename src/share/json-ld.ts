import { SOURCE_TYPES } from '../content/model/source-types.ts';
import type {
  BreadcrumbList,
  CollectionPage,
  CreativeWork,
  Event,
  ImageObject,
  ItemList,
  ListItem,
  NewsArticle,
  Thing,
  WebSite,
  WithContext,
} from 'schema-dts';
import { type EdtfDate, formatEdtf, isoDay, startOf } from '../dates/edtf.ts';
import { machineDate } from '../dates/format.ts';
import { CARD_SIZE } from '../graphics/card.ts';
import { urlOf } from '../story/urls.ts';
import { sectionAnchor } from '../content/model/article.ts';
import { plainText } from '../text/rich-text.ts';
import type { LocalSource } from '../story/bibliography.ts';
import type { SiteContext } from '../story/page.ts';
import { picturesOf, type Story } from '../story/story.ts';
import { changeText, type ShelfTopic } from '../story/shelf.ts';
import { authorUrl } from '../story/subjects.ts';
import { type PictureData, pictureData } from './pictures.ts';
import type { StoryEvent } from '../story/timeline.ts';

/** Anchors in the about page, where its editors set out how they work. */
export interface Policies {
  /** How a story is made. */
  readonly principles?: string | undefined;
  /** How errors are corrected. */
  readonly corrections?: string | undefined;
}

/**
 * What search engines read of an article: the article itself, its place in the site, and its timeline.
 * Reader modes want one `@type` and one `@context` to an object, so there are three objects.
 *
 * @see https://schema.org/NewsArticle
 */
export function articleJsonLd(story: Story, context: SiteContext, policies: Policies): WithContext<Thing>[] {
  return [newsArticle(story, context, policies), breadcrumbs(story, context), timeline(story, context)];
}

/** Where a moment stands in the site; the rest is said by its article, which search engines are sent to. */
export function momentJsonLd(story: Story, event: StoryEvent, context: SiteContext): WithContext<Thing>[] {
  return [breadcrumbs(story, context, event)];
}

/** The site as a whole, for its home page. */
export function siteJsonLd({ site, urls, lang }: SiteContext): WithContext<WebSite> {
  const url = urlOf({ kind: 'home', lang }, urls);
  return { '@context': 'https://schema.org', '@type': 'WebSite', '@id': url, url, name: site.name, inLanguage: lang };
}

/** What a topic's page holds. */
export function topicJsonLd({ id, name, stories }: ShelfTopic, { urls, lang }: SiteContext): WithContext<Thing>[] {
  const url = urlOf({ kind: 'topic', lang, topic: id }, urls);
  const page: WithContext<CollectionPage> = {
    ...{ '@context': 'https://schema.org', '@type': 'CollectionPage', '@id': url, url, name, inLanguage: lang },
    about: { '@type': 'Thing', name },
    hasPart: stories.map(({ slug, titleText: headline }) => {
      const story = urlOf({ kind: 'article', lang, slug }, urls);
      return { '@type': 'NewsArticle', '@id': story, url: story, headline };
    }),
  };
  return [page];
}

/**
 * JSON for inside `<script>`. JSON itself leaves `</script>` as it is, and `<!--` could begin a comment
 * there.
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** A picture with its rights, as Google's image licence metadata has them; what waits on the page is none to preview. */
function imageObject(picture: PictureData): ImageObject {
  const created = schemaDate(picture.taken);
  const { url, width, height, licence, licenceUrl } = picture;
  return {
    ...{ '@type': 'ImageObject', contentUrl: url, width: `${width}`, height: `${height}` },
    caption: picture.caption ?? picture.alt,
    creditText: picture.credit,
    ...(licenceUrl === undefined ? { copyrightNotice: licence } : { license: licenceUrl }),
    ...(created !== undefined && { dateCreated: created }),
  };
}

function newsArticle(story: Story, context: SiteContext, policies: Policies): WithContext<NewsArticle> {
  const { site, urls, words } = context;
  const { lang, slug } = story;
  const card: ImageObject = {
    ...{ '@type': 'ImageObject', url: urlOf({ kind: 'picture', lang, of: { slug } }, urls) },
    ...{ width: `${CARD_SIZE.width}`, height: `${CARD_SIZE.height}` },
  };
  const pictures = picturesOf(story)
    .filter(({ graphic }) => !graphic)
    .map((picture) => imageObject(pictureData(picture, slug, context)));
  const url = urlOf({ kind: 'article', lang, slug }, urls);
  const about = urlOf({ kind: 'about', lang }, urls);
  const anchored = (anchor: string | undefined): string =>
    anchor === undefined ? about : new URL(`#${anchor}`, about).href;
  const [original = lang] = story.languages;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: url,
    headline: story.titleText,
    description: story.summaryText,
    inLanguage: lang,
    datePublished: formatEdtf(story.published),
    dateModified: formatEdtf(story.modified),
    author:
      story.authors.length === 0
        ? { '@type': 'Organization', name: site.name, url: about }
        : story.authors.map((author) => ({
            '@type': 'Person' as const,
            name: author.name,
            url: authorUrl(author, about),
            ...(author.role !== undefined && { jobTitle: author.role }),
          })),
    publisher: {
      '@type': 'Organization',
      name: site.name,
      url: urlOf({ kind: 'home', lang }, urls),
      publishingPrinciples: anchored(policies.principles),
      correctionsPolicy: anchored(policies.corrections),
    },
    publishingPrinciples: anchored(policies.principles),
    license: site.licence.url,
    isAccessibleForFree: true,
    image: pictures.length > 0 ? [card, ...pictures] : card,
    ...(story.topics.length > 0 && {
      about: story.topics.map(({ id, name }) => {
        return { '@type': 'Thing' as const, name, url: urlOf({ kind: 'topic', lang, topic: id }, urls) };
      }),
    }),
    ...(original !== lang && {
      translationOfWork: { '@id': urlOf({ kind: 'article', lang: original, slug }, urls) },
    }),
    citation: story.sources.map(({ source }) => citation(source)),
    ...(story.corrections.length > 0 && {
      correction: story.corrections.map((change) => ({
        '@type': 'CorrectionComment' as const,
        text: plainText(changeText(change, words)),
        datePublished: formatEdtf(change.date),
      })),
    }),
  };
}

// A page of the web is known by its address; who published what has none must be said.
function citation(source: LocalSource): CreativeWork {
  const { title, url, publisher, author, kind = 'web', pages, origins } = source;
  const date = schemaDate(source.published);
  const isPage = url !== undefined && kind === 'web';
  return {
    '@type': SOURCE_TYPES[kind].schema,
    name: title,
    ...(url !== undefined && { url }),
    ...(pages !== undefined && kind === 'report' && { pagination: pages }),
    ...(!isPage && { publisher: { '@type': 'Organization', name: publisher } }),
    ...(!isPage && author !== undefined && { author: { '@type': 'Person', name: author } }),
    ...(date !== undefined && { datePublished: date }),
    ...(origins && {
      isBasedOn: origins.map(
        ({ title, url }) => ({ '@type': 'CreativeWork', name: title, ...(url !== undefined && { url }) }) as const,
      ),
    }),
  };
}

function breadcrumbs({ lang, slug, titleText }: Story, { site, urls }: SiteContext, event?: StoryEvent) {
  const home = { name: site.name, item: urlOf({ kind: 'home', lang }, urls) };
  const article = { name: titleText, item: urlOf({ kind: 'article', lang, slug }, urls) };
  const moment = event && {
    name: event.plain.title,
    item: urlOf({ kind: 'moment', lang, slug, event: event.id }, urls),
  };
  const steps = [home, article, ...(moment ? [moment] : [])];
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({ '@type': 'ListItem', position: index + 1, ...step })),
  } satisfies WithContext<BreadcrumbList>;
}

function timeline(story: Story, { urls, words }: SiteContext): WithContext<ItemList> {
  const { lang, slug } = story;
  return {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name: `${story.titleText}: ${words.story.timeline}`,
    url: `${urlOf({ kind: 'article', lang, slug }, urls)}#${sectionAnchor('timeline')}`,
    itemListOrder: 'https://schema.org/ItemListOrderAscending',
    numberOfItems: story.moments.length,
    itemListElement: story.moments.map(({ event }, index): ListItem => {
      const url = urlOf({ kind: 'moment', lang, slug, event: event.id }, urls);
      const item = schemaEvent(event, url);
      return { '@type': 'ListItem', position: index + 1, ...(item ? { item } : { name: event.plain.title, url }) };
    }),
  };
}

// The vocabulary's Event "happens at a certain time and location": without a known day and a place there
// is none, and what is disputed is not stated as one.
function schemaEvent({ plain, date, status }: StoryEvent, url: string): Event | undefined {
  const start = startOf(date);
  const [startDate, endDate] = [start, date.kind === 'range' ? date.end : undefined].map(schemaDate);
  if (status === 'disputed' || !plain.place || startDate === undefined) return undefined;
  if (start?.kind !== 'time' && start?.day === undefined) return undefined;
  return {
    '@type': 'Event',
    name: plain.title,
    url,
    startDate,
    ...(endDate !== undefined && { endDate }),
    location: { '@type': 'Place', name: plain.place },
  };
}

/**
 * A date as ISO 8601, which schema.org wants; nothing for one that is only about right, a range, or one before the
 * year 1. Of a time that is only about right there is the day.
 */
function schemaDate(date: EdtfDate | undefined): string | undefined {
  if (!date || date.kind === 'range' || date.year < 1) return undefined;
  if (date.kind === 'time' && date.qualifier === 'about') return isoDay(date);
  const isYear = date.kind === 'time' || (date.unspecified !== 'year' && date.unspecified !== 'decade');
  return date.qualifier || !isYear ? undefined : machineDate(date);
}
