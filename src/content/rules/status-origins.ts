import { listRoot, textAt, textsAt } from '../read/yaml-access.ts';
import { eventsOf, rule } from './rule.ts';

/**
 * What is reported goes back to two origins or more, and a single report to one. Sources of one publisher are one
 * origin, and so are those that go back to one.
 */
export const statusOrigins = rule('status-origins', ({ original, sources }, say) => {
  if (!sources) return;
  const entries = new Map(listRoot(sources).map((source) => [textAt(source, 'id') ?? '', source]));
  const origins = (id: string, above: readonly string[] = []): (string | undefined)[] => {
    const source = entries.get(id);
    const based = source && !above.includes(id) ? textsAt(source, 'basedOn') : [];
    if (based.length === 0) return [source && textAt(source, 'publisher')];
    return based.flatMap(({ text }) => origins(text, [...above, id]));
  };
  for (const event of eventsOf(original)) {
    const cited = textsAt(event, 'sources').flatMap(({ text }) => origins(text));
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
