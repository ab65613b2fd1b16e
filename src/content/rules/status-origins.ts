import { listRoot, namedAt, textAt } from '../read/yaml-access.ts';
import { originsOf } from '../origins.ts';
import { eventsOf, rule } from './rule.ts';
import { basedOnIn } from './source-origin.ts';

/** What is reported goes back to two origins or more, and a single report to one. */
export const statusOrigins = rule('status-origins', ({ original, sources }, say) => {
  if (!sources) return;
  const all = listRoot(sources);
  const basedOn = basedOnIn(all);
  const publishers = new Map(all.map((source) => [textAt(source, 'id') ?? '', textAt(source, 'publisher')]));
  for (const event of eventsOf(original)) {
    const ids = namedAt(event, 'sources').map(({ text }) => text);
    const cited = originsOf(ids, basedOn, (id) => publishers.get(id)).map((id) => publishers.get(id));
    // Others report a source that is missing or has no publisher.
    if (cited.length === 0 || cited.includes(undefined)) continue;
    const [path, status] = [[...event.path, 'status'], textAt(event, 'status')];
    const [publisher, ...others] = cited;
    if (status === 'reported' && others.length === 0) {
      const mend = 'cite another, or write "single", "record" or "one-side"';
      say.at(original.yaml, path, `is "reported", and ${publisher} is its one origin; ${mend}`);
    }
    if (status === 'single' && others.length > 0)
      say.at(original.yaml, path, `is "single", and goes back to ${others.length + 1} origins; write "reported"`);
  }
});
