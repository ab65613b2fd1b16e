import { formatEdtf, formatOffset } from '../../dates/edtf.ts';
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
          `"${textAt(event, 'date')}" has not the offset of ${timeZone} on that day (${formatOffset(there.offset)}); the same instant there is ${formatEdtf(there)}`,
          'time-offset',
        ),
      );
  }
};
