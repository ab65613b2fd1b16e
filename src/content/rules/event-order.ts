import { outOfOrder } from '../../dates/compare.ts';
import type { EdtfDate } from '../../dates/edtf.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { type RawItem, textAt } from '../read/yaml-access.ts';
import { dateOf, eventsOf, pointTo, problemAt, type Rule } from './rule.ts';

interface Dated {
  event: RawItem;
  date: EdtfDate;
}

/** Events stand in the order in which they start. */
export const eventOrder: Rule = ({ original }, report) => {
  const dated = eventsOf({ original }).flatMap((event): Dated[] => {
    const date = dateOf(event);
    return date ? [{ event, date }] : [];
  });
  const earlier = Map.groupBy(outOfOrder(dated.map(({ date }) => date)), ({ after }) => after);
  for (const [after, found] of earlier) {
    const later = dated[after] as Dated;
    const events = found.map(({ index }) => dated[index] as Dated);
    report(events.length === 1 ? tooLow(events[0] as Dated, later) : tooHigh(later, events));
  }

  function tooLow(event: Dated, later: Dated): Diagnostic {
    return problem(event, `${written(event)} is before ${written(later)} at ${place(later)}; move this event up`);
  }

  // Several that are before one: that one stands wrong, and one line says so.
  function tooHigh(later: Dated, events: readonly Dated[]): Diagnostic {
    const last = events.at(-1) as Dated;
    return problem(
      later,
      `${written(later)} is after ${events.length} dates below it, the last ${written(last)} at ${place(last)}; move this event down`,
    );
  }

  function problem({ event }: Dated, message: string): Diagnostic {
    return problemAt(original.yaml, [...event.path, 'date'], message, 'event-order');
  }

  function written({ event }: Dated): string {
    return textAt(event, 'date') ?? '';
  }

  function place({ event }: Dated): string {
    return pointTo(original.yaml, [...event.path, 'date']);
  }
};
