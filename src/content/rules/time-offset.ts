import { type ClockTime, formatEdtf, formatOffset, readEdtf } from '../../dates/edtf.ts';
import { inZone, isTimeZone } from '../../dates/zone.ts';
import type { Path } from '../model/walk.ts';
import type { ParsedEdition } from '../read/edition.ts';
import { formatPath } from '../read/yaml.ts';
import { mapAt, textAt } from '../read/yaml-access.ts';
import { dateOf, eventsOf, factsOf, rule } from './rule.ts';

/** A time of day has the offset that the clocks of its place had on that day. */
export const timeOffset = rule('time-offset', ({ original }, say) => {
  const places = mapAt(factsOf(original), 'places');
  for (const event of eventsOf(original)) {
    const date = dateOf(event);
    const place = places.get(textAt(event, 'place') ?? '');
    const timeZone = place && textAt(place, 'timeZone');
    if (date?.kind !== 'time' || timeZone === undefined || !isTimeZone(timeZone)) continue;
    const there = inZone(date, timeZone);
    if (there.offset === date.offset) continue;
    const wrong = `"${textAt(event, 'date')}" has not the offset of ${timeZone} on that day (${formatOffset(there.offset)})`;
    const mend = `write ${sameClock(date, timeZone)}${formatEdtf(there)} for the same instant`;
    say.at(original.yaml, [...event.path, 'date'], `${wrong}; ${mend}`);
  }
});

/**
 * What to write for a time of day without its offset, whose place tells it.
 *
 * @param path of what is no date
 */
export function timeThere(original: ParsedEdition, path: Path): string | undefined {
  const event = eventsOf(original).find((one) => formatPath([...one.path, 'date']) === formatPath(path));
  const written = event && (textAt(event, 'date') ?? '');
  const [, day, hour = '', minute] = /^(\d{4}-\d{2}-\d{2})[Tt ]+(\d{1,2}):(\d{2})$/.exec(written ?? '') ?? [];
  const place = event && mapAt(factsOf(original), 'places').get(textAt(event, 'place') ?? '');
  const timeZone = (place && textAt(place, 'timeZone')) ?? '';
  if (day === undefined || !isTimeZone(timeZone)) return undefined;
  const date = readEdtf(`${day}T${hour.padStart(2, '0')}:${minute}Z`);
  const meant = date?.kind === 'time' ? sameClock(date, timeZone).split(' ')[0] : '';
  return meant ? `"${written}" is no instant; write ${meant}, with its offset in ${timeZone} on that day` : undefined;
}

/** The time as it was written, with the offset of the place: usually the offset is what is wrong. */
function sameClock(date: ClockTime, timeZone: string): string {
  // The offset is looked up at an instant that itself depends on it: the second look is at the right one.
  const { offset } = inZone({ ...date, offset: inZone(date, timeZone).offset }, timeZone);
  const meant = { ...date, offset };
  // When clocks go forward an hour is left out, which none of them can have shown.
  if (inZone(meant, timeZone).offset !== offset) return '';
  const [, shown = ''] = /T([\d:]+)/.exec(formatEdtf(meant)) ?? [];
  return `${formatEdtf(meant)} if the clocks there showed ${shown}, or `;
}
