import { isTimeZone, mainName } from '../../dates/zone.ts';
import { mapAt, type RawItem, textAt } from '../read/yaml-access.ts';
import { factsOf, pointTo, repeated, rule } from './rule.ts';

/** A time zone has one name throughout an article: under two names its clock would be shown twice. */
export const timeZone = rule('time-zone', ({ original: { yaml }, original }, say) => {
  const nameOf = (place: RawItem): string => textAt(place, 'timeZone') ?? '';
  const places = [...mapAt(factsOf(original), 'places').values()].filter((place) => isTimeZone(nameOf(place)));
  for (const [place, other] of repeated(places, (one) => mainName(nameOf(one)))) {
    const [name, known] = [nameOf(place), nameOf(other)];
    if (name === known) continue;
    const there = `"${String(other.path.at(-1))}", at ${pointTo(yaml, [...other.path, 'timeZone'])}`;
    const mend = `write ${known} here, or ${name} there`;
    say.at(yaml, [...place.path, 'timeZone'], `"${name}" is another name of the zone of ${there}; ${mend}`);
  }
});
