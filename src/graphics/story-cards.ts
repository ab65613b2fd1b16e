import { formatDate, textOf } from '../dates/format.ts';
import { fill } from '../i18n/messages.ts';
import type { EventPage } from '../story/timeline.ts';
import { type SiteContext, siteText } from '../story/page.ts';
import type { Story } from '../story/story.ts';
import type { Card, CardMark } from './card.ts';

/** The picture of an article: its title, its timeline as a line of marks, and what it holds. */
export function storyCard(story: Story, { site, words }: SiteContext): Card {
  const counts = { moments: String(story.moments.length), sources: String(story.sources.length) };
  const under = `${fill(words.share.holds, counts)} · ${words.page.updated}: ${formatDate(story.modified, words)}`;
  return { lang: story.lang, siteName: site.name, title: story.titleText, over: '', under, marks: marks(story) };
}

/** The picture of a moment: what, when, where and how well established, and which mark of the line it is. */
export function momentCard(story: Story, { event }: EventPage, { site, words }: SiteContext): Card {
  const { when, plain, status } = event;
  return {
    lang: story.lang,
    siteName: site.name,
    title: plain.title,
    over: [textOf(when.date), when.clocks[0]?.time, plain.place].filter((part) => part !== undefined).join(' · '),
    under: story.titleText,
    marks: marks(story, event.id),
    status: words.story.status[status],
  };
}

/** The picture of the site itself, for its home and the pages about it. */
export function siteCard({ site, urls, lang }: SiteContext): Card {
  const { host, pathname } = new URL(urls.base);
  const under = host + pathname.replace(/\/$/, '');
  return { lang, siteName: site.name, title: siteText(site.tagline, lang), over: '', under, marks: [] };
}

function marks({ moments }: Story, here?: string): CardMark[] {
  return moments.map(({ event }) => ({ side: event.side?.index ?? 0, here: event.id === here }));
}
