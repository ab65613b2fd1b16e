import type { Feed } from './feed.ts';

/**
 * A feed as JSON Feed 1.1.
 *
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function writeJsonFeed(feed: Feed): string {
  const authors = [{ name: feed.author, url: feed.home }];
  const items = feed.items.map(({ id, title, summary, published, modified, picture, content }) => ({
    id,
    url: id,
    title,
    summary,
    content_html: content,
    image: picture,
    date_published: published.toISOString(),
    date_modified: modified.toISOString(),
    language: feed.language,
    authors,
  }));
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.title,
      home_page_url: feed.home,
      feed_url: feed.self,
      description: feed.description,
      language: feed.language,
      authors,
      items,
    },
    null,
    1,
  )}\n`;
}
