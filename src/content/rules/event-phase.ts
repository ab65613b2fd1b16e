import { fieldsOf } from '../model/walk.ts';
import { lacks } from '../read/yaml-access.ts';
import { eventsOf, factsOf, idsInList, rule } from './rule.ts';

/** Every event names a phase when there are phases. */
export const eventPhase = rule('event-phase', ({ fields, original }, say) => {
  if (!idsInList(factsOf(original), 'phases')?.all.size) return;
  const keys = Object.keys(fieldsOf(fields, 'timeline'));
  for (const event of eventsOf({ original }))
    if (lacks(event, 'phase', keys))
      say.at(original.yaml, [...event.path, 'phase'], 'is missing: when there are phases, every event names one');
});
