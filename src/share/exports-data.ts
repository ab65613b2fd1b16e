import { formatEdtf } from '../dates/edtf.ts';
import type { Story } from '../story/story.ts';
import { plainText } from '../text/rich-text.ts';
import type { LocalSource } from '../story/bibliography.ts';
import type { TimelineData } from './timeline-data.ts';

/** A timeline as JSON. Its fields are described in docs/data.md; dates are EDTF, as the editor wrote them. */
export function timelineJson({ story, context: { site }, url, events }: TimelineData): string {
  return jsonFile({
    title: story.titleText,
    summary: story.summaryText,
    url,
    language: story.lang,
    publisher: site.name,
    licence: site.licence,
    published: formatEdtf(story.published),
    modified: formatEdtf(story.modified),
    journey: story.journey.length > 0 ? geoJson(story) : undefined,
    events: events.map(
      ({ event: { id, plain, status, place }, edtf, url: address, phase, side, sources, origins, picture }) => ({
        id,
        date: edtf,
        title: plain.title,
        text: plain.text,
        url: address,
        status,
        saidBy: plain.saidBy,
        phase,
        side,
        place: place && {
          name: plain.place,
          timeZone: place.timeZone,
          latitude: place.at[0],
          longitude: place.at[1],
        },
        picture: picture && { ...picture, taken: picture.taken && formatEdtf(picture.taken) },
        sources: sources.map((source) => sourceData(source)),
        origins,
      }),
    ),
  });
}

/** The legs of the way as GeoJSON (RFC 7946), through the points that are known. */
function geoJson({ places, journey }: Story): object {
  const names = new Map(places.map(({ id, name, at }) => [id, { name: plainText(name), at }]));
  const features = journey.map(({ from, to, via, event, departs, arrives }) => ({
    type: 'Feature',
    properties: { from: names.get(from)?.name, to: names.get(to)?.name, event: event?.id, departs, arrives },
    geometry: { type: 'LineString', coordinates: [names.get(from)?.at, ...via, names.get(to)?.at] },
  }));
  return { type: 'FeatureCollection', features };
}

/** @param told the sources whose origins stand above already: two that go back to one would double all behind it */
function sourceData(source: LocalSource, told = new Set<LocalSource>()): object {
  const isNew = !told.has(source);
  told.add(source);
  const { publisher, title, url, published, language, author, archived, kind, pages, read, extent, origins } = source;
  return {
    ...{ publisher, title, url, published: published && formatEdtf(published), language, author },
    ...{
      archived: archived?.length === 1 ? archived[0] : archived,
      kind,
      pages,
      read: read && formatEdtf(read),
      extent,
      basedOn: isNew ? origins?.map((origin) => sourceData(origin, told)) : undefined,
    },
  };
}

/** JSON as our files have it; what is undefined is left out. */
export function jsonFile(value: object): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

/**
 * A timeline as CSV (RFC 4180), one row to an event. Dates are EDTF, the position is a `geo:` address (RFC 5870),
 * sources are their addresses, with spaces between, and in a column of their own those that have none. A mark at the start says UTF-8, without which spreadsheets
 * misread Hangul.
 */
export function timelineCsv({ events }: TimelineData): string {
  const rows = events.map(({ event: { id, plain, status, place }, edtf, url, phase, side, sources, origins }) => ({
    id,
    date: edtf,
    title: plain.title,
    text: plain.text,
    status,
    'said by': plain.saidBy,
    phase,
    place: plain.place,
    'time zone': place?.timeZone,
    position: place && `geo:${place.at.join(',')}`,
    side,
    sources: sources.flatMap((source) => source.url ?? []).join(' '),
    address: url,
    origins: origins.join('; '),
    'sources without address': sources
      .flatMap(({ url: at, publisher, title }) => (at === undefined ? `${publisher}: ${title}` : []))
      .join('; '),
  }));
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  return `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

// Spreadsheets run a cell that starts like a formula, also behind spaces and in the full-width forms of East
// Asian keyboards; where a semicolon parts the cells, one can start in the middle of a text. An apostrophe
// makes it text.
const FORMULA = /^[\s\ufeff]*[=+\-@＝＋－＠|%]/;
const INNER_FORMULA = /([;\t]\s*)(?=[=+\-@＝＋－＠|%])/g;

function cell(text = ''): string {
  const safe = (FORMULA.test(text) ? `'${text}` : text).replace(INNER_FORMULA, "$1'");
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
