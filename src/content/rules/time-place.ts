import { fieldsOf } from '../model/walk.ts';
import { lacks } from '../read/yaml-access.ts';
import { dateOf, eventsOf, problemAt, type Rule } from './rule.ts';

/** A time of day is read off the clock of a place, which the event names. */
export const timePlace: Rule = ({ fields, original }, report) => {
  const keys = Object.keys(fieldsOf(fields, 'timeline'));
  for (const event of eventsOf({ original }))
    if (dateOf(event)?.kind === 'time' && lacks(event, 'place', keys))
      report(
        problemAt(
          original.yaml,
          [...event.path, 'place'],
          'is missing: a time of day needs the place whose clock it is',
          'time-place',
        ),
      );
};
