import { ESTABLISHED, STATUSES } from '../model/parts.ts';
import { keysOf } from '../model/walk.ts';
import { lacks, listAt, textAt } from '../read/yaml-access.ts';
import type { RuleName } from '../rule-book.ts';
import { dateOf, eventsOf, factsOf, rule } from './rule.ts';

const WANTING: readonly string[] = STATUSES.filter((status) => !ESTABLISHED.includes(status));

/**
 * What an event must name because of what else is there: a phase when there are phases (`event-phase`), the place
 * whose clock its time of day is read off (`time-place`), whose account it is unless it is established (`said-by`).
 */
export const eventKeys = rule('event-phase', ({ fields, original }, say) => {
  const keys = keysOf(fields, 'timeline');
  const hasPhases = listAt(factsOf(original), 'phases').some((phase) => textAt(phase, 'id') !== undefined);
  for (const event of eventsOf(original)) {
    const want = (key: string, why: string, id: RuleName): void => {
      if (lacks(event, key, keys)) say.at(original.yaml, [...event.path, key], `is missing: ${why}`, id);
    };
    if (hasPhases) want('phase', 'when there are phases, every event names one', 'event-phase');
    if (dateOf(event)?.kind === 'time') want('place', 'a time of day needs the place whose clock it is', 'time-place');
    const status = textAt(event, 'status') ?? '';
    if (WANTING.includes(status)) want('saidBy', `an event that is "${status}" says who asserts it`, 'said-by');
  }
});
