import { outOfOrder } from '../../dates/compare.ts';
import { type EdtfDate, parseEdtf } from '../../dates/edtf.ts';
import { listAt, type RawItem, textAt } from '../raw.ts';
import { factsOf, pointTo, problemAt, type Rule } from './rule.ts';

/** Events stand in the order in which they start. */
export const eventsInOrder: Rule = ({ original }, report) => {
  const dated = listAt(factsOf(original), 'timeline').flatMap((event) => {
    const date = dateOf(event);
    return date ? [{ event, date }] : [];
  });
  for (const { index, after } of outOfOrder(dated.map(({ date }) => date))) {
    const { event } = dated[index] as (typeof dated)[number];
    const { event: later } = dated[after] as (typeof dated)[number];
    report(
      problemAt(
        original.yaml,
        [...event.path, 'date'],
        `${textAt(event, 'date')} is before ${textAt(later, 'date')} at ${pointTo(original.yaml, [...later.path, 'date'])}; move this event up`,
      ),
    );
  }
};

/** The date of an event, where it is one. */
export function dateOf(event: RawItem): EdtfDate | undefined {
  const written = textAt(event, 'date');
  if (written === undefined) return undefined;
  try {
    return parseEdtf(written);
  } catch {
    // The schema reports what is no date.
    return undefined;
  }
}
