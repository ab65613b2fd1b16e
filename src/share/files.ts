import { fileOf, relativeLink } from '../story/urls.ts';
import type { SiteContext } from '../story/site-context.ts';
import type { Story } from '../story/story.ts';

/** A file to download or to subscribe to, as a link of an article. */
export interface FileLink {
  readonly name: string;
  readonly href: string;
}

/** The files that an article's timeline can be had as. */
export function timelineFiles(story: Story, { book }: SiteContext): FileLink[] {
  const { lang, slug } = story;
  const names = [
    ['json', 'JSON'],
    ['csv', 'CSV'],
    ['ics', 'iCalendar'],
    ['timelinejs.json', 'TimelineJS'],
  ] as const;
  const here = fileOf({ kind: 'article', lang, slug }, book);
  return names.map(([format, name]) => ({
    name,
    href: relativeLink(here, fileOf({ kind: 'timeline', lang, slug, format }, book)),
  }));
}

/** The feeds that an article is in. */
export function feedFiles({ lang, slug }: Story, { book }: SiteContext): FileLink[] {
  const here = fileOf({ kind: 'article', lang, slug }, book);
  return (['rss', 'json'] as const).map((format) => ({
    name: format === 'rss' ? 'RSS' : 'JSON Feed',
    href: relativeLink(here, fileOf({ kind: 'feed', lang, format }, book)),
  }));
}
