import { ESTABLISHED, STATUSES } from '../model/parts.ts';
import { fieldsOf } from '../model/walk.ts';
import { lacks, textAt } from '../read/yaml-access.ts';
import { eventsOf, rule } from './rule.ts';

const WANTING: readonly string[] = STATUSES.filter((status) => !ESTABLISHED.includes(status));

/** What is one side's account, or disputed, says whose it is. */
export const saidBy = rule('said-by', ({ fields, original }, say) => {
  const keys = Object.keys(fieldsOf(fields, 'timeline'));
  for (const event of eventsOf({ original })) {
    const status = textAt(event, 'status') ?? '';
    if (WANTING.includes(status) && lacks(event, 'saidBy', keys))
      say.at(original.yaml, [...event.path, 'saidBy'], `is missing: an event that is "${status}" says who asserts it`);
  }
});
