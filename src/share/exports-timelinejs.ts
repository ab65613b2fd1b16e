import { type ClockTime, type EdtfDate, startOf } from '../dates/edtf.ts';
import { inZone } from '../dates/zone.ts';
import { escapeHtml, type Html } from '../text/html.ts';
import { jsonFile } from './exports-data.ts';
import { dateLine, type EventData, eventStanding, type TimelineData } from './timeline-data.ts';

/**
 * A timeline in the format of Knight Lab's TimelineJS, which sets every text as HTML. It has clocks without zones, so
 * a time is the one at the event's place, and what is shown for it names every clock.
 *
 * @see https://timeline.knightlab.com/docs/json-format.html
 */
export function timelineJs(data: TimelineData): string {
  const { story, context, url, events } = data;
  return jsonFile({
    scale: 'human',
    title: {
      unique_id: story.slug,
      text: {
        headline: escapeHtml(story.titleText),
        text: `<p>${escapeHtml(story.summaryText)}</p><p>${link(url, context.site.name)}</p>`,
      },
    },
    events: events.map((event) => slide(event, data)),
  });
}

function slide({ event, edtf, url, side, sources }: EventData, { context: { words } }: TimelineData): object {
  const { date, when, plain } = event;
  const standing = eventStanding(event, words);
  const cited = sources.map(({ url: address, publisher }) =>
    address === undefined ? escapeHtml(publisher) : link(address, publisher),
  );
  const paragraphs = [
    escapeHtml(plain.text),
    ...(standing === undefined ? [] : [escapeHtml(standing)]),
    `${words.story.sourcesLabel} ${cited.join(', ')}`,
    link(url, words.share.openInArticle),
  ];
  return {
    unique_id: event.id,
    start_date: slideDate(date, event.place?.timeZone),
    end_date: date.kind === 'range' && date.end ? slideDate(date.end) : undefined,
    // The clocks name the place.
    display_date: escapeHtml([dateLine(event), when.clocks.length > 0 ? '' : plain.place].filter(Boolean).join(' · ')),
    // Read by no one yet, and ignored by TimelineJS: the date as it was written.
    edtf,
    autolink: false,
    group: side === undefined ? undefined : escapeHtml(side),
    text: { headline: escapeHtml(plain.title), text: paragraphs.map((text) => `<p>${text}</p>`).join('') },
  };
}

/** A date of TimelineJS: what is not known is left out. */
function slideDate(date: EdtfDate, timeZone?: string): object {
  const start = startOf(date);
  const local = start.kind === 'time' && timeZone !== undefined ? inZone(start, timeZone) : start;
  const { year, month, day, hour, minute }: Partial<Omit<ClockTime, 'kind'>> = local;
  return { year, month, day, hour, minute };
}

function link(address: string, text: string): Html {
  return `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`;
}
