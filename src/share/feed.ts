import { getRssString } from '@astrojs/rss';
import { instantOf } from '../dates/compare.ts';
import type { CalendarDate, ClockTime } from '../dates/edtf.ts';
import { startOfDay } from '../dates/zone.ts';
import { type SiteContext, siteText } from '../story/page.ts';
import type { Story } from '../story/story.ts';
import { type FeedFormat, urlOf } from '../story/urls.ts';
import { escapeHtml, type Html } from '../text/html.ts';
import { jsonFile } from './exports-data.ts';

/** A feed of one language, before it is written in a format. Its addresses are absolute. */
type Feed = Awaited<ReturnType<typeof feedOf>>;

const NEWEST = 50;

/**
 * A feed of the newest stories.
 *
 * @param stories in one language, newest update first
 * @param contentOf the whole of a story as HTML that needs nothing from its page
 */
export async function feedOf(
  stories: readonly Story[],
  format: FeedFormat,
  { site, urls, lang, words }: SiteContext,
  contentOf: (story: Story) => Promise<Html>,
) {
  const items = stories.slice(0, NEWEST).map(async (story) => ({
    // It never changes, not with the address, so readers know the item by it.
    id: urlOf({ kind: 'article', lang, slug: story.firstSlug }, urls),
    url: urlOf({ kind: 'article', lang, slug: story.slug }, urls),
    title: story.titleText,
    summary: story.summaryText,
    published: instant(story.published.date, site.timeZone),
    modified: instant(story.modified.date, site.timeZone),
    picture: urlOf({ kind: 'picture', lang, of: { slug: story.slug } }, urls),
    content: await contentOf(story),
  }));
  return {
    // A reader that follows two languages tells the feeds apart by their names.
    title: lang === site.languages[0] ? site.name : `${site.name} ${words.languageName}`,
    author: site.name,
    description: siteText(site.tagline, lang),
    language: lang,
    home: urlOf({ kind: 'home', lang }, urls),
    self: urlOf({ kind: 'feed', lang, format }, urls),
    items: await Promise.all(items),
  };
}

/** The moment of a date in a format that has no bare dates: 00:00 in the site's zone. */
function instant(date: CalendarDate | ClockTime, timeZone: string): Date {
  const time = date.kind === 'time' ? date : startOfDay(date, timeZone);
  return new Date(instantOf(time) * 1000);
}

/**
 * A feed as RSS 2.0 with the full text (content:encoded). RSS itself has no date of change, so Atom's
 * is used: the item's id and date of publication stay as they are.
 *
 * @see https://www.rssboard.org/rss-profile
 */
export function writeRss(feed: Feed): Promise<string> {
  const [newest] = feed.items.map(({ modified }) => modified).toSorted((a, b) => b.getTime() - a.getTime());
  return getRssString({
    title: feed.title,
    description: feed.description,
    site: feed.home,
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: [
      // The package would cut the file's name off the home page's address.
      `<link>${escapeHtml(feed.home)}</link>`,
      `<language>${feed.language}</language>`,
      ...(newest ? [`<lastBuildDate>${newest.toUTCString()}</lastBuildDate>`] : []),
      `<atom:link href="${escapeHtml(feed.self)}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: feed.items.map(({ id, url, title, summary, published, modified, content }) => ({
      title,
      link: url,
      description: summary,
      pubDate: published,
      content,
      customData: [
        `<dc:creator>${escapeHtml(feed.author)}</dc:creator><atom:updated>${modified.toISOString()}</atom:updated>`,
        ...(id === url ? [] : [`<guid isPermaLink="false">${escapeHtml(id)}</guid>`]),
      ].join(''),
    })),
  });
}

/**
 * A feed as JSON Feed 1.1.
 *
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function writeJsonFeed(feed: Feed): string {
  const authors = [{ name: feed.author, url: feed.home }];
  const items = feed.items.map(({ id, url, title, summary, published, modified, picture, content }) => ({
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
  }));
  return jsonFile({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    description: feed.description,
    language: feed.language,
    authors,
    items,
  });
}
