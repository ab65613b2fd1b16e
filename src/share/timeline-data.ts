import { formatEdtf } from '../dates/edtf.ts';
import { textOf } from '../dates/format.ts';
import { fill, type Messages } from '../i18n/messages.ts';
import { plainText } from '../text/rich-text.ts';
import type { Clock } from '../story/event-time.ts';
import { originNames } from '../story/origins.ts';
import { urlOf } from '../story/urls.ts';
import type { SiteContext } from '../story/page.ts';
import { picturesOf, type Story } from '../story/story.ts';
import { pictureData } from './pictures.ts';
import type { StoryEvent } from '../story/timeline.ts';

/** A story's timeline, ready to be written in any format. */
export type TimelineData = ReturnType<typeof timelineData>;

/** One event of it. */
export type EventData = TimelineData['events'][number];

/** Gathers what the exports say of a story's timeline: texts are plain, addresses absolute. */
export function timelineData(story: Story, context: SiteContext) {
  const { slug, lang } = story;
  const pictures = new Map(picturesOf(story).map((one) => [one.anchor, pictureData(one, slug, context)]));
  const events = story.timeline.flatMap(({ phase, events: together }) =>
    together.map((event) => ({
      event,
      edtf: formatEdtf(event.date),
      // Its own page.
      url: urlOf({ kind: 'moment', lang, slug, event: event.id }, context.urls),
      phase: phase && plainText(phase.title),
      side: event.side && plainText(event.side.name),
      sources: event.sources.map(({ source }) => source),
      origins: originNames(event.sources),
      // Wherever on the page it stands.
      picture: pictures.get(event.picture),
    })),
  );
  return { story, context, url: urlOf({ kind: 'article', lang, slug }, context.urls), events };
}

/**
 * What previews, calendars and other timelines say of an event. What is one report, one side's account or disputed
 * never leaves the page without saying so.
 */
export function eventText(event: StoryEvent, words: Messages): string {
  const standing = eventStanding(event, words);
  return standing === undefined ? event.plain.text : `${event.plain.text} (${standing})`;
}

/** The title of an event where nothing but a title is shown. */
export function eventTitle({ plain, status }: StoryEvent, words: Messages): string {
  return isSettled(status) ? plain.title : `${plain.title} (${words.story.status[status]})`;
}

/** How an event stands, and by whose account; nothing where it is reported by several, or on record. */
export function eventStanding({ plain, status }: StoryEvent, words: Messages): string | undefined {
  if (isSettled(status)) return undefined;
  return [words.story.status[status], plain.saidBy].filter((part) => part !== undefined).join(': ');
}

function isSettled(status: StoryEvent['status']): boolean {
  return status === 'reported' || status === 'record';
}

/** When an event happened, in one line: its day, and the time on every clock of the story, each with its place. */
export function dateLine({ when }: Pick<StoryEvent, 'when'>, { dates }: Pick<Messages, 'dates'>): string {
  const timeOn = ({ time, day }: Clock): string => (day === undefined ? time : fill(dates.minute, { time, date: day }));
  const clocks = when.clocks.map((clock) => `${timeOn(clock)} (${plainText(clock.place)})`);
  return [textOf(when.date), ...clocks].join(' · ');
}
