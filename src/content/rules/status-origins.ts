import { listRoot, textAt, textsAt } from '../read/yaml-access.ts';
import { eventsOf, rule } from './rule.ts';

/** What is reported goes back to two origins or more, and a single report to one; sources of one publisher are one. */
export const statusOrigins = rule('status-origins', ({ original, sources }, say) => {
  if (!sources) return;
  const publishers = new Map(listRoot(sources).map((source) => [textAt(source, 'id'), textAt(source, 'publisher')]));
  for (const event of eventsOf(original)) {
    const cited = textsAt(event, 'sources').map(({ text }) => publishers.get(text));
    // Others report a source that is missing or has no publisher.
    if (cited.length === 0 || cited.includes(undefined)) continue;
    const [path, status] = [[...event.path, 'status'], textAt(event, 'status')];
    const [publisher, ...others] = new Set(cited);
    if (status === 'reported' && others.length === 0) {
      const mend = 'cite another, or write "single", "record" or "one-side"';
      say.at(original.yaml, path, `is "reported", and ${publisher} is its one publisher; ${mend}`);
    }
    if (status === 'single' && others.length > 0)
      say.at(
        original.yaml,
        path,
        `is "single", and cites ${cited.length} sources of ${others.length + 1} publishers; write "reported"`,
      );
  }
});
