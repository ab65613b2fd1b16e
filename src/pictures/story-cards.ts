import { fill } from '../i18n/interpolate.ts';
import type { Moment } from '../story/moment.ts';
import type { SiteContext } from '../story/site-context.ts';
import { siteText } from '../story/site-text.ts';
import type { Story } from '../story/story.ts';
import type { Card, CardMark } from './card.ts';

/** The picture of an article: its title, its timeline as a line of marks, and what it holds. */
export function storyCard(story: Story, { site, words }: SiteContext): Card {
  const counts = { moments: String(story.moments.length), sources: String(story.sources.length) };
  const updated = story.modified.parts.map(({ text }) => text).join('');
  return {
    lang: story.lang,
    siteName: site.name,
    title: story.titleText,
    over: '',
    under: `${fill(words.share.holds, counts)} · ${words.page.updated}: ${updated}`,
    marks: marks(story),
  };
}

/** The picture of a moment: what, when, where and how well established, and which mark of the line it is. */
export function momentCard(story: Story, { event }: Moment, { site, words }: SiteContext): Card {
  const { when, plain, status } = event;
  const date = when.date.map(({ text }) => text).join('');
  return {
    lang: story.lang,
    siteName: site.name,
    title: plain.title,
    over: [date, when.clocks[0]?.time, plain.place].filter((part) => part !== undefined).join(' · '),
    under: story.titleText,
    marks: marks(story, event.id),
    status: words.story.status[status],
  };
}

/** The picture of the site itself, for its home and the pages about it. */
export function siteCard({ site, book, lang }: SiteContext): Card {
  const { host, pathname } = new URL(book.base);
  return {
    lang,
    siteName: site.name,
    title: siteText(site.tagline, lang),
    over: '',
    under: host + pathname.replace(/\/$/, ''),
    marks: [],
  };
}

function marks({ moments }: Story, here?: string): CardMark[] {
  return moments.map(({ event }) => ({ side: event.side?.index ?? 0, here: event.id === here }));
}
