import { fieldsOf } from '../model/walk.ts';
import { lacks } from '../read/yaml-access.ts';
import { dateOf, eventsOf, rule } from './rule.ts';

/** A time of day is read off the clock of a place, which the event names. */
export const timePlace = rule('time-place', ({ fields, original }, say) => {
  const keys = Object.keys(fieldsOf(fields, 'timeline'));
  for (const event of eventsOf({ original }))
    if (dateOf(event)?.kind === 'time' && lacks(event, 'place', keys))
      say.at(original.yaml, [...event.path, 'place'], 'is missing: a time of day needs the place whose clock it is');
});
