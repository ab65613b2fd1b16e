import { lacks, listAt, textAt } from '../raw.ts';
import { event as eventSchema } from '../schema/event.ts';
import { keysOf } from '../validate.ts';
import { factsOf, problemAt, type Rule } from './rule.ts';

const EVENT_KEYS = keysOf(eventSchema);

/** What is one side's account, or disputed, says whose it is. */
export const saysWho: Rule = ({ original }, report) => {
  for (const event of listAt(factsOf(original), 'timeline')) {
    const status = textAt(event, 'status');
    if ((status === 'one-side' || status === 'disputed') && lacks(event, 'saidBy', EVENT_KEYS))
      report(
        problemAt(
          original.yaml,
          [...event.path, 'saidBy'],
          `is missing: an event that is "${status}" says who asserts it`,
          'said-by',
        ),
      );
  }
};
