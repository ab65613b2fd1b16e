import { outOfOrder } from '../../dates/compare.ts';
import { textAt } from '../read/yaml-access.ts';
import { dateOf, eventsOf, pointTo, rule } from './rule.ts';

/** Events stand in the order in which they start. */
export const eventOrder = rule('event-order', ({ original: { yaml }, original }, say) => {
  const dated = eventsOf(original).flatMap((event) => {
    const date = dateOf(event);
    return date ? [{ date, written: textAt(event, 'date') ?? '', path: [...event.path, 'date'] }] : [];
  });
  const placed = ({ written, path }: (typeof dated)[number]) => `${written} at ${pointTo(yaml, path)}`;

  const earlier = Map.groupBy(outOfOrder(dated.map(({ date }) => date)), ({ after }) => after);
  for (const [after, found] of earlier) {
    const later = dated[after];
    const [first, last] = [dated[found[0]?.index ?? -1], dated[found.at(-1)?.index ?? -1]];
    if (!later || !first || !last) continue;
    if (found.length === 1) say.at(yaml, first.path, `${first.written} is before ${placed(later)}; move this event up`);
    // Several that are before one: that one stands wrong, and one line says so.
    else {
      const below = `${later.written} is after ${found.length} dates below it, the last ${placed(last)}`;
      say.at(yaml, later.path, `${below}; move this event down`);
    }
  }
});
