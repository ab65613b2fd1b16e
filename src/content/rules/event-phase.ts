import { fieldsOf } from '../model/walk.ts';
import { lacks } from '../read/yaml-access.ts';
import { idsInList } from './known-ids.ts';
import { eventsOf, factsOf, problemAt, type Rule } from './rule.ts';

/** Every event names a phase when there are phases. */
export const eventPhase: Rule = ({ fields, original }, report) => {
  if (!idsInList(factsOf(original), 'phases')?.all.size) return;
  const keys = Object.keys(fieldsOf(fields, 'timeline'));
  for (const event of eventsOf({ original }))
    if (lacks(event, 'phase', keys))
      report(
        problemAt(
          original.yaml,
          [...event.path, 'phase'],
          'is missing: when there are phases, every event names one',
          'event-phase',
        ),
      );
};
