import { listRoot, textAt, textsAt } from '../read/yaml-access.ts';
import { eventsOf, rule } from './rule.ts';
import { originsOf, reachedFrom } from './source-origin.ts';

/**
 * What is reported goes back to two origins or more, and a single report to one. Sources of one publisher are one
 * origin, and so are those that go back to one.
 */
export const statusOrigins = rule('status-origins', ({ original, sources }, say) => {
  if (!sources) return;
  const all = listRoot(sources);
  const origins = originsOf(all);
  const publishers = new Map(all.map((source) => [textAt(source, 'id') ?? '', textAt(source, 'publisher')]));
  for (const event of eventsOf(original)) {
    const ids = textsAt(event, 'sources').map(({ text }) => text);
    const first = [...reachedFrom(ids, origins)].filter((id) => (origins.get(id) ?? []).length === 0);
    const cited = first.map((id) => publishers.get(id));
    // Others report a source that is missing or has no publisher.
    if (cited.length === 0 || cited.includes(undefined)) continue;
    const [path, status] = [[...event.path, 'status'], textAt(event, 'status')];
    const [publisher, ...others] = new Set(cited);
    if (status === 'reported' && others.length === 0) {
      const mend = 'cite another, or write "single", "record" or "one-side"';
      say.at(original.yaml, path, `is "reported", and ${publisher} is its one origin; ${mend}`);
    }
    if (status === 'single' && others.length > 0)
      say.at(original.yaml, path, `is "single", and goes back to ${others.length + 1} origins; write "reported"`);
  }
});
