import type { CalendarDate, ClockTime, EdtfDate } from '../dates/edtf.ts';
import { startOf } from '../dates/edtf.ts';
import { inZone } from '../dates/zone.ts';
import { fill, type Messages } from '../i18n/messages.ts';
import { escapeHtml } from '../text/html.ts';
import { dateLine, momentStanding } from './moment-text.ts';
import type { EventData, TimelineData } from './timeline-data.ts';

/** A date of TimelineJS: what is not known is left out. */
interface SlideDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
}

/**
 * A timeline in the format of Knight Lab's TimelineJS. It has clocks without zones, so a time is the one at
 * the event's place, and what is shown for it names every clock.
 *
 * @see https://timeline.knightlab.com/docs/json-format.html
 */
export function timelineJs(data: TimelineData, words: Messages): string {
  const whole = {
    scale: 'human',
    title: {
      unique_id: data.slug,
      text: {
        headline: escapeHtml(data.title),
        text: `<p>${escapeHtml(data.summary)}</p>${link(data.url, data.publisher)}`,
      },
    },
    events: data.events.map((event) => slide(event, words)),
  };
  return `${JSON.stringify(whole, null, 1)}\n`;
}

function slide({ event, date, edtf, url, side, sources }: EventData, words: Messages): object {
  const { title, text, place } = event.plain;
  const standing = momentStanding(event, words);
  const end = date.kind === 'range' ? date.end : undefined;
  const cited = sources.map((source) => `<a href="${escapeHtml(source.url)}">${escapeHtml(source.publisher)}</a>`);
  return {
    unique_id: event.id,
    start_date: slideDate(date, event.position?.timeZone),
    ...(end && { end_date: slideDate(end, undefined) }),
    // TimelineJS sets every text as HTML.
    display_date: escapeHtml([dateLine(event), place].filter(Boolean).join(' · ')),
    // Read by no one yet, and ignored by TimelineJS: the date as it was written.
    edtf,
    autolink: false,
    ...(side !== undefined && { group: escapeHtml(side) }),
    text: {
      headline: escapeHtml(title),
      text: [
        `<p>${escapeHtml(text)}</p>`,
        ...(standing === undefined ? [] : [`<p>${escapeHtml(standing)}</p>`]),
        `<p>${words.story.sourcesLabel} ${cited.join(', ')}</p>`,
        link(url, words.share.openInArticle),
      ].join(''),
    },
  };
}

function slideDate(date: EdtfDate, timeZone: string | undefined): SlideDate {
  const start = startOf(date);
  if (start.kind === 'time') return clockDate(timeZone === undefined ? start : inZone(start, timeZone));
  const { year, month, day } = start satisfies CalendarDate;
  return { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) };
}

function clockDate({ year, month, day, hour, minute }: ClockTime): SlideDate {
  return { year, month, day, hour, minute };
}

function link(address: string, words: string): string {
  return fill('<p><a href="{address}">{words}</a></p>', { address: escapeHtml(address), words: escapeHtml(words) });
}
