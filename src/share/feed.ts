import { getRssString, type RSSFeedItem } from '@astrojs/rss';
import { sectionAnchor } from '../content/model/article.ts';
import { instantOf } from '../dates/compare.ts';
import { type CalendarDate, type ClockTime, formatEdtf } from '../dates/edtf.ts';
import { startOfDay } from '../dates/zone.ts';
import { pageAt, type SiteContext, siteText } from '../story/page.ts';
import { type Change, changeText } from '../story/shelf.ts';
import type { Story } from '../story/story.ts';
import { authorUrl, type StoryTopic } from '../story/subjects.ts';
import { type FeedFormat, urlOf } from '../story/urls.ts';
import { escaped, type Html } from '../text/html.ts';
import { setApart } from '../text/line-ends.ts';
import { plainText } from '../text/rich-text.ts';
import { jsonFile } from './exports-data.ts';
import { readerHtml } from './reader-html.ts';

/** A feed of one language, before it is written in a format. Its addresses are absolute. */
type Feed = Awaited<ReturnType<typeof feedOf>>;

const NEWEST = 50;

/**
 * A feed of the newest stories.
 *
 * @param stories in one language, newest update first
 * @param format what it is to be written in
 * @param contentOf the whole of a story as HTML that needs nothing from its page
 * @param topic what all of them are about, for a feed of that alone
 */
export async function feedOf(
  stories: readonly Story[],
  format: FeedFormat,
  context: SiteContext,
  contentOf: (story: Story, context: SiteContext) => Promise<Html>,
  topic?: StoryTopic,
) {
  const { site, urls, lang } = context;
  const channel = channelOf(format, context, topic?.name, topic);
  const items = stories.slice(0, NEWEST).map(async (story) => ({
    // It never changes, not with the address, so readers know the item by it.
    id: urlOf({ kind: 'article', lang, slug: story.firstSlug }, urls),
    url: urlOf({ kind: 'article', lang, slug: story.slug }, urls),
    title: story.titleText,
    summary: story.summaryText,
    published: instant(story.published, site.timeZone),
    modified: instant(story.modified, site.timeZone),
    picture: urlOf({ kind: 'picture', lang, of: { slug: story.slug } }, urls),
    content: await contentOf(story, context),
    authors: authorsIn(story.authors, context),
    topics: story.topics.map(({ name }) => name),
  }));
  return { ...channel, items: await Promise.all(items) };
}

/**
 * What a feed says of itself.
 *
 * @param of what it is about, where that is less than all: a reader that follows several feeds tells them apart by it
 */
function channelOf(format: FeedFormat, context: SiteContext, of?: string, topic?: StoryTopic) {
  const { site, urls, lang, words } = context;
  const name = lang === site.languages[0] ? site.name : `${site.name} ${words.languageName}`;
  return {
    title: of === undefined ? name : `${name}: ${of}`,
    authors: authorsIn([], context),
    description: topic?.text ?? siteText(site.tagline, lang),
    language: lang,
    home: urlOf(topic ? { kind: 'topic', lang, topic: topic.id } : { kind: 'home', lang }, urls),
    self: urlOf({ kind: 'feed', lang, format, ...(topic && { topic: topic.id }) }, urls),
  };
}

/** Who wrote a story, and where more is said of them: the site itself where nobody else is named. */
function authorsIn(authors: Story['authors'], { site, urls, lang }: SiteContext): { name: string; url: string }[] {
  const about = urlOf({ kind: 'about', lang }, urls);
  const named = authors.map((author) => ({ name: author.name, url: authorUrl(author, about) }));
  return named.length > 0 ? named : [{ name: site.name, url: urlOf({ kind: 'home', lang }, urls) }];
}

/** The moment of a date in a format that has no bare dates: 00:00 in the site's zone. */
function instant(date: CalendarDate | ClockTime, timeZone: string): Date {
  const time = date.kind === 'time' ? date : startOfDay(date, timeZone);
  return new Date(instantOf(time) * 1000);
}

