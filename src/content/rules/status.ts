import { listAt, textAt } from '../raw.ts';
import { factsOf, problemAt, type Rule } from './rule.ts';

/** What is one side's account, or disputed, says whose it is. */
export const saysWho: Rule = ({ original }, report) => {
  for (const event of listAt(factsOf(original), 'timeline')) {
    const status = textAt(event, 'status');
    if ((status === 'one-side' || status === 'disputed') && textAt(event, 'saidBy') === undefined)
      report(problemAt(original.yaml, [...event.path, 'saidBy'], `is missing: an event that is "${status}" says who asserts it`));
  }
};
