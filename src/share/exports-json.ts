import { formatEdtf } from '../dates/edtf.ts';
import type { TimelineData } from './timeline-data.ts';

/** A timeline as JSON. Its fields are described in docs/data.md; dates are EDTF, as the editor wrote them. */
export function timelineJson(data: TimelineData): string {
  const events = data.events.map(({ event, edtf, url, status, phase, side, sources }) => ({
    id: event.id,
    date: edtf,
    title: event.plain.title,
    text: event.plain.text,
    url,
    status,
    saidBy: event.plain.saidBy,
    phase,
    side,
    place: event.plain.place &&
      event.place && {
        name: event.plain.place,
        timeZone: event.place.timeZone,
        latitude: event.place.at[0],
        longitude: event.place.at[1],
      },
    sources: sources.map(({ publisher, title, url: address, published, language, author, archived }) => ({
      publisher,
      title,
      url: address,
      published: formatEdtf(published),
      language,
      author,
      archived,
    })),
  }));
  const { title, summary, url, lang, publisher, licence, published, modified } = data;
  const whole = {
    title,
    summary,
    url,
    language: lang,
    publisher,
    licence,
    published: formatEdtf(published.date),
    modified: formatEdtf(modified.date),
    events,
  };
  return `${JSON.stringify(whole, null, 1)}\n`;
}
