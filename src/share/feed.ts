import type { CalendarDate, ClockTime } from '../dates/edtf.ts';
import { instantOf } from '../dates/compare.ts';
import { startOfDay } from '../dates/zone.ts';
import { absoluteAddress, type Address, type FeedFormat, fileOf } from '../story/urls.ts';
import type { SiteContext } from '../story/site-context.ts';
import { siteText } from '../story/site-text.ts';
import type { Story } from '../story/story.ts';
import { feedContent } from './feed-content.ts';

/** A feed of one language, before it is written in a format. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** Absolute addresses of the home page and of the feed itself. */
  readonly home: string;
  readonly self: string;
  readonly author: string;
  /** The newest first. */
  readonly items: readonly FeedItem[];
}

/** One article in a feed. */
export interface FeedItem {
  /** The article's address: it never changes, so readers know the item by it. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly published: Date;
  readonly modified: Date;
  /** The address of its preview picture. */
  readonly picture: string;
  /** The whole text, as HTML that needs nothing from the page. */
  readonly content: string;
}

const NEWEST = 50;

/**
 * A feed of the newest stories.
 *
 * @param stories in one language, newest update first
 */
export function feedOf(stories: readonly Story[], format: FeedFormat, context: SiteContext): Feed {
  const { site, book, lang } = context;
  const link = (address: Address): string => absoluteAddress(fileOf(address, book), book);
  return {
    title: site.name,
    description: siteText(site.tagline, lang),
    language: lang,
    home: link({ kind: 'home', lang }),
    self: link({ kind: 'feed', lang, format }),
    author: site.name,
    items: stories.slice(0, NEWEST).map((story) => {
      const id = link({ kind: 'article', lang, slug: story.slug });
      return {
        id,
        title: story.titleText,
        summary: story.summaryText,
        published: instant(story.published.date, site.timeZone),
        modified: instant(story.modified.date, site.timeZone),
        picture: link({ kind: 'picture', lang, of: { slug: story.slug } }),
        content: feedContent(story, id, context),
      };
    }),
  };
}

/** The moment of a date in a format that has no bare dates: 00:00 in the site's zone. */
export function instant(date: CalendarDate | ClockTime, timeZone: string): Date {
  const time = date.kind === 'time' ? date : startOfDay(date, timeZone);
  return new Date(instantOf(time) * 60_000);
}
