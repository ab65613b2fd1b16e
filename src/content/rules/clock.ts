import { type ClockTime, formatEdtf, formatOffset } from '../../dates/edtf.ts';
import { inZone, isTimeZone } from '../../dates/zone.ts';
import { lacks, listAt, mapAt, textAt } from '../raw.ts';
import { event as eventSchema } from '../schema/event.ts';
import { keysOf } from '../validate.ts';
import { dateOf } from './order.ts';
import { factsOf, problemAt, type Rule } from './rule.ts';

const EVENT_KEYS = keysOf(eventSchema);

/** A time of day is read off the clock of a place: it names the place, and has the offset of that day there. */
export const clocksAgree: Rule = ({ original }, report) => {
  const facts = factsOf(original);
  const places = mapAt(facts, 'places');
  for (const event of listAt(facts, 'timeline')) {
    const date = dateOf(event);
    if (date?.kind !== 'time') continue;
    if (lacks(event, 'place', EVENT_KEYS)) {
      report(
        problemAt(
          original.yaml,
          [...event.path, 'place'],
          'is missing: a time of day needs the place whose clock it is',
          'time-place',
        ),
      );
      continue;
    }
    const place = textAt(event, 'place') ?? '';
    const timeZone = textAt(places.get(place) ?? { path: [], value: {} }, 'timeZone');
    if (timeZone === undefined || !isTimeZone(timeZone)) continue;
    const there = inZone(date, timeZone);
    if (there.offset !== date.offset)
      report(
        problemAt(
          original.yaml,
          [...event.path, 'date'],
          `"${textAt(event, 'date')}" has not the offset of ${timeZone} on that day (${formatOffset(there.offset)}); write ${sameClock(date, timeZone)}${formatEdtf(there)} for the same instant`,
          'time-offset',
        ),
      );
  }
};

/** The time as it was written, with the offset of the place: usually the offset is what is wrong. */
function sameClock(date: ClockTime, timeZone: string): string {
  // The offset is looked up at an instant that itself depends on it: the second look is at the right one.
  const { offset } = inZone({ ...date, offset: inZone(date, timeZone).offset }, timeZone);
  const meant = { ...date, offset };
  // When clocks go forward an hour is left out, which none of them can have shown.
  if (inZone(meant, timeZone).offset !== offset) return '';
  return `${formatEdtf(meant)} if the clocks there showed ${formatEdtf(meant).slice(11, 16)}, or `;
}