/**
 * A feed as RSS 2.0 with the full text (content:encoded). RSS itself has no date of change, so Atom's
 * is used: the item's id and date of publication stay as they are. An item's description is HTML.
 *
 * @see https://www.rssboard.org/rss-profile
 */
export function writeRss(feed: Feed): Promise<string> {
  const newest = feed.items.map(({ modified }) => modified).toSorted((a, b) => b.getTime() - a.getTime());
  return rss(
    feed,
    newest[0],
    feed.items.map(({ id, url, title, summary, published, modified, content, authors, topics }) => ({
      title,
      link: url,
      description: escaped(summary),
      pubDate: published,
      content,
      ...(topics.length > 0 && { categories: topics }),
      customData: [
        `${creators(authors)}<atom:updated>${modified.toISOString()}</atom:updated>`,
        id === url ? '' : guid(id),
      ].join(''),
    })),
  );
}

/**
 * The newest updates of stories as RSS 2.0, one entry for each. Its id is the story's first address, the day of the update
 * and, from the second of a day on, which it is: none of it changes when another is added.
 *
 * @param changes newest first
 */
export function writeUpdates(changes: readonly Change[], context: SiteContext): Promise<string> {
  const { site, urls, lang, words } = context;
  const made = changes.slice(0, NEWEST).map((change) => ({ ...change, at: instant(change.date, site.timeZone) }));
  return rss(
    channelOf('updates', context, words.story.updates),
    made[0]?.at,
    made.map((change) => {
      const { story, was, now, kind, date, number, at } = change;
      const article = urlOf({ kind: 'article', lang, slug: story.slug }, urls);
      const { html } = pageAt({ kind: 'article', lang, slug: story.slug }, context);
      const text = changeText(change, words);
      const first = urlOf({ kind: 'article', lang, slug: story.firstSlug }, urls);
      const id = `${first}#update-${formatEdtf(date)}${number > 1 ? `-${number}` : ''}`;
      return {
        title: kind ? `${words.story.correction}: ${story.titleText}` : story.titleText,
        link: `${article}#${sectionAnchor('updates')}`,
        description: escaped(plainText(text)),
        ...((was ?? now) && { content: readerHtml(setApart(`<p>${html(text)}</p>`, lang), article, lang) }),
        pubDate: at,
        ...(story.topics.length > 0 && { categories: story.topics.map(({ name }) => name) }),
        customData: guid(id) + creators(authorsIn(story.authors, context)),
      };
    }),
  );
}

// The package reads what it is given once more, and knows no entities by number.
function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function guid(id: string): string {
  return `<guid isPermaLink="false">${escapeXml(id)}</guid>`;
}

function creators(authors: readonly { name: string }[]): string {
  return authors.map(({ name }) => `<dc:creator>${escapeXml(name)}</dc:creator>`).join('');
}

function rss(feed: ReturnType<typeof channelOf>, newest: Date | undefined, items: RSSFeedItem[]): Promise<string> {
  return getRssString({
    title: feed.title,
    description: feed.description,
    site: feed.home,
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: [
      // The package would cut the file's name off the home page's address.
      `<link>${escapeXml(feed.home)}</link>`,
      `<language>${feed.language}</language>`,
      ...(newest ? [`<lastBuildDate>${newest.toUTCString()}</lastBuildDate>`] : []),
      `<atom:link href="${escapeXml(feed.self)}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items,
  });
}

/**
 * A feed as JSON Feed 1.1.
 *
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function writeJsonFeed(feed: Feed): string {
  const items = feed.items.map(
    ({ id, url, title, summary, published, modified, picture, content, authors, topics }) => ({
      id,
      url,
      title,
      summary,
      content_html: content,
      image: picture,
      date_published: published.toISOString(),
      date_modified: modified.toISOString(),
      language: feed.language,
      authors,
      ...(topics.length > 0 && { tags: topics }),
    }),
  );
  return jsonFile({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    description: feed.description,
    language: feed.language,
    authors: feed.authors,
    items,
  });
}
