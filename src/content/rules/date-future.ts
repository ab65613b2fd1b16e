import { compareStarts } from '../../dates/compare.ts';
import { type EdtfDate, formatEdtf } from '../../dates/edtf.ts';
import type { PlacedYaml } from '../read/yaml.ts';
import { listAt, listRoot, type RawItem, textAt } from '../read/yaml-access.ts';
import { dateOf, eventsOf, factsOf, rule } from './rule.ts';

/** What the article tells of was past when it was last changed. */
export const dateFuture = rule('date-future', ({ original, sources }, say) => {
  const facts = factsOf(original);
  const [first, ...others] = listAt(facts, 'updates').flatMap((update) => dateOf(update) ?? []);
  if (!first) return;
  const newest = others.reduce((latest, next) => (compareStarts(next, latest) > 0 ? next : latest), first);
  const check = (yaml: PlacedYaml, item: RawItem, key: string): void => {
    const date = dateOf(item, key);
    if (!date || compareStarts(lastOf(date), newest) <= 0) return;
    const later = `"${textAt(item, key)}" is later than the newest update, ${formatEdtf(newest)}`;
    say.at(yaml, [...item.path, key], `${later}; mend the date, or list the update that tells of it`);
  };
  check(original.yaml, facts, 'published');
  for (const event of eventsOf(original)) check(original.yaml, event, 'date');
  for (const source of sources ? listRoot(sources) : [])
    for (const key of ['published', 'read']) check(sources as PlacedYaml, source, key);
});

function lastOf(date: EdtfDate): EdtfDate {
  return date.kind === 'range' ? (date.end ?? date.start) : date;
}
