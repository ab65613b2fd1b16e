import { type CalendarDate, type ClockTime, endOf, lastDay, startOf, yearsOf } from '../dates/edtf.ts';
import { inZone } from '../dates/zone.ts';
import { originsInWords } from '../story/origins.ts';
import type { StoryEvent } from '../story/timeline.ts';
import { escapeHtml, type Html } from '../text/html.ts';
import type { PictureData } from './pictures.ts';
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

function slide({ event, edtf, url, side, sources, picture }: EventData, { context: { words } }: TimelineData): object {
  const { date, when, plain } = event;
  const standing = eventStanding(event, words);
  const origins = originsInWords(event.sources, words);
  const cited = sources.map(({ url: address, publisher }) =>
    address === undefined ? escapeHtml(publisher) : link(address, publisher),
  );
  const paragraphs = [
    escapeHtml(plain.text),
    ...(standing === undefined ? [] : [escapeHtml(standing)]),
    `${words.story.sourcesLabel} ${cited.join(', ')}`,
    ...(origins === undefined ? [] : [escapeHtml(origins)]),
    link(url, words.share.openInArticle),
  ];
  return {
    unique_id: event.id,
    start_date: slideDate(startOf(date) ?? endOf(date), event.place?.timeZone),
    end_date: slideEnd(date),
    // The clocks name the place.
    display_date: escapeHtml(
      [dateLine(event, words), when.clocks.length > 0 ? '' : plain.place].filter(Boolean).join(' · '),
    ),
    // Read by no one yet, and ignored by TimelineJS: the date as it was written.
    edtf,
    // It sets the texts as HTML, and shows at once what waits on our page.
    media: picture && !picture.graphic ? mediaOf(picture) : undefined,
    autolink: false,
    group: side === undefined ? undefined : escapeHtml(side),
    text: { headline: escapeHtml(plain.title), text: paragraphs.map((text) => `<p>${text}</p>`).join('') },
  };
}

function mediaOf({ url, alt, caption, credit, licence }: PictureData): object {
  const said = { caption: caption && escapeHtml(caption), credit: escapeHtml(`${credit}. ${licence}`) };
  return { url, ...said, alt: escapeHtml(alt) };
}

/** A date of TimelineJS: what is not known is left out. */
function slideDate(date: CalendarDate | ClockTime | undefined, timeZone?: string): object {
  const local = date?.kind === 'time' && timeZone !== undefined ? inZone(date, timeZone) : { ...date };
  const { year, month, day, hour, minute, second }: Partial<Omit<ClockTime, 'kind'>> = local;
  return { year, month, day, hour, minute, second };
}

/** The end of a range, or of the years that a date may mean: its last day, since a month alone would end as it begins. */
function slideEnd(date: StoryEvent['date']): object | undefined {
  const spans =
    date.kind === 'range'
      ? date.start && date.end
      : date.kind === 'date' && yearsOf(date)[1] > yearsOf(date)[0] && date;
  return spans ? lastDay(spans) : undefined;
}

function link(address: string, text: string): Html {
  return `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`;
}
