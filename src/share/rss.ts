import { getRssString } from '@astrojs/rss';
import { escapeHtml } from '../story/html.ts';
import type { Feed } from './feed.ts';

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
    items: feed.items.map(({ id, title, summary, published, modified, content }) => ({
      title,
      link: id,
      description: summary,
      pubDate: published,
      content,
      customData: `<dc:creator>${escapeHtml(feed.author)}</dc:creator><atom:updated>${modified.toISOString()}</atom:updated>`,
    })),
  });
}
