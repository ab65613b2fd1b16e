import { compareStarts } from '../../dates/compare.ts';
import { listAt, type RawItem, textAt } from '../read/yaml-access.ts';
import { dateOf, eventsOf, factsOf, rule } from './rule.ts';

const ENDS = [
  { key: 'departs', at: 'from' },
  { key: 'arrives', at: 'to' },
] as const;

/** How long a leg of the journey took is said from the events of its departure and of its arrival, at its own ends. */
export const journeyTimes = rule('journey-times', ({ original: { yaml }, original }, say) => {
  const events = eventsOf(original);
  for (const leg of listAt(factsOf(original), 'journey')) {
    const named = ENDS.map(({ key }) => {
      const id = textAt(leg, key);
      // An event that lacks its id is not the one that a leg does not name.
      return id === undefined ? undefined : events.find((event) => textAt(event, 'id') === id);
    });
    for (const [index, { key, at }] of ENDS.entries()) {
      const [id, place] = [textAt(leg, key), textAt(leg, at)];
      const other = ENDS[1 - index] as (typeof ENDS)[number];
      const both = `is missing: a leg with "${other.key}" has both; name the event, or take both out`;
      if (id === undefined && textAt(leg, other.key) !== undefined) say.at(yaml, [...leg.path, key], both);
      const event = named[index];
      const wrong = event && place !== undefined && wrongEnd(event, place);
      if (wrong) say.at(yaml, [...leg.path, key], `the event "${id}" ${wrong}; name one that does, or take both out`);
    }
    const [start, end] = named.map((event) => event && dateOf(event));
    if (start?.kind === 'time' && end?.kind === 'time' && compareStarts(start, end) >= 0)
      say.at(yaml, [...leg.path, 'arrives'], 'is not after the departure; name the events of one way');
  }
});

function wrongEnd(event: RawItem, place: string): string | undefined {
  const date = dateOf(event);
  if (textAt(event, 'place') !== place) return `is not at "${place}"`;
  return date && date.kind !== 'time' ? 'has no time of day' : undefined;
}
