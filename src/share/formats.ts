import type { Story } from '../story/story.ts';
import type { Page, SiteContext } from '../story/page.ts';
import { timelineCsv, timelineJson } from './exports-data.ts';
import { timelineIcs } from './exports-ics.ts';
import { timelineJs } from './exports-timelinejs.ts';
import { type TimelineData, timelineData } from './timeline-data.ts';

/** A form that a timeline can be had in. */
interface TimelineFormat {
  /** What readers are told. */
  readonly name: string;
  /** The end of its file's name. */
  readonly extension: string;
  readonly contentType: string;
  readonly write: (data: TimelineData) => string;
}

/** Every form that a timeline can be had in, in the order in which they are offered. */
export const TIMELINE_FORMATS: readonly TimelineFormat[] = [
  { name: 'JSON', extension: 'json', contentType: 'application/json', write: timelineJson },
  { name: 'CSV', extension: 'csv', contentType: 'text/csv; charset=utf-8', write: timelineCsv },
  { name: 'iCalendar', extension: 'ics', contentType: 'text/calendar; charset=utf-8', write: timelineIcs },
  { name: 'TimelineJS', extension: 'timelinejs.json', contentType: 'application/json', write: timelineJs },
];

/**
 * A story's timeline as a file of one form.
 *
 * @param extension the end of the file's name
 * @throws {RangeError} when there is no such form
 */
export function writeTimeline(extension: string | undefined, story: Story, context: SiteContext): Response {
  const format = TIMELINE_FORMATS.find((one) => one.extension === extension);
  if (!format) throw new RangeError(`a timeline cannot be had as "${extension}"`);
  return new Response(format.write(timelineData(story, context)), { headers: { 'content-type': format.contentType } });
}

/** A file to download or to subscribe to. */
export interface FileLink {
  readonly name: string;
  readonly href: string;
}

/** The files that an article's timeline can be had as. */
export function timelineFiles({ lang, slug }: Story, { link }: Page): FileLink[] {
  return TIMELINE_FORMATS.map(({ name, extension: format }) => ({
    name,
    href: link({ kind: 'timeline', lang, slug, format }),
  }));
}

/** The feeds that an article is in. */
export function feedFiles({ lang }: Story, { link }: Page): FileLink[] {
  return [
    { name: 'RSS', href: link({ kind: 'feed', lang, format: 'rss' }) },
    { name: 'JSON Feed', href: link({ kind: 'feed', lang, format: 'json' }) },
  ];
}
