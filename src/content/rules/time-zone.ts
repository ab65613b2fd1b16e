import { isTimeZone, mainName } from '../../dates/zone.ts';
import { mapAt, textAt } from '../read/yaml-access.ts';
import { factsOf, pointTo, rule } from './rule.ts';

/** A time zone has one name throughout an article: under two names its clock would be shown twice. */
export const timeZone = rule('time-zone', ({ original: { yaml }, original }, say) => {
  const first = new Map<string, { id: string; name: string; there: string }>();
  for (const [id, place] of mapAt(factsOf(original), 'places')) {
    const name = textAt(place, 'timeZone');
    if (name === undefined || !isTimeZone(name)) continue;
    const path = [...place.path, 'timeZone'];
    const known = first.get(mainName(name));
    if (!known) first.set(mainName(name), { id, name, there: pointTo(yaml, path) });
    else if (known.name !== name) {
      const mend = `write ${known.name} here, or ${name} there`;
      say.at(yaml, path, `"${name}" is another name of the zone of "${known.id}", at ${known.there}; ${mend}`);
    }
  }
});
