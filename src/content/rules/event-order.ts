import { outOfOrder } from '../../dates/compare.ts';
import type { EdtfDate } from '../../dates/edtf.ts';
import { type RawItem, textAt } from '../read/yaml-access.ts';
import { dateOf, eventsOf, pointTo, rule } from './rule.ts';

interface Dated {
  event: RawItem;
  date: EdtfDate;
}

/** Events stand in the order in which they start. */
export const eventOrder = rule('event-order', ({ original }, say) => {
  const dated = eventsOf({ original }).flatMap((event): Dated[] => {
    const date = dateOf(event);
    return date ? [{ event, date }] : [];
  });
  const dateAt = ({ event }: Dated): [...RawItem['path'], 'date'] => [...event.path, 'date'];
  const written = ({ event }: Dated): string => textAt(event, 'date') ?? '';
  const placed = (event: Dated): string => `${written(event)} at ${pointTo(original.yaml, dateAt(event))}`;

  const earlier = Map.groupBy(outOfOrder(dated.map(({ date }) => date)), ({ after }) => after);
  for (const [after, found] of earlier) {
    const later = dated[after] as Dated;
    const events = found.map(({ index }) => dated[index] as Dated);
    const [first, last] = [events[0] as Dated, events.at(-1) as Dated];
    if (events.length === 1)
      say.at(original.yaml, dateAt(first), `${written(first)} is before ${placed(later)}; move this event up`);
    // Several that are before one: that one stands wrong, and one line says so.
    else {
      const below = `${written(later)} is after ${events.length} dates below it, the last ${placed(last)}`;
      say.at(original.yaml, dateAt(later), `${below}; move this event down`);
    }
  }
});
